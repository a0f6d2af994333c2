using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.AtSpi;
using SemanticEq.Ui.Platform.Win32;
using SemanticEq.Ui.Platform.X11;
using SemanticEq.Ui.Window;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Plugin.Platform;

/// <summary>The kinds of windows that an editor can live in: X11's and Windows'.</summary>
internal static class SystemWindow
{
    /// <summary>Whether there is one for a host's kind of window.</summary>
    public static bool Supports(string platform) =>
        (platform == ViewNames.X11 && OperatingSystem.IsLinux()) || (platform == ViewNames.Windows && OperatingSystem.IsWindows());

    /// <summary>Whether a window moves by the host's run loop (IRunLoop); else it has timers of its own.</summary>
    public static bool NeedsRunLoop => !OperatingSystem.IsWindows();

    /// <summary>Opens a window in a host's.</summary>
    /// <param name="platform">The kind of the host's window.</param>
    /// <param name="parent">Its handle.</param>
    /// <param name="size">In canvas units.</param>
    /// <param name="scale">Pixels per canvas unit.</param>
    /// <param name="client">What it shows.</param>
    /// <returns>Null where it can't be had.</returns>
    public static IWindow? Open(string platform, nint parent, Size size, double scale, IWindowClient client) =>
        !Supports(platform) ? null
        : OperatingSystem.IsWindows() ? Win32Window.Open(parent, size, scale, client, out _)
        : X11Window.Open(parent, size, scale, client, out _);

    /// <summary>A window's way to assistive technology; null where the system has none.</summary>
    public static IAssistiveLink? Assist() => OperatingSystem.IsLinux() ? AtSpiBridge.Join() : null;
}
