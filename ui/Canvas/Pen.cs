namespace SemanticEq.Ui.Canvas;

/// <summary>How the ends of an open line look. Corners are always round.</summary>
public enum LineCap
{
    /// <summary>The line stops at its end point.</summary>
    Butt,

    /// <summary>A half circle around its end point.</summary>
    Round,
}

/// <summary>How a path is stroked.</summary>
/// <param name="Width">Line width in canvas units, above 0.</param>
/// <param name="Cap">The look of open ends.</param>
/// <param name="DashOn">Length of a dash in canvas units; 0 draws an unbroken line.</param>
/// <param name="DashOff">Length of the gap between dashes in canvas units.</param>
public readonly record struct Pen(double Width, LineCap Cap = LineCap.Butt, double DashOn = 0, double DashOff = 0);
