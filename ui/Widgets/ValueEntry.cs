using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// Types a control's value, with or without its unit. Return or a press beside it sets it, Escape leaves it; what can't be read is
/// said, and nothing is set.
/// </summary>
public sealed class ValueEntry : Popup
{
    /// <summary>Its width, in canvas units.</summary>
    public const double Width = 148;

    private const double FieldHeight = 32;
    private const double Margin = 8;
    private const double HintHeight = 20;
    private const int TextBytes = 128;

    private readonly IControl _control;
    private readonly TextField _field;
    private readonly string _range;
    private readonly string _before;
    private bool _isUnread;
    private bool _isDone;

    /// <summary>Begins with the value as it stands, selected, or with what was typed already.</summary>
    public ValueEntry(IControl control, string typed = "")
    {
        _control = control;
        _range = $"{TextOf(0)} to {TextOf(1)}";
        _before = TextOf(control.Value);
        _field = Add(new TextField(control.Name)
        {
            Text = typed.Length > 0 ? typed : _before,
            Changed = _ => Say(unread: false),
            Submitted = Submit,
            Abandoned = () => _isDone = true,
        });
        if (typed.Length == 0)
            _field.SelectAll();
    }

    /// <inheritdoc/>
    public override Size Wanted => new(Width, FieldHeight + HintHeight + (2 * Margin));

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => $"Type a value for {_control.Name}, {_range}";

    /// <inheritdoc/>
    public override string AccessibleValue => _isUnread ? Unread : "";

    private string Unread => $"Try {_range}";

    /// <inheritdoc/>
    public override void Opened() => Scene?.Focus(_field);

    /// <inheritdoc/>
    public override void Closed()
    {
        if (!_isDone && _field.Text != _before && _control.TryParse(_field.Text, out double value))
            _control.SetOnce(value);
        _isDone = true;
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren() =>
        _field.Arrange(new Rectangle(Bounds.Left + Margin, Bounds.Top + Margin, Bounds.Width - (2 * Margin), FieldHeight));

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        PopupGround.Draw(canvas, Bounds, context.Theme);
        Colour colour = _isUnread ? context.Theme.Warning : context.Theme.Muted;
        var hint = new TextStyle(TypeSize.Small, colour, Align: TextAlign.Centre);
        double baseline = Bounds.Bottom - Margin - (HintHeight / 2) + hint.BaselineBelowMiddle + 3;
        canvas.Text(_isUnread ? Unread : _range, Bounds.Centre.X, baseline, hint);
    }

    private string TextOf(double normalized)
    {
        Span<byte> buffer = stackalloc byte[TextBytes];
        return Encoding.UTF8.GetString(_control.Text(normalized, buffer)).Replace('\u2009', ' ');
    }

    private void Submit(string text)
    {
        if (!_control.TryParse(text, out double value))
        {
            Say(unread: true);
            _field.SelectAll();
            return;
        }

        _isDone = true;
        if (value != _control.Value)
            _control.SetOnce(value);
        Scene?.ClosePopup(this);
    }

    private void Say(bool unread)
    {
        _isUnread = unread;
        Invalidate();
    }
}
