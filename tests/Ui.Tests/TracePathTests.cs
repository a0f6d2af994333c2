using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Tests;

public class TracePathTests
{
    private const int Width = 300, Height = 200;
    private static readonly Colour White = Colour.FromRgb(0xFFFFFF);
    private static readonly Colour Black = Colour.FromRgb(0);
    private static readonly FrequencyAxis Frequencies = new(0, Width);
    private static readonly LevelAxis Levels = new(10, 0, -10, Height);

    [Fact]
    public void A_smooth_line_never_leaves_the_range_of_its_points()
    {
        Gen<double[]> levels = Gen.Choose(-60, 60).Select(n => n / 10.0).ArrayOf(12);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(levels.ToArbitrary(), db =>
        {
            using var image = new CairoImage(Width, Height);
            Stroke(image, new FrequencyTrace(SamplePicture.LogGrid(12), db), width: 1);
            int top = (int)Levels.Y(db.Max()) - 1, bottom = (int)Levels.Y(db.Min()) + 1;
            for (int x = 0; x < Width; x++)
                for (int y = 0; y < Height; y++)
                    if (y < top || y > bottom)
                        image.PixelAt(x, y).ShouldBe(Black, $"{x}, {y} outside {top} to {bottom}");
        }));
    }

    [Fact]
    public void A_smooth_line_comes_closer_to_a_bell_than_straight_lines_do()
    {
        static double Bell(double hz) => 8 * Math.Exp(-Math.Pow(Math.Log2(hz / 700), 2));
        double[] few = SamplePicture.LogGrid(16);
        var trace = new FrequencyTrace(few, few.Select(Bell).ToArray());
        WorstError(smooth: true).ShouldBeLessThan(0.7 * WorstError(smooth: false));

        double WorstError(bool smooth)
        {
            using var image = new CairoImage(Width * 4, Height * 4, scale: 4);
            Stroke(image, trace, width: 0.5, smooth);
            double worst = 0;
            for (int x = 20; x < (Width * 4) - 20; x += 7)
            {
                int[] ink = [.. Enumerable.Range(0, Height * 4).Where(y => image.PixelAt(x, y).Red > 100)];
                double wanted = 4 * Levels.Y(Bell(Frequencies.FrequencyHz((x + 0.5) / 4)));
                worst = Math.Max(worst, Math.Abs(ink.Average() + 0.5 - wanted));
            }

            return worst;
        }
    }

    [Fact]
    public void A_gap_stays_empty_and_a_lonely_point_is_a_dot()
    {
        using var image = new CairoImage(Width, Height);
        double nan = double.NaN;
        Stroke(image, new FrequencyTrace(SamplePicture.LogGrid(7), new[] { 0, 0, nan, 0, nan, 0, 0 }), width: 4);
        image.PixelAt(25, 100).ShouldBe(White);
        image.PixelAt(75, 100).ShouldBe(Black);
        image.PixelAt(150, 100).ShouldBe(White);
        image.PixelAt(175, 100).ShouldBe(Black);
        image.PixelAt(275, 100).ShouldBe(White);
    }

    [Fact]
    public void An_area_reaches_from_its_trace_to_its_base()
    {
        using var image = new CairoImage(Width, Height);
        image.Canvas.BeginPath();
        image.Canvas.AddArea(Flat(5), Frequencies, Levels, baseY: 160, smooth: false);
        image.Canvas.Fill(White);
        (image.PixelAt(150, 49), image.PixelAt(150, 50)).ShouldBe((Black, White));
        (image.PixelAt(150, 159), image.PixelAt(150, 160)).ShouldBe((White, Black));
    }

    [Fact]
    public void A_ribbon_lies_on_both_sides_of_its_trace_except_where_its_spread_is_unknown()
    {
        using var image = new CairoImage(Width, Height);
        image.Canvas.BeginPath();
        image.Canvas.AddRibbon(Flat(0), [2, 2, 2, double.NaN, 4, 4, 4], Frequencies, Levels);
        image.Canvas.Fill(White);
        (image.PixelAt(50, 79), image.PixelAt(50, 80), image.PixelAt(50, 119), image.PixelAt(50, 120))
            .ShouldBe((Black, White, White, Black));
        image.PixelAt(150, 100).ShouldBe(Black);
        (image.PixelAt(250, 59), image.PixelAt(250, 60), image.PixelAt(250, 139), image.PixelAt(250, 140))
            .ShouldBe((Black, White, White, Black));
    }

    [Fact]
    public void Zero_hertz_and_frequencies_that_coincide_do_no_harm()
    {
        using var image = new CairoImage(Width, Height);
        double hz = 1000;
        Stroke(image, new FrequencyTrace(
            new[] { -1, 0, 1e-300, hz, Math.BitIncrement(hz), Math.BitIncrement(Math.BitIncrement(hz)), 1e300 },
            new[] { 0, 0, 0, 0, 5, -5, 0.0 }), width: 2);
        image.PixelAt((int)Frequencies.X(hz), 80).Red.ShouldBeGreaterThan((byte)100);
        image.ToPng().Length.ShouldBeGreaterThan(100);
    }

    private static FrequencyTrace Flat(double levelDb) =>
        new(SamplePicture.LogGrid(7), Enumerable.Repeat(levelDb, 7).ToArray());

    private static void Stroke(CairoImage image, FrequencyTrace trace, double width, bool smooth = true)
    {
        image.Canvas.BeginPath();
        image.Canvas.AddTrace(trace, Frequencies, Levels, smooth);
        image.Canvas.Stroke(White, new Pen(width, LineCap.Round));
    }
}
