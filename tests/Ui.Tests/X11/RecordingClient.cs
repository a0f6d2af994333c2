using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Notes what a window tells, and draws what it is given to draw.</summary>
internal sealed class RecordingClient : IWindowClient
{
    public Action<ICanvas, Rectangle> Drawing { get; set; } = (canvas, dirty) => canvas.FillRectangle(dirty, Colour.FromRgb(0x203040));

    public Func<KeyEvent, bool> Using { get; set; } = _ => true;

    public List<Rectangle> Drawn { get; } = [];

    public List<PointerEvent> Pointers { get; } = [];

    public List<KeyEvent> Keys { get; } = [];

    public List<bool> Keyboard { get; } = [];

    public List<string> Texts { get; } = [];

    /// <summary>Whenever that changed: whether files are over the window.</summary>
    public List<bool> FilesAreOver { get; } = [];

    public List<IReadOnlyList<string>> Dropped { get; } = [];

    public Action? WhenDropped { get; set; }

    public List<Size> Sizes { get; } = [];

    public IEnumerable<PointerEvent> Of(PointerAction action) => Pointers.Where(pointer => pointer.Action == action);

    public string Typed => string.Concat(Keys.Where(key => key.IsDown && key.Character.Value != 0).Select(key => key.Character.ToString()));

    public void Draw(ICanvas canvas, Rectangle dirty)
    {
        Drawn.Add(dirty);
        Drawing(canvas, dirty);
    }

    public void Resized(Size size, double scale) => Sizes.Add(size);

    public void Pointer(in PointerEvent pointer) => Pointers.Add(pointer);

    public bool Key(in KeyEvent key)
    {
        Keys.Add(key);
        return Using(key);
    }

    public void KeyboardChanged(bool hasKeyboard) => Keyboard.Add(hasKeyboard);

    public void Pasted(string text) => Texts.Add(text);

    public void FilesOver(bool areOver) => FilesAreOver.Add(areOver);

    public void FilesDropped(IReadOnlyList<string> paths)
    {
        Dropped.Add(paths);
        WhenDropped?.Invoke();
    }
}
