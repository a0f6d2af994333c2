using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// A line of text to be typed. It takes the keyboard when it is clicked, and gives it back on Escape or a press elsewhere. Keys that mean
/// nothing in a line (Up and Down, say) go to what holds it.
/// </summary>
/// <param name="name">What it is for, for people who don't see it.</param>
public sealed partial class TextField(string name) : Widget
{
    private const double BlinkSeconds = 0.53;
    private const double IconGap = 8;

    private readonly TextBuffer _buffer = new();
    private readonly TextEdges _edges = new();
    private double _seconds;
    private double _stillSince;
    private bool _showsCaret = true;
    private bool _isSelecting;
    private string _told = "";

    /// <summary>The text. Setting it tells nobody, and forgets what could be undone.</summary>
    public string Text
    {
        get => _buffer.Text;
        set
        {
            if (value == _buffer.Text)
                return;
            _buffer.Reset(value);
            _told = Text;
            ShowCaret();
        }
    }

    /// <summary>What stands there while it is empty.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>Size of type, in canvas units.</summary>
    public double TextSize { get; init; } = TypeSize.Control;

    /// <summary>A sign before the text.</summary>
    public Icon Icon { get; init; }

    /// <summary>Whether it draws neither ground nor outline: where what holds it does.</summary>
    public bool IsBare { get; init; }

    /// <summary>From the edge to the text, in canvas units.</summary>
    public double Padding { get; init; } = 12;

    /// <summary>The user changed the text.</summary>
    public Action<string>? Changed { get; init; }

    /// <summary>Return was pressed; where this is null, Return goes to what holds the field.</summary>
    public Action<string>? Submitted { get; init; }

    /// <summary>Escape was pressed; it then loses the keyboard.</summary>
    public Action? Abandoned { get; init; }

    /// <summary>It got the keyboard (true) or lost it.</summary>
    public Action<bool>? KeyboardChanged { get; init; }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override Rectangle FocusArea => default;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.TextField;

    /// <inheritdoc/>
    public override string AccessibleName => name;

    /// <inheritdoc/>
    public override string AccessibleValue => Text;

    /// <summary>Where the caret stands, in UTF-16 units.</summary>
    public int Caret => _buffer.Caret;

    private Rectangle TextArea => Rectangle.FromEdges(
        Bounds.Left + Padding + (Icon == Icon.None ? 0 : TextSize + IconGap), Bounds.Top, Bounds.Right - Padding, Bounds.Bottom);

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Text;

    /// <summary>Selects all, as for typing something else.</summary>
    public void SelectAll()
    {
        _buffer.SelectAll();
        ShowCaret();
    }

    /// <summary>Puts text in place of the user's, as if it were typed.</summary>
    public void Replace(string text)
    {
        _buffer.SelectAll();
        if (text.Length == 0)
            _buffer.Delete(forwards: true, byWord: false);
        else
            _buffer.Insert(text);
        Tell();
    }

    /// <summary>Puts the caret somewhere, in UTF-16 units.</summary>
    public void MoveCaret(int to)
    {
        _buffer.MoveTo(to, extend: false);
        ShowCaret();
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (Scene is not { } scene || pointer.Button == PointerButton.Middle)
            return false;
        scene.Focus(this);
        if (pointer.Button == PointerButton.Secondary)
        {
            OpenMenu(scene, pointer.Position);
            return true;
        }

        Measure(scene);
        double x = pointer.Position.X - TextArea.Left + _scroll;
        if (pointer.Clicks >= 3)
            _buffer.SelectAll();
        else if (pointer.Clicks == 2)
            _buffer.SelectWord(_edges.LetterAt(x));
        else
            _buffer.MoveTo(_edges.PositionAt(x), pointer.Modifiers.Has(Modifiers.Shift));
        _isSelecting = pointer.Clicks < 2;
        ShowCaret();
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        if (!_isSelecting || Scene is not { } scene)
            return;
        Measure(scene);
        _buffer.MoveTo(_edges.PositionAt(pointer.Position.X - TextArea.Left + _scroll), extend: true);
        ShowCaret();
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer) => _isSelecting = false;

    /// <inheritdoc/>
    public override void Cancelled() => _isSelecting = false;

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        // What is typed into a field is never the host's, up or down: a space would start it playing.
        if (!key.IsDown)
            return key.Character != default && key.Modifiers is Modifiers.None or Modifiers.Shift;
        bool isUsed = TextKeys.Apply(_buffer, key, this);
        if (key.Key == Window.Key.Return && Submitted is { } submitted)
        {
            submitted(Text);
            return true;
        }

        if (key.Key == Window.Key.Escape)
            Abandoned?.Invoke();
        if (!isUsed)
            return false;
        Tell();
        return true;
    }

    /// <inheritdoc/>
    public override void Pasted(string text)
    {
        _buffer.Insert(text.Trim());
        Tell();
    }

    /// <inheritdoc/>
    public override void FocusChanged(bool isFocused)
    {
        if (!isFocused)
            _buffer.MoveTo(_buffer.Caret, extend: false);
        ShowCaret();
        KeyboardChanged?.Invoke(isFocused);
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        _seconds = seconds;
        if (!IsFocused)
            return;
        bool shows = Scene is { ReducedMotion: true } || (int)((seconds - _stillSince) / BlinkSeconds) % 2 == 0;
        if (shows == _showsCaret)
            return;
        _showsCaret = shows;
        Invalidate();
    }

    private void OpenMenu(IScene scene, Point at)
    {
        bool hasSelection = _buffer.Selected.Length > 0;
        MenuItem[] items =
        [
            new("Cut", () => Command('x'), IsEnabled: hasSelection), new("Copy", () => Command('c'), IsEnabled: hasSelection),
            new("Paste", () => Command('v')), MenuItem.Separator, new("Select all", () => Command('a'), IsEnabled: Text.Length > 0),
        ];
        scene.OpenPopup(new Menu(name, items, scene), new Rectangle(at.X, at.Y, 0, 0));
    }

    private void Command(char letter)
    {
        _ = TextKeys.ApplyCommand(_buffer, letter, isShifted: false, this);
        Tell();
    }

    private void Measure(IScene scene) => _edges.Measure(scene, Text, new TextStyle(TextSize, default));

    private void Tell()
    {
        ShowCaret();
        if (_told == Text)
            return;
        _told = Text;
        Changed?.Invoke(Text);
    }

    private void ShowCaret()
    {
        _stillSince = _seconds;
        _showsCaret = true;
        Invalidate();
    }
}
