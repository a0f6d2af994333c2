using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>A window's size: hosts count pixels, widgets count units, a user or a host says how many pixels a unit has.</summary>
internal sealed class WindowSize
{
    /// <summary>A screen of 4K.</summary>
    public static readonly EditorSize Most = new(3840, 2160);

    // Beyond these knobs stand in a desert, or curves in a slit.
    private const double LeastAspect = 1.0;
    private const double MostAspect = 3.0;
    private const double LeastScale = 1.0;
    private const double MostScale = 3.0;

    /// <summary>In canvas units.</summary>
    public Size Units { get; private set; } = EditorLayout.Usual;

    /// <summary>Pixels per unit.</summary>
    public double Scale { get; private set; } = 1.0;

    /// <summary>In pixels.</summary>
    public EditorSize Pixels => new((int)Math.Round(Units.Width * Scale), (int)Math.Round(Units.Height * Scale));

    /// <summary>Takes a size that a user liked.</summary>
    public void Prefer(Size units) => Take(Constrain(new EditorSize((int)Math.Round(units.Width * Scale), (int)Math.Round(units.Height * Scale))));

    /// <summary>Takes what a host gives, whatever it is.</summary>
    public void Take(EditorSize pixels) => Units = new Size(pixels.Width / Scale, pixels.Height / Scale);

    /// <summary>Takes a scale; the size in units stays.</summary>
    /// <returns>Whether it is another one.</returns>
    public bool TakeScale(double scale)
    {
        scale = double.IsFinite(scale) ? Math.Clamp(scale, LeastScale, MostScale) : LeastScale;
        if (scale == Scale)
            return false;
        Scale = scale;
        return true;
    }

    /// <summary>The nearest size in pixels that everything can be read and reached in.</summary>
    public EditorSize Constrain(EditorSize wanted)
    {
        double leastWidth = EditorLayout.Least.Width * Scale, leastHeight = EditorLayout.Least.Height * Scale;
        double width = Math.Clamp(wanted.Width, leastWidth, Math.Max(leastWidth, Most.Width));
        double height = Math.Clamp(wanted.Height, leastHeight, Math.Max(leastHeight, Most.Height));
        height = Math.Clamp(height, Math.Max(leastHeight, width / MostAspect), Math.Max(leastHeight, width / LeastAspect));
        return new EditorSize((int)Math.Round(width), (int)Math.Round(height));
    }
}
