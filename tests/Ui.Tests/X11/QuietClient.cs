using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Draws something, remembers nothing.</summary>
internal sealed class QuietClient : IWindowClient
{
    public void Draw(ICanvas canvas, Rectangle dirty)
    {
        canvas.FillRectangle(dirty, Colour.FromRgb(0x191C21));
        canvas.FillRoundedRectangle(dirty.Inset(4), 8, Colour.FromRgb(0xF3A95F));
        canvas.Text("warm"u8, dirty.X + 10, dirty.Y + 20, new TextStyle(12, Colour.FromRgb(0x121417)));
    }

    public void Resized(Size size, double scale)
    {
    }

    public void Pointer(in PointerEvent pointer)
    {
    }

    public bool Key(in KeyEvent key) => false;

    public void KeyboardChanged(bool hasKeyboard)
    {
    }

    public void Pasted(string text)
    {
    }
}
