using System.Diagnostics;
using System.Globalization;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>A display without a screen, of a number of its own, for as long as the object lives.</summary>
public sealed class Xvfb : IDisposable
{
    private const int PatienceMilliseconds = 5000;

    private readonly Process? _server;

    /// <summary>Starts it; where there is none, <see cref="SkipIfMissing"/> skips the test.</summary>
    public Xvfb()
        : this("1280x900x24")
    {
    }

    private Xvfb(string screen)
    {
        if (!Tool.IsInstalled("Xvfb"))
            return;
        // The server finds a free display itself, and says which when it is ready.
        var start = new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _server = Process.Start(start)!;
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        string? number = _server.StandardOutput.ReadLine();
        Display = number is null ? throw new InvalidOperationException("Xvfb did not start.") : $":{number.Trim()}";
    }

    /// <summary>Starts one with a screen of width × height × depth.</summary>
    public static Xvfb Of(string screen) => new(screen);

    /// <summary>The display's name.</summary>
    public string Display { get; } = "";

    /// <summary>Skips the test where there is no Xvfb.</summary>
    public void SkipIfMissing() => Skip.If(_server is null, "Xvfb is not installed (apt install xvfb)");

    /// <summary>Runs a program on the display and gives what it writes.</summary>
    public byte[] Run(string program, params string[] arguments)
    {
        Skip.IfNot(Tool.IsInstalled(program), $"{program} is not installed");
        return Tool.Run(program, arguments, Display);
    }

    /// <summary>Ends the server at once, as a crash would.</summary>
    public void Kill()
    {
        _server?.Kill();
        _server?.WaitForExit();
        // What it would have removed itself.
        string number = Display.TrimStart(':');
        File.Delete($"/tmp/.X{number}-lock");
        File.Delete($"/tmp/.X11-unix/X{number}");
    }

    /// <summary>Has the server stand still.</summary>
    public void Stop() => Signal("-STOP");

    /// <summary>Has it go on.</summary>
    public void Continue() => Signal("-CONT");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_server is { HasExited: false })
        {
            Signal("-CONT");
            Signal("-TERM");
            if (!_server.WaitForExit(PatienceMilliseconds))
                Kill();
        }

        _server?.Dispose();
    }

    private void Signal(string signal)
    {
        using Process kill = Process.Start("kill", [signal, _server!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
