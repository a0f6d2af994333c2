using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>A scene with everything around it, and a hand on mouse and keys.</summary>
internal sealed class Stage : ISceneHost, IDisposable
{
    private readonly FakeWindow _window;
    private double _seconds;

    public Stage(Widget root, double width = 400, double height = 300, double scale = 1, Theme? theme = null)
    {
        Theme = theme ?? Theme.Dark;
        _window = new FakeWindow(new Size(width, height), scale);
        Scene = new Scene(root, this);
        _window.Client = Scene;
        Scene.Tick(0);
    }

    public Scene Scene { get; }

    public FakeWindow Shown => _window;

    public IWindow Window => _window;

    public Theme Theme { get; set; }

    public bool ReducedMotion { get; set; }

    public bool ShowTooltips { get; set; } = true;

    public Size MinimumSize { get; set; }

    /// <summary>The parameter whose host menu was asked for last.</summary>
    public uint? HostMenu { get; private set; }

    public bool HasHostMenu { get; set; } = true;

    public bool ShowHostMenu(uint parameter, Point at)
    {
        HostMenu = parameter;
        return HasHostMenu;
    }

    public Action<Size>? WhenSizeIsAsked { get; init; }

    public bool RequestSize(Size wanted)
    {
        WhenSizeIsAsked?.Invoke(wanted);
        return true;
    }

    public void Move(Point to, Modifiers modifiers = Modifiers.None) => Do(PointerAction.Moved, to, PointerButton.None, modifiers);

    public void Press(
        Point at, Modifiers modifiers = Modifiers.None, int clicks = 1, PointerButton button = PointerButton.Primary) =>
        Scene.Pointer(new PointerEvent(PointerAction.Pressed, at, button, modifiers, Clicks: clicks));

    public void Release(Point at, PointerButton button = PointerButton.Primary) =>
        Do(PointerAction.Released, at, button, Modifiers.None);

    public void Click(Point at, Modifiers modifiers = Modifiers.None)
    {
        Move(at);
        Press(at, modifiers);
        Release(at);
    }

    public void DoubleClick(Point at)
    {
        Click(at);
        Press(at, clicks: 2);
        Release(at);
    }

    public void Wheel(Point at, double steps, Modifiers modifiers = Modifiers.None) =>
        Scene.Pointer(new PointerEvent(PointerAction.Wheel, at, Modifiers: modifiers, WheelSteps: steps));

    public bool Key(Key key, Modifiers modifiers = Modifiers.None) => Scene.Key(new KeyEvent(key, default, modifiers));

    public bool Key(char character, Modifiers modifiers = Modifiers.None) =>
        Scene.Key(new KeyEvent(Ui.Window.Key.Character, new Rune(character), modifiers));

    public void Type(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
            Scene.Key(new KeyEvent(Ui.Window.Key.Character, rune, Modifiers.None));
    }

    public void Wait(double seconds)
    {
        for (double until = _seconds + seconds; _seconds < until;)
            Frame();
    }

    public void Frame()
    {
        _seconds += 1 / 60.0;
        Scene.Tick(_seconds);
        _window.Paint();
    }

    public void Dispose()
    {
        Scene.Dispose();
        _window.Dispose();
    }

    private void Do(PointerAction action, Point at, PointerButton button, Modifiers modifiers) =>
        Scene.Pointer(new PointerEvent(action, at, button, modifiers));
}
