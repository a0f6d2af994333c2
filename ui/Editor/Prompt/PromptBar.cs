using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The line that says how it should sound, and how it was understood. While it is typed the reading is shown before anything is heard; Return
/// makes it heard, Escape takes it back. Main thread; ticking and drawing allocate nothing while nobody types.
/// </summary>
public sealed partial class PromptBar : Widget
{
    private const double Padding = 20;
    private const double Gap = 12;
    private const double ButtonSide = 28;
    private const double LeastField = 220;
    private const double LeastFieldShare = 0.38;
    private const double MostFieldShare = 0.55;
    private const double MostChips = 0.58;
    private const double LeastForLongNames = 760;

    private readonly IEditorModel _model;
    private readonly TextField _field;
    private readonly PromptChips _chips;
    private readonly Button _hear;
    private readonly Button _clear;
    private readonly Button _match;
    private string? _matchLabel;
    private int _serial = -1;
    private int _seen = -1;
    private double _changedAt = double.NegativeInfinity;
    private double _seconds;
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
        _hear = Add(new Button("Hear it", Submit)
        {
            Icon = Icon.ArrowRight,
            Look = ButtonLook.Raised,
            IconSize = 14,
            Tip = "Make it heard (Return)",
            IsVisible = false,
        });
        _match = Add(new Button("Match", Match)
        {
            Look = ButtonLook.Raised,
            Tip = "Make this track sound like that",
            IsVisible = false,
        });
        _clear = Add(new Button("Clear the line", Clear) { Icon = Icon.Close, IconSize = 11, Tip = "Clear: no word at all", IsVisible = false });
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Prompt";

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Text;

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
        Follow();
        FollowMatch();
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
    protected override void ArrangeChildren()
    {
        double right = Bounds.Right - Space.InsidePanel, middle = Bounds.Centre.Y;
        var button = new Rectangle(right - ButtonSide, middle - (ButtonSide / 2), ButtonSide, ButtonSide);
        _hear.Arrange(button);
        _clear.Arrange(button);
        if (_hear.IsVisible || _clear.IsVisible)
            right -= ButtonSide + (Gap / 2);
        right -= ArrangeMatch(right, middle);
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
        x -= _match.IsVisible ? _match.Bounds.Width + Gap : 0;
        canvas.Text(CountText(buffer), x, Bounds.Centre.Y + style.BaselineBelowMiddle, style.Aligned(TextAlign.Right));
    }

    private void FollowMatch()
    {
        if (!ReferenceEquals(_model.Prompt.MatchLabel, _matchLabel))
        {
            _matchLabel = _model.Prompt.MatchLabel;
            _match.IsVisible = _matchLabel is not null;
            _match.Name = _matchLabel ?? "Match";
            ArrangeChildren();
            Invalidate();
        }

        if (_model.Prompt.TakeNotice() is { } notice)
            Answer(notice);
    }

    // The width that it takes.
    private double ArrangeMatch(double right, double middle)
    {
        if (_matchLabel is not { } label || Scene is not { } scene)
            return 0;
        _match.Text = Bounds.Width < LeastForLongNames ? label.Split(' ')[0] : label;
        double width = _match.WantedWidth(scene);
        _match.Arrange(new Rectangle(right - width, middle - (ButtonSide / 2), width, ButtonSide));
        return width + Gap;
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
}
