using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The output's row where the panel has no room for it.</summary>
internal sealed class OutputCard : Popup
{
    private const double Margin = 12;

    private readonly OutputRow _row;

    /// <summary>A card of a model.</summary>
    public OutputCard(IEditorModel model) => _row = Add(new OutputRow(model));

    /// <inheritdoc/>
    public override Size Wanted => new(320 + (2 * Margin), OutputPanel.RowHeight + (2 * Margin));

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "More of the output";

    /// <inheritdoc/>
    protected override void ArrangeChildren() => _row.Arrange(Bounds.Inset(Margin));

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context) => PopupGround.Draw(canvas, Bounds, context.Theme);
}
