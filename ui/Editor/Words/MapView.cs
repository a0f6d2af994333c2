using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>Which part of the words' plane shows, and where on the window. Main thread.</summary>
internal sealed class MapView
{
    /// <summary>How many times nearer than all at once.</summary>
    public const double MaxZoom = 8;

    private Point _centre = new(0.5, 0.5);

    /// <summary>Where the plane shows, in canvas units.</summary>
    public Rectangle Area { get; set; }

    /// <summary>1 for the whole plane, to <see cref="MaxZoom"/>.</summary>
    public double Zoom { get; private set; } = 1;

    /// <summary>Where a place of the plane (0 to 1) lies on the window.</summary>
    public Point ToWindow(Point place) => new(
        Area.Centre.X + ((place.X - _centre.X) * Area.Width * Zoom), Area.Centre.Y + ((place.Y - _centre.Y) * Area.Height * Zoom));

    /// <summary>Which place of the plane lies under a point of the window.</summary>
    public Point ToPlace(Point at) => new(
        _centre.X + ((at.X - Area.Centre.X) / (Math.Max(1, Area.Width) * Zoom)),
        _centre.Y + ((at.Y - Area.Centre.Y) / (Math.Max(1, Area.Height) * Zoom)));

    /// <summary>Comes nearer or goes back, while the place under the pointer stays there.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool ZoomAbout(Point at, double factor)
    {
        Point before = ToPlace(at);
        double zoom = Math.Clamp(Zoom * factor, 1, MaxZoom);
        if (zoom == Zoom)
            return false;
        Zoom = zoom;
        Point after = ToPlace(at);
        MoveTo(new Point(_centre.X + before.X - after.X, _centre.Y + before.Y - after.Y));
        return true;
    }

    /// <summary>Moves the plane with the pointer, in canvas units.</summary>
    public void Pan(double x, double y) => MoveTo(new Point(
        _centre.X - (x / (Math.Max(1, Area.Width) * Zoom)), _centre.Y - (y / (Math.Max(1, Area.Height) * Zoom))));

    /// <summary>Brings a place into view, if it isn't.</summary>
    public void Reveal(Point place)
    {
        if (!Area.Contains(ToWindow(place)))
            MoveTo(place);
    }

    /// <summary>Shows all.</summary>
    public void Fit()
    {
        Zoom = 1;
        MoveTo(new Point(0.5, 0.5));
    }

    private void MoveTo(Point centre)
    {
        double half = 0.5 / Zoom;
        _centre = new Point(Math.Clamp(centre.X, half, 1 - half), Math.Clamp(centre.Y, half, 1 - half));
    }
}
