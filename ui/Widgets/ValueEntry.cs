using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>Types a control's value.</summary>
public sealed class ValueEntry(IControl control, string typed) : Popup
{
    /// <summary>Its width, in canvas units.</summary>
    public const double Width = 120;

    /// <inheritdoc/>
    public override Size Wanted => new(Width, 36);

    /// <inheritdoc/>
    public override string AccessibleName => control.Name + typed;
}
