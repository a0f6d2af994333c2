using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Tests;

/// <summary>
/// How different two pictures look: the difference (ΔE of 1976, CIELAB under D65) between the mean colours of blocks of 8 × 8 pixels. How
/// letters are smoothed hardly shows in it; a word, a line or a dot that is missing, moved or of another colour does.
/// </summary>
/// <param name="Mean">Of all blocks.</param>
/// <param name="ShareSeen">Share of the blocks that differ by more than <see cref="Seen"/>.</param>
internal readonly record struct PictureDistance(double Mean, double ShareSeen)
{
    /// <summary>A difference that is plainly seen.</summary>
    public const double Seen = 8;

    private const int Side = 8;

    public static PictureDistance Between(PngReader a, PngReader b)
    {
        (a.Width, a.Height).ShouldBe((b.Width, b.Height));
        double sum = 0;
        int blocks = 0, seen = 0;
        for (int y = 0; y + Side <= a.Height; y += Side)
        {
            for (int x = 0; x + Side <= a.Width; x += Side)
            {
                double difference = Difference(MeanLab(a, x, y), MeanLab(b, x, y));
                sum += difference;
                seen += difference > Seen ? 1 : 0;
                blocks++;
            }
        }

        return new PictureDistance(sum / blocks, seen / (double)blocks);
    }

    private static double Difference((double L, double A, double B) a, (double L, double A, double B) b) =>
        Math.Sqrt(Math.Pow(a.L - b.L, 2) + Math.Pow(a.A - b.A, 2) + Math.Pow(a.B - b.B, 2));

    // Light adds up linearly, so that the mean is taken there.
    private static (double L, double A, double B) MeanLab(PngReader picture, int left, int top)
    {
        double red = 0, green = 0, blue = 0;
        for (int y = top; y < top + Side; y++)
        {
            for (int x = left; x < left + Side; x++)
            {
                Colour pixel = picture.PixelAt(x, y);
                red += Linear(pixel.Red);
                green += Linear(pixel.Green);
                blue += Linear(pixel.Blue);
            }
        }

        return Lab(red / (Side * Side), green / (Side * Side), blue / (Side * Side));
    }

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static (double L, double A, double B) Lab(double red, double green, double blue)
    {
        double x = F(((0.4124 * red) + (0.3576 * green) + (0.1805 * blue)) / 0.9505);
        double y = F((0.2126 * red) + (0.7152 * green) + (0.0722 * blue));
        double z = F(((0.0193 * red) + (0.1192 * green) + (0.9505 * blue)) / 1.089);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
    }
}
