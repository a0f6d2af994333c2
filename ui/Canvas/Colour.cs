namespace SemanticEq.Ui.Canvas;

/// <summary>A colour in sRGB with opacity. Values are not premultiplied.</summary>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
/// <param name="Opacity">0 (nothing) to 1 (opaque).</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue, double Opacity = 1.0)
{
    /// <summary>An opaque colour from <c>0xRRGGBB</c>, as palettes are written.</summary>
    public static Colour FromRgb(uint rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>The same hue at another opacity.</summary>
    /// <param name="opacity">0 to 1.</param>
    public Colour WithOpacity(double opacity) => this with { Opacity = opacity };

    /// <summary>What is seen when this colour is painted on an opaque ground.</summary>
    public Colour Over(Colour ground)
    {
        return new Colour(Mix(Red, ground.Red, Opacity), Mix(Green, ground.Green, Opacity), Mix(Blue, ground.Blue, Opacity));

        static byte Mix(byte above, byte below, double opacity) => (byte)Math.Round(below + ((above - below) * opacity));
    }

    /// <summary>
    /// Contrast ratio of two opaque colours, 1 to 21. Text wants 4.5 at least
    /// (WCAG 2.2, success criterion 1.4.3 and its relative luminance).
    /// </summary>
    public static double ContrastRatio(Colour a, Colour b)
    {
        double first = a.RelativeLuminance, second = b.RelativeLuminance;
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private double RelativeLuminance =>
        (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
