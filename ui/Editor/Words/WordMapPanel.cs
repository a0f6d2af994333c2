using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The words: what is in force, its variations, and all of them on a map. Main thread.</summary>
public sealed class WordMapPanel : Widget
{
    private const double TitleMiddle = 21;
    private const double SearchHeight = 24;
    private const double SearchWidth = 150;
    private const double StatusTop = 40;
    private const double Gap = 6;

    private readonly WordStatus _status;
    private readonly VariationRow _variations;
    private readonly WordMap _map;

    /// <summary>The words of a model.</summary>
    public WordMapPanel(IEditorModel model)
    {
        var choice = new WordChoice(model);
        _status = Add(new WordStatus(model));
        _variations = Add(new VariationRow(model) { VisibleChanged = ArrangeChildren });
        _map = Add(new WordMap(model, new WordSearch(model.Words.All), choice) { AskedChanged = Tell });
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Words";

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        _variations.Look();
        base.Tick(seconds);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        Rectangle inside = Bounds.Inset(Space.InsidePanel);
        _status.Arrange(inside with { Y = Bounds.Top + StatusTop, Height = WordStatus.Height });
        double top = _status.Bounds.Bottom + Gap;
        _variations.Arrange(inside with { Y = top, Height = VariationRow.Height });
        if (_variations.IsVisible)
            top += VariationRow.Height + Gap;
        _map.Arrange(Rectangle.FromEdges(Bounds.Left + 2, top, Bounds.Right - 2, Bounds.Bottom - 4));
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        canvas.FillRoundedRectangle(Bounds, Space.PanelRadius, theme.Panel);
        var title = new TextStyle(TypeSize.Label, theme.Muted, FontWeight.Medium);
        canvas.Text("Words"u8, Bounds.Left + Space.InsidePanel, Bounds.Top + TitleMiddle + title.BaselineBelowMiddle, title);
    }

    private void Tell() => _status.Asked = _map.Asked;
}
