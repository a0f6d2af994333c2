using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>A widget that comes up above the others: a menu, a value being typed, a card.</summary>
public abstract class Popup : Widget
{
    /// <summary>The size it wants, in canvas units.</summary>
    public abstract Size Wanted { get; }

    /// <summary>It was closed, by whatever.</summary>
    public virtual void Closed()
    {
    }
}
