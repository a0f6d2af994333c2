namespace SemanticEq.Ui.Canvas;

/// <summary>
/// A picture kept in pixels: drawn once on its own canvas, shown often by <see cref="ICanvas.DrawLayer"/>. Begins transparent, or black
/// where it is opaque. Its owner disposes of it. Main thread only.
/// </summary>
public interface ILayer : IDisposable
{
    /// <summary>Width and height in canvas units, rounded up to whole pixels.</summary>
    Size Size { get; }

    /// <summary>Where to draw, at the scale of the canvas that the layer was made by; the origin is the layer's top left corner.</summary>
    ICanvas Canvas { get; }

    /// <summary>Makes it transparent again, or black where it is opaque; clip and translation of its canvas stay.</summary>
    void Clear();
}
