using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>The side of a node that its card stands on.</summary>
internal enum CardSide
{
    /// <summary>None yet.</summary>
    None,

    /// <summary>Below.</summary>
    Below,

    /// <summary>Above.</summary>
    Above,

    /// <summary>Right of it.</summary>
    Right,

    /// <summary>Left of it.</summary>
    Left,
}

/// <summary>Finds a card its place: beside its node, never on it, within the plot, hiding as few other nodes as can be.</summary>
internal static class CardPlacement
{
    private const double Gap = 8;
    private const double EdgeGap = 3;

    // Staying on a side is worth more than the order of sides, and less than a node that is hidden.
    private const double StayCost = 0.5, OrderCost = 0.1;
    private static readonly CardSide[] Sides = [CardSide.Below, CardSide.Above, CardSide.Right, CardSide.Left];

    /// <summary>The best place, or null where there is none.</summary>
    /// <param name="size">The card's.</param>
    /// <param name="node">What its node covers.</param>
    /// <param name="area">Where the card must stay.</param>
    /// <param name="others">What the other nodes cover.</param>
    /// <param name="side">The side that it stands on; set to the new one.</param>
    public static Rectangle? Find(Size size, Rectangle node, Rectangle area, ReadOnlySpan<Rectangle> others, ref CardSide side)
    {
        Rectangle room = area.Inset(EdgeGap);
        Rectangle? best = null;
        CardSide bestSide = CardSide.None;
        double least = double.PositiveInfinity;
        for (int i = 0; i < Sides.Length; i++)
        {
            Rectangle place = Place(Sides[i], size, node, room);
            if (!room.Contains(place) || place.Overlaps(node))
                continue;
            double cost = (OrderCost * i) - (Sides[i] == side ? StayCost : 0);
            foreach (Rectangle other in others)
                cost += place.Overlaps(other) ? 1 : 0;
            if (cost >= least)
                continue;
            (best, bestSide, least) = (place, Sides[i], cost);
        }

        side = bestSide;
        return best;
    }

    private static Rectangle Place(CardSide side, Size size, Rectangle node, Rectangle room)
    {
        double x = Held(node.Centre.X - (size.Width / 2), room.Left, room.Right - size.Width);
        double y = Held(node.Centre.Y - (size.Height / 2), room.Top, room.Bottom - size.Height);
        return side switch
        {
            CardSide.Below => new Rectangle(x, node.Bottom + Gap, size.Width, size.Height),
            CardSide.Above => new Rectangle(x, node.Top - Gap - size.Height, size.Width, size.Height),
            CardSide.Right => new Rectangle(node.Right + Gap, y, size.Width, size.Height),
            _ => new Rectangle(node.Left - Gap - size.Width, y, size.Width, size.Height),
        };
    }

    private static double Held(double value, double least, double most) => Math.Clamp(value, least, Math.Max(least, most));
}
