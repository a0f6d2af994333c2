using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Pictures;

/// <summary>The lines of a picture, the same in the plot and in its legend.</summary>
internal static class PictureStrokes
{
    /// <summary>The equaliser's curve.</summary>
    public static readonly Pen Curve = new(2.2, LineCap.Round);

    /// <summary>The spectrum after.</summary>
    public static readonly Pen Spectrum = new(1.2, LineCap.Round);

    /// <summary>A band's own response.</summary>
    public static readonly Pen Response = new(1, LineCap.Round);

    /// <summary>From a node to its point on the curve, where it had to give way.</summary>
    public static readonly Pen Leader = new(1, LineCap.Round);
}
