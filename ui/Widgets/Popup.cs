using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>A widget that comes up above the others: a menu, a value being typed, a card.</summary>
public abstract class Popup : Widget
{
    /// <summary>The size it wants, in canvas units.</summary>
    public abstract Size Wanted { get; }

    /// <summary>
    /// Whether it has pointer and keyboard for itself while it is open: Tab stays within, and a press beside it only closes it. One that
    /// is not (a list of suggestions) leaves the keyboard where it is, and the press that closes it does what it does.
    /// </summary>
    public virtual bool IsModal => true;

    /// <summary>It is open and has its place: the moment to take the keyboard.</summary>
    public virtual void Opened()
    {
    }

    /// <summary>It was closed, by whatever.</summary>
    public virtual void Closed()
    {
    }
}
