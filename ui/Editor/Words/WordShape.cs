using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>What a word takes of the map: its dot, and its label on one side of it. In canvas units.</summary>
/// <param name="Dot">Around the dot.</param>
/// <param name="Label">Around the label; empty where it has none.</param>
internal readonly record struct WordShape(Rectangle Dot, Rectangle Label)
{
    /// <summary>From a dot's edge to its label.</summary>
    public const double Gap = 4;

    /// <summary>Both together.</summary>
    public Rectangle All => Label.Width > 0 ? Dot.Union(Label) : Dot;

    /// <summary>A word's.</summary>
    /// <param name="at">The dot's middle.</param>
    /// <param name="radius">The dot's.</param>
    /// <param name="label">The label's size; empty for none.</param>
    /// <param name="isLeft">Whether the label stands to the left of the dot.</param>
    public static WordShape Of(Point at, double radius, Size label, bool isLeft)
    {
        double away = radius + Gap;
        return new(
            new Rectangle(at.X - radius, at.Y - radius, 2 * radius, 2 * radius),
            new Rectangle(isLeft ? at.X - away - label.Width : at.X + away, at.Y - (label.Height / 2), label.Width, label.Height));
    }

    /// <summary>Whether two words lie over each other.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="beside">Room that this one's label wants on its left and right.</param>
    /// <param name="around">Room that its dot wants around it, and its label above and below.</param>
    public bool Overlaps(in WordShape other, double beside, double around = 0)
    {
        Rectangle wide = Label.Width <= 0 ? default
            : new Rectangle(Label.X - beside, Label.Y - around, Label.Width + (2 * beside), Label.Height + (2 * around));
        Rectangle dot = Dot.Inset(-around);
        return dot.Overlaps(other.Dot) || dot.Overlaps(other.Label) || wide.Overlaps(other.Dot) || wide.Overlaps(other.Label);
    }
}
