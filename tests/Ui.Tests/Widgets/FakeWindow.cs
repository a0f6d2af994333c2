using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>A window without a display: it paints into an image, and hands on what a test does.</summary>
internal sealed class FakeWindow(Size size, double scale = 1) : IWindow
{
    private readonly CairoImage _image = new((int)(size.Width * scale), (int)(size.Height * scale), scale);

    public IWindowClient? Client { get; set; }

    public nint Handle => 1;

    public int WaitHandle => -1;

    public Size Size { get; private set; } = size;

    public double Scale => scale;

    public bool IsLost => false;

    public bool IsSeen => true;

    public Rectangle Dirty { get; private set; }

    public CursorShape Cursor { get; private set; }

    public bool HasKeyboard { get; private set; }

    /// <summary>How often the keyboard went from or to this window.</summary>
    public int KeyboardMoves { get; private set; }

    public string Clipboard { get; set; } = "";

    public CairoImage Image => _image;

    public void Resize(Size size, double scale)
    {
        Size = size;
        Client?.Resized(size, scale);
    }

    public void Invalidate(Rectangle area) => Dirty = Dirty.Width > 0 ? Dirty.Union(area) : area;

    public bool HandleEvents() => false;

    public bool Paint()
    {
        if (Dirty.Width <= 0)
            return false;
        Rectangle dirty = Dirty;
        Dirty = default;
        _image.Canvas.Save();
        _image.Canvas.ClipTo(dirty);
        Client?.Draw(_image.Canvas, dirty);
        _image.Canvas.Restore();
        return true;
    }

    public void SetCursor(CursorShape shape) => Cursor = shape;

    public void TakeKeyboard(bool take)
    {
        take.ShouldBe(!HasKeyboard, "the keyboard was taken or given twice");
        HasKeyboard = take;
        KeyboardMoves++;
        Client?.KeyboardChanged(take);
    }

    public void Copy(string text) => Clipboard = text;

    public void RequestPaste() => Client?.Pasted(Clipboard);

    public void Dispose() => _image.Dispose();
}
