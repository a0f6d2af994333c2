using System.Diagnostics;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.X11;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Opens windows and gives them the time that events need.</summary>
internal static class OpenWindow
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static X11Window On(
        Xvfb server, IWindowClient client, nint parent = 0, double width = 200, double height = 120, double scale = 1, bool mayShare = true)
    {
        X11Window? window = X11Window.Open(
            parent, new Size(width, height), scale, client, server.Display, mayShare, out string? problem);
        problem.ShouldBeNull();
        return window.ShouldNotBeNull();
    }

    /// <summary>Handles events and paints until something is so; fails where it never is.</summary>
    public static void Until(this X11Window window, Func<bool> isSo, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            (clock.Elapsed < Patience).ShouldBeTrue($"waited in vain for: {what}");
            window.HandleEvents();
            window.Paint();
            Thread.Sleep(2);
        }
    }

    /// <summary>Takes the keyboard, and waits until the client, which has not had it yet, is told so.</summary>
    public static void TakeKeyboardFor(this X11Window window, RecordingClient client)
    {
        window.TakeKeyboard(true);
        window.Until(() => client.Keyboard.Count == 1, "the keyboard");
    }

    /// <summary>Handles events and paints for a while.</summary>
    public static void For(this X11Window window, int turns)
    {
        for (int i = 0; i < turns; i++)
        {
            window.HandleEvents();
            window.Paint();
            Thread.Sleep(2);
        }
    }
}
