using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>The looks of the pointer: the user's own cursors, which Windows shares and keeps.</summary>
internal sealed class Win32Cursors
{
    private CursorShape _shape;
    private nint _cursor = Load(CursorShape.Arrow);

    /// <summary>Another look, shown at once where the pointer is over the window.</summary>
    public void Take(CursorShape shape, bool isInside)
    {
        if (shape == _shape)
            return;
        (_shape, _cursor) = (shape, Load(shape));
        if (isInside)
            Show();
    }

    /// <summary>Shows it.</summary>
    public void Show() => _ = User32.SetCursor(_cursor);

    // IDC_… of winuser.h.
    private static nint Load(CursorShape shape) => User32.LoadCursorW(0, shape switch
    {
        CursorShape.Hand => 32649,
        CursorShape.Text => 32513,
        CursorShape.UpDown => 32645,
        CursorShape.Move => 32646,
        CursorShape.Resize => 32642,
        _ => 32512,
    });
}
