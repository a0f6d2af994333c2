using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Input methods, as for Chinese or Japanese: Windows shows what they compose, and gives us the letters when they are done.</summary>
internal static unsafe class InputMethod
{
    /// <summary>Has what is being composed stand where it will be typed.</summary>
    /// <param name="window">The window with the keyboard.</param>
    /// <param name="caret">In canvas units; null where Windows is to choose.</param>
    /// <param name="scale">Pixels per canvas unit.</param>
    public static void Place(nint window, Rectangle? caret, double scale)
    {
        if (caret is not { } at || Imm32.ImmGetContext(window) is not (not 0 and var context))
            return;
        var form = new CompositionForm
        {
            Style = CompositionForm.AtPoint,
            Position = new PixelPoint { X = (int)Math.Round(at.Left * scale), Y = (int)Math.Round(at.Top * scale) },
        };
        _ = Imm32.ImmSetCompositionWindow(context, &form);
        _ = Imm32.ImmReleaseContext(window, context);
    }
}
