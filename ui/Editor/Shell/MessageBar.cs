using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// What is missing or went wrong, in plain words, one message at a time until it is put away. A message that was put away stays so while
/// the window is open; the one that answers what was just done (<see cref="Say"/>) comes each time.
/// </summary>
internal sealed class MessageBar : Widget
{
    private const double LineHeight = 17;
    private const double EdgeWidth = 3;
    private const double Above = 10;
    private const double TextLeft = 16;
    private const double CloseSize = 26;
    private const double HalfLine = LineHeight / 2;

    private static readonly TextStyle Measured = new(TypeSize.Label, default);

    private readonly IEditorModel _model;
    private readonly Action _resized;
    private readonly Button _close;
    private readonly HashSet<string> _dismissed = [];
    private readonly List<string> _lines = [];
    private string? _said;
    private string? _shown;

    /// <summary>A model's messages.</summary>
    /// <param name="model">Whose.</param>
    /// <param name="resized">It wants another height, or came, or went.</param>
    public MessageBar(IEditorModel model, Action resized)
    {
        (_model, _resized) = (model, resized);
        _close = Add(new Button("Put the message away", Dismiss) { Icon = Icon.Close, IconSize = 12, Tip = "Put away" });
        IsVisible = false;
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Label;

    /// <inheritdoc/>
    public override string AccessibleName => _shown ?? "";

    /// <summary>Shows why something that was just asked for can't be.</summary>
    public void Say(string problem)
    {
        _said = problem;
        Follow();
    }

    /// <summary>Looks for what is to be said. Called each frame, hidden or not; allocates only when that is another message.</summary>
    public void Follow()
    {
        string? message = _said ?? First();
        if (ReferenceEquals(message, _shown))
            return;
        _shown = message;
        IsVisible = message is not null;
        _resized();
    }

    /// <summary>The height that its text takes, in canvas units.</summary>
    public double WantedHeight(double width)
    {
        _lines.Clear();
        if (_shown is { } text && Scene is { } scene)
            TextWrap.AddLines(text, width - TextLeft - CloseSize - Above, line => scene.MeasureWidth(line, Measured), _lines);
        return (_lines.Count * LineHeight) + (2 * Above);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren() => _close.Arrange(
        new Rectangle(Bounds.Right - CloseSize - 5, Bounds.Top + Above + HalfLine - (CloseSize / 2), CloseSize, CloseSize));

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, theme.AmberFill);
        canvas.FillRoundedRectangle(
            Rectangle.FromEdges(Bounds.Left + EdgeWidth, Bounds.Top, Bounds.Right, Bounds.Bottom), Space.ControlRadius - 2, theme.Raised);
        var style = new TextStyle(TypeSize.Label, theme.Text);
        double middle = Bounds.Top + Above + HalfLine;
        for (int i = 0; i < _lines.Count; i++)
            canvas.Text(_lines[i], Bounds.Left + TextLeft, middle + (i * LineHeight) + style.BaselineBelowMiddle, style);
    }

    private string? First()
    {
        IReadOnlyList<string> messages = _model.Messages;
        for (int i = 0; i < messages.Count; i++)
        {
            if (!_dismissed.Contains(messages[i]))
                return messages[i];
        }

        return null;
    }

    private void Dismiss()
    {
        if (_said is null && _shown is { } shown)
            _ = _dismissed.Add(shown);
        _said = null;
        Follow();
    }
}
