using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Pictures;

/// <summary>The size of a picture: what fits on it, and how finely it is drawn.</summary>
public sealed record PictureSize
{
    /// <summary>The least width in units: the legend and four bands side by side.</summary>
    public const double MinWidth = 560;

    /// <summary>The least height in units: a plot that can be read.</summary>
    public const double MinHeight = 360;

    /// <summary>A size in pixels, and how many of them a unit takes.</summary>
    /// <param name="widthPixels">Width in pixels.</param>
    /// <param name="heightPixels">Height in pixels.</param>
    /// <param name="scale">Pixels a unit, 0.5 to 8; type of 12 units is 12 × scale pixels tall.</param>
    /// <exception cref="ArgumentException">Less than <see cref="MinWidth"/> × <see cref="MinHeight"/> units, or more pixels than
    /// an image can have.</exception>
    public PictureSize(int widthPixels = 1680, int heightPixels = 900, double scale = 1.5)
    {
        if (!(scale is >= 0.5 and <= 8))
            throw new ArgumentException($"A picture's scale must be from 0.5 to 8, not {scale}.", nameof(scale));
        if (widthPixels < MinWidth * scale || heightPixels < MinHeight * scale)
            throw new ArgumentException(
                $"A picture at scale {scale} needs {MinWidth * scale} × {MinHeight * scale} pixels at least, "
                + $"not {widthPixels} × {heightPixels}.");
        if (Math.Max(widthPixels, heightPixels) > CairoImage.MaxSidePixels)
            throw new ArgumentException($"A picture cannot be wider or higher than {CairoImage.MaxSidePixels} pixels.");
        (WidthPixels, HeightPixels, Scale) = (widthPixels, heightPixels, scale);
    }

    /// <summary>Width in pixels.</summary>
    public int WidthPixels { get; }

    /// <summary>Height in pixels.</summary>
    public int HeightPixels { get; }

    /// <summary>Pixels a unit.</summary>
    public double Scale { get; }

    /// <summary>Width in units.</summary>
    public double Width => WidthPixels / Scale;

    /// <summary>Height in units.</summary>
    public double Height => HeightPixels / Scale;
}
