using System.Diagnostics;
using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Platform.AtSpi;
using SemanticEq.Ui.Tests.X11;

namespace SemanticEq.Ui.Tests.Accessibility;

/// <summary>Against a real session bus. Counts what the process holds, so nothing else may run meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class AtSpiBridgeTests : IDisposable
{
    private const int PatienceMilliseconds = 20_000;

    private readonly Process? _daemon;
    private readonly string _address = "";

    public AtSpiBridgeTests()
    {
        if (!Tool.IsInstalled("dbus-daemon") || !LibDbus.IsThere())
            return;
        _daemon = Process.Start(new ProcessStartInfo("dbus-daemon", ["--session", "--nofork", "--print-address=1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _address = _daemon.StandardOutput.ReadLine()!.Trim();
    }

    public void Dispose()
    {
        _daemon?.Kill();
        _daemon?.WaitForExit();
        _daemon?.Dispose();
    }

    [SkippableFact]
    public void A_thousand_openings_leave_no_handle_and_no_thread()
    {
        SkipIfMissing();
        OpenAndClose(100);
        Until(() => Threads() == 0);
        int handles = Handles();
        OpenAndClose(1000);
        Until(() => Threads() == 0);
        Handles().ShouldBeLessThanOrEqualTo(handles + 2);

        void OpenAndClose(int times)
        {
            for (int i = 0; i < times; i++)
            {
                using IAssistiveLink first = AtSpiBridge.Join(_address);
                using IAssistiveLink second = AtSpiBridge.Join(_address);
                // Most close while they are still connecting, some when the bus has said hello.
                if (i % 10 == 0)
                    Thread.Sleep(5);
                first.IsListening.ShouldBeFalse();
            }
        }
    }

    [SkippableFact]
    public void Windows_share_one_thread_that_ends_with_the_last()
    {
        SkipIfMissing();
        using (IAssistiveLink first = AtSpiBridge.Join(_address))
        {
            Until(() => Threads() == 1);
            using (IAssistiveLink second = AtSpiBridge.Join(_address))
                Thread.Sleep(50);
            Threads().ShouldBe(1);
        }

        Until(() => Threads() == 0);
    }

    [SkippableFact]
    public void A_bus_that_is_not_there_is_none()
    {
        Skip.IfNot(LibDbus.IsThere(), "libdbus-1 is not installed");
        for (int i = 0; i < 20; i++)
        {
            using IAssistiveLink link = AtSpiBridge.Join("unix:path=/nowhere/at/all");
            link.IsListening.ShouldBeFalse();
            link.Publish(new AccessibleTree(
                new(Ui.Widgets.WidgetRole.Group, "", "", default, Ui.Widgets.AccessibleStates.None, []) { Id = 1 }, 0));
        }
    }

    private void SkipIfMissing() => Skip.If(_daemon is null, "dbus-daemon or libdbus-1 is not installed (apt install dbus)");

    private static int Handles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    private static int Threads() => Directory.GetDirectories("/proc/self/task").Count(IsOurs);

    private static bool IsOurs(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).Trim() == "semanticeq-a11y";
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return false;
        }
    }

    private static void Until(Func<bool> isSo) => SpinWait.SpinUntil(() => Wait() && isSo(), PatienceMilliseconds).ShouldBeTrue();

    private static bool Wait()
    {
        Thread.Sleep(5);
        return true;
    }
}
