using System.Globalization;
using SemanticEq.Ui.Platform.X11;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Counts what the process holds, so nothing else may run meanwhile.</summary>
[Collection(Alone.Name)]
public class X11LeakTests(Xvfb server) : IClassFixture<Xvfb>
{
    [SkippableFact]
    public void A_thousand_windows_one_after_another_leave_nothing_behind()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        OpenAndClose(host, 100);
        (int handles, long memory) = (Handles(), ResidentKilobytes());
        OpenAndClose(host, 1000);
        Handles().ShouldBeLessThanOrEqualTo(handles + 2);
        // 400 × 300 pixels are 469 KiB: a leak of the images alone would be 458 MiB.
        (ResidentKilobytes() - memory).ShouldBeLessThan(20_000);

        void OpenAndClose(TestHost host, int times)
        {
            for (int i = 0; i < times; i++)
            {
                using X11Window window = OpenWindow.On(server, new QuietClient(), host.Window, 400, 300, mayShare: i % 2 == 0);
                if (i % 10 == 0)
                    window.TakeKeyboard(true);
                window.HandleEvents();
                window.Paint();
            }
        }
    }

    private static int Handles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    private static long ResidentKilobytes()
    {
        GC.Collect();
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
