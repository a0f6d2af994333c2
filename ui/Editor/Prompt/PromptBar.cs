using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The line that says how it should sound, and how it was understood. While it is typed the reading is shown before anything is heard; Return
/// makes it heard, Escape takes it back. Main thread; ticking and drawing allocate nothing while nobody types.
/// </summary>
public sealed class PromptBar : Widget
{
    private const double Padding = 20;
    private const double Gap = 12;
    private const double ButtonSide = 28;
    private const double LeastField = 220;
    private const double LeastFieldShare = 0.38;
    private const double MostFieldShare = 0.55;
    private const double MostChips = 0.58;
    private const double ReadAfterSeconds = 0.12;
    private const int Suggestions = 6;

    private readonly IEditorModel _model;
    private readonly TextField _field;
    private readonly PromptChips _chips;
    private readonly Button _hear;
    private readonly Button _clear;
    private Popup? _popup;
    private int _serial = -1;
    private double _seconds;
    private double _readAt = double.PositiveInfinity;
    private double _countWidth;

    /// <summary>The line of a model.</summary>
    public PromptBar(IEditorModel model)
    {
        _model = model;
        _field = Add(new TextField("How it should sound")
        {
            Placeholder = "Say how it should sound: warm, a bit brighter, −3 dB at 300 Hz …",
            TextSize = TypeSize.Prompt,
            IsBare = true,
            Padding = 0,
            Changed = Typed,
            KeyboardChanged = KeyboardChanged,
        });
        _chips = Add(new PromptChips());
        _hear = Add(new Button("Hear it", () => Submit()) { Icon = Icon.ArrowRight, Look = ButtonLook.Raised, IconSize = 14, Tip = "Make it heard (Return)", IsVisible = false });
        _clear = Add(new Button("Clear the line", Clear) { Icon = Icon.Close, IconSize = 11, Tip = "Clear: no word at all", IsVisible = false });
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Prompt";

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Text;

    // A press elsewhere may have closed it.
    private Popup? OpenPopup => _popup is { Scene: not null } popup ? popup : null;

    private bool IsDraft => _field.Text != _model.Prompt.Text;

    /// <summary>Takes the keyboard, with all of the text selected.</summary>
    public void StartTyping()
    {
        Scene?.Focus(_field);
        _field.SelectAll();
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        base.Tick(seconds);
        _seconds = seconds;
        if (_serial != _model.Prompt.Serial)
            TakeOver();
        if (seconds < _readAt)
            return;
        _readAt = double.PositiveInfinity;
        Show(IsDraft ? _model.Prompt.Read(_field.Text) : _model.Prompt.Parts);
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button != PointerButton.Primary)
            return false;
        Scene?.Focus(_field);
        return true;
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown || !_field.IsFocused)
            return false;
        var list = OpenPopup as SuggestionList;
        switch (key.Key)
        {
            case Window.Key.Tab when list is not null && key.Modifiers == Modifiers.None:
                Complete(list.Picked ?? list.Best);
                return true;
            case Window.Key.Down or Window.Key.Up when list is not null:
                list.Step(key.Key == Window.Key.Down ? 1 : -1);
                return true;
            case Window.Key.Return when list?.Picked is { } picked:
                Complete(picked);
                return true;
            case Window.Key.Return:
                Submit();
                return true;
            case Window.Key.Escape when OpenPopup is not null:
                ClosePopup();
                return true;
            case Window.Key.Escape:
                TakeOver();
                Scene?.Focus(null);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double right = Bounds.Right - Space.InsidePanel, middle = Bounds.Centre.Y;
        var button = new Rectangle(right - ButtonSide, middle - (ButtonSide / 2), ButtonSide, ButtonSide);
        _hear.Arrange(button);
        _clear.Arrange(button);
        if (_hear.IsVisible || _clear.IsVisible)
            right -= ButtonSide + (Gap / 2);
        _countWidth = CountWidth();
        right -= _countWidth > 0 ? _countWidth + Gap : 0;
        double left = Bounds.Left + Padding;
        double room = Math.Max(0, Math.Min(MostChips * Bounds.Width, right - left - FieldWidth() - Gap));
        double chips = _chips.Fit(Rectangle.FromEdges(right - room, Bounds.Top, right, Bounds.Bottom));
        right -= chips > 0 ? chips + Gap : 0;
        _field.Arrange(Rectangle.FromEdges(left, Bounds.Top + 1, Math.Max(left, right), Bounds.Bottom - 1));
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        canvas.FillRoundedRectangle(Bounds, Space.PanelRadius, theme.Panel);
        canvas.BeginPath();
        canvas.AddRoundedRectangle(Bounds.Inset(0.75), Space.PanelRadius - 0.75);
        canvas.Stroke(_field.IsFocused ? theme.Focus : IsHovered ? theme.Faint : theme.Line, new Pen(_field.IsFocused ? 1.5 : 1));
        if (_countWidth <= 0)
            return;
        Span<byte> buffer = stackalloc byte[64];
        TextStyle style = CountStyle(_chips.Count.Read < _chips.Count.All ? theme.Warning : theme.Muted);
        double x = Bounds.Right - Space.InsidePanel - (_hear.IsVisible || _clear.IsVisible ? ButtonSide + (Gap / 2) : 0);
        canvas.Text(CountText(buffer), x, Bounds.Centre.Y + style.BaselineBelowMiddle, style.Aligned(TextAlign.Right));
    }

    // What the text wants, within limits: the chips can fold, the text can't.
    private double FieldWidth()
    {
        double least = Math.Min(LeastField, LeastFieldShare * Bounds.Width), most = Math.Max(least, MostFieldShare * Bounds.Width);
        double text = Scene?.MeasureWidth(_field.Text, new TextStyle(TypeSize.Prompt, default)) ?? 0;
        return Math.Clamp(text + Padding, least, most);
    }

    private static TextStyle CountStyle(Colour colour) => new(TypeSize.Small + 0.5, colour);

    // Written to the same line whether measured or drawn.
    private ReadOnlySpan<byte> CountText(Span<byte> buffer)
    {
        var line = new Utf8Line(buffer);
        line.Add(_chips.Count.Read);
        line.Add(" of "u8);
        line.Add(_chips.Count.All);
        line.Add(" read"u8);
        return line.Bytes;
    }

    private double CountWidth()
    {
        if (_chips.Count.All == 0 || Scene is not { } scene)
            return 0;
        Span<byte> buffer = stackalloc byte[64];
        return scene.MeasureWidth(System.Text.Encoding.UTF8.GetString(CountText(buffer)), CountStyle(default));
    }

    private void Typed(string text)
    {
        _readAt = _seconds + ReadAfterSeconds;
        ShowButtons();
        ClosePopup();
        if (Scene is not { } scene || text.Length == 0)
            return;
        int start = LastWord(text);
        string word = text[start..];
        IReadOnlyList<string> words = word.Length > 1 ? _model.Prompt.Suggest(text, Suggestions) : [];
        if (words.Count == 0 || words.Any(known => known.Equals(word, StringComparison.OrdinalIgnoreCase)))
            return;
        double before = scene.MeasureWidth(text[..start], new TextStyle(TypeSize.Prompt, default));
        Open(scene, new SuggestionList(words, Complete), Math.Min(before, _field.Bounds.Width - 40));
    }

    private void Complete(string word)
    {
        string text = _field.Text;
        ClosePopup();
        _field.Text = text[..LastWord(text)] + word;
        _readAt = _seconds;
        ShowButtons();
        Scene?.Focus(_field);
    }

    private void Submit()
    {
        ClosePopup();
        string? refused = _model.Prompt.Submit(_field.Text);
        if (refused is null)
        {
            TakeOver();
            // Its next key is the host's again: a space starts it playing.
            Scene?.Focus(null);
        }
        else if (Scene is { } scene)
        {
            _readAt = _seconds;
            Open(scene, new PromptNotice(refused, scene), 0);
        }
    }

    private void Clear()
    {
        _field.Text = "";
        Submit();
    }

    // What stands, in place of what was typed.
    private void TakeOver()
    {
        _serial = _model.Prompt.Serial;
        _readAt = double.PositiveInfinity;
        ClosePopup();
        _field.Text = _model.Prompt.Text;
        Show(_model.Prompt.Parts);
    }

    private void Show(IReadOnlyList<PromptPart> parts)
    {
        _chips.Show(parts);
        ShowButtons();
    }

    private void ShowButtons()
    {
        _hear.IsVisible = IsDraft;
        _clear.IsVisible = !IsDraft && _field.Text.Length > 0;
        ArrangeChildren();
        Invalidate();
    }

    private void KeyboardChanged(bool hasKeyboard)
    {
        if (!hasKeyboard)
            ClosePopup();
        Invalidate();
    }

    private void Open(IScene scene, Popup popup, double indent)
    {
        _popup = popup;
        scene.OpenPopup(popup, _field.Bounds with { X = _field.Bounds.X + indent, Y = Bounds.Y, Height = Bounds.Height });
    }

    private void ClosePopup()
    {
        Popup? popup = _popup;
        _popup = null;
        if (popup is not null)
            Scene?.ClosePopup(popup);
    }

    private static int LastWord(string text) => text.LastIndexOfAny([' ', ',', '.', ';']) + 1;
}
