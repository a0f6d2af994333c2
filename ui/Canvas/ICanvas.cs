namespace SemanticEq.Ui.Canvas;

/// <summary>
/// A surface to draw on at once, in logical units (y downwards), whatever the pixels beneath. One path is current; painting keeps
/// it, so that it can be filled and then stroked, until <see cref="BeginPath"/>. Main thread only. No call allocates managed
/// memory, since an editor draws some sixty times a second.
/// </summary>
public interface ICanvas
{
    /// <summary>Device pixels per canvas unit, above 0. For snapping hairlines to pixels.</summary>
    double PixelScale { get; }

    /// <summary>Remembers clip, translation and edges until the matching <see cref="Restore"/>.</summary>
    void Save();

    /// <summary>Goes back to clip, translation and edges of the matching <see cref="Save"/>.</summary>
    void Restore();

    /// <summary>Moves the origin of what follows.</summary>
    void Translate(double x, double y);

    /// <summary>Confines what follows to the current path as well; ends with <see cref="Restore"/>.</summary>
    void Clip();

    /// <summary>
    /// Lets edges be a little coarser, and drawn some three times as fast, until the matching <see cref="Restore"/>: for what moves anyway.
    /// </summary>
    void Coarsen();

    /// <summary>Starts with an empty path.</summary>
    void BeginPath();

    /// <summary>Starts a part of the path at a point.</summary>
    void MoveTo(double x, double y);

    /// <summary>Adds a straight line.</summary>
    void LineTo(double x, double y);

    /// <summary>Adds a cubic Bézier curve with two control points.</summary>
    void CurveTo(double x1, double y1, double x2, double y2, double x, double y);

    /// <summary>Adds an arc, clockwise on the screen from the first angle to the second, in radians from the positive x axis.</summary>
    void Arc(double centreX, double centreY, double radius, double fromRadians, double toRadians);

    /// <summary>Closes the current part of the path with a straight line.</summary>
    void ClosePath();

    /// <summary>Fills the path (non-zero winding).</summary>
    void Fill(Colour colour);

    /// <summary>Fills the path with a vertical gradient between two heights; beyond them the end colours go on.</summary>
    void FillGradient(Colour top, double topY, Colour bottom, double bottomY);

    /// <summary>Strokes the path.</summary>
    void Stroke(Colour colour, in Pen pen);

    /// <summary>Sets one line of text; <paramref name="baselineY"/> is the line that the letters stand on.</summary>
    /// <param name="utf8">The text in UTF-8; malformed bytes show as the replacement character.</param>
    /// <param name="x">Where the point named by the style's alignment lies.</param>
    /// <param name="baselineY">Height of the baseline.</param>
    /// <param name="style">Size, weight, colour and alignment.</param>
    void Text(ReadOnlySpan<byte> utf8, double x, double baselineY, in TextStyle style);

    /// <summary>Width of one line of text in canvas units, as <see cref="Text"/> would set it.</summary>
    double MeasureWidth(ReadOnlySpan<byte> utf8, in TextStyle style);
}
