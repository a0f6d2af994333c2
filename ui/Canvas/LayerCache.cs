namespace SemanticEq.Ui.Canvas;

/// <summary>
/// Something drawn that rarely changes (a grid, labels, a knob's ground), kept as a layer: <see cref="Redraw"/> gives a canvas when it has
/// to be drawn (first, after <see cref="Invalidate"/>, at another size or scale), in the coordinates of the canvas it is shown on;
/// <see cref="Show"/> shows it. Main thread only.
/// </summary>
/// <param name="opaque">Whether what is drawn covers the whole area: it is then shown faster.</param>
/// <example>
/// <code>
/// if (_grid.Redraw(canvas, Bounds) is { } grid)
///     DrawGrid(grid);
/// _grid.Show(canvas);
/// </code>
/// </example>
public sealed class LayerCache(bool opaque = false) : IDisposable
{
    private ILayer? _layer;
    private Rectangle _area;
    private double _scale;
    private bool _isValid;

    /// <summary>What is kept is no longer right.</summary>
    public void Invalidate() => _isValid = false;

    /// <summary>The canvas to draw on where the layer has to be drawn, else null. Allocates only where the size or the scale changed.</summary>
    /// <param name="canvas">The canvas that it will be shown on, without a translation by a fraction of a pixel.</param>
    /// <param name="area">What it covers there, in canvas units; grown to whole pixels.</param>
    public ICanvas? Redraw(ICanvas canvas, Rectangle area)
    {
        Rectangle whole = WholePixels(area, canvas.PixelScale);
        if (_isValid && whole == _area && canvas.PixelScale == _scale)
            return null;

        if (_layer is null || canvas.PixelScale != _scale || whole.Width != _area.Width || whole.Height != _area.Height)
        {
            _layer?.Dispose();
            _layer = null;
            _layer = canvas.CreateLayer(new Size(whole.Width, whole.Height), opaque);
        }
        else
        {
            _layer.Canvas.Translate(_area.X, _area.Y);
            _layer.Clear();
        }

        (_area, _scale, _isValid) = (whole, canvas.PixelScale, true);
        _layer.Canvas.Translate(-whole.X, -whole.Y);
        return _layer.Canvas;
    }

    /// <summary>Shows what was drawn, where it was asked for.</summary>
    /// <param name="canvas">The canvas that <see cref="Redraw"/> was given.</param>
    /// <param name="opacity">0 to 1.</param>
    public void Show(ICanvas canvas, double opacity = 1)
    {
        if (_layer is not null)
            canvas.DrawLayer(_layer, _area.X, _area.Y, opacity);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _layer?.Dispose();
        _layer = null;
        _isValid = false;
    }

    private static Rectangle WholePixels(Rectangle area, double scale) => Rectangle.FromEdges(
        Math.Floor((area.Left * scale) + Slack) / scale, Math.Floor((area.Top * scale) + Slack) / scale,
        Math.Ceiling((area.Right * scale) - Slack) / scale, Math.Ceiling((area.Bottom * scale) - Slack) / scale);

    // What rounding leaves of an edge that lies on a pixel's.
    private const double Slack = 1e-6;
}
