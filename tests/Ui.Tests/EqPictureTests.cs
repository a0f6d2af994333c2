using SemanticEq.Dsp;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Tests;

public class EqPictureTests
{
    private const double Scale = 1.5;
    private static readonly Theme Theme = Theme.Dark;

    [Fact]
    public void A_picture_is_a_png_of_the_default_size()
    {
        using var folder = new TemporaryFolder();
        EqPicture.Save(folder.Path("warm.png"), SamplePicture.Warm());
        var png = new PngReader(File.ReadAllBytes(folder.Path("warm.png")));
        (png.Width, png.Height).ShouldBe((1680, 900));
        png.PixelAt(3, 3).ShouldBe(Theme.Ground);
        folder.Entries.ShouldBe(["warm.png"]);
    }

    [Fact]
    public void The_curve_lies_where_its_gains_say()
    {
        var bell = new Band(BandType.Bell, 900, -7.5, 0.8);
        using CairoImage image = Render(
            SamplePicture.CurveOnly(SamplePicture.Grid, SamplePicture.Grid.Select(hz => SamplePicture.AnalogueDb(bell, hz)).ToArray()),
            out EqPictureLayout layout);
        foreach (double hz in SamplePicture.LogGrid(60)[1..^1])
        {
            int x = (int)(Scale * layout.Frequencies.X(hz));
            double shownHz = layout.Frequencies.FrequencyHz((x + 0.5) / Scale);
            double wantedY = Scale * layout.Gains.Y(SamplePicture.AnalogueDb(bell, shownHz));
            MiddleOf(image, layout, x, Theme.Text).ShouldBe(wantedY, 0.75, $"at {shownHz:0} Hz");
        }
    }

    [Fact]
    public void A_spectrum_before_is_an_area_and_one_after_a_line()
    {
        double[] hz = SamplePicture.LogGrid(200);
        double[] flat = [.. hz.Select(_ => -40.0)], lower = [.. hz.Select(_ => -52.0)];
        EqPictureData data = new()
        {
            Title = "levels",
            Before = new FrequencyTrace(hz, flat),
            After = new FrequencyTrace(hz, lower),
        };
        using CairoImage image = Render(data, out EqPictureLayout layout);
        int x = (int)(Scale * layout.Frequencies.X(700));
        int edge = (int)Math.Round(Scale * layout.Levels.Y(-40));
        image.PixelAt(x, edge - 3).ShouldBe(Theme.Panel, "above the area");
        image.PixelAt(x, edge + 3).ShouldBeFarFrom(Theme.Panel, 15, "in the area");
        MiddleOf(image, layout, x, Theme.Amber, tolerance: 60).ShouldBe(Scale * layout.Levels.Y(-52), 1);
    }

    [Fact]
    public void Each_band_has_its_badge_on_the_curve_and_its_response_in_its_hue()
    {
        Band[] bands = [new(BandType.LowShelf, 80, 4, 0.7), new(BandType.Bell, 1000, -5, 1), new(BandType.HighShelf, 9000, 3, 0.7)];
        EqPictureData data = SamplePicture.With(bands) with { SpreadDb = default, Before = null, After = null };
        using CairoImage image = Render(data, out EqPictureLayout layout);
        for (int i = 0; i < bands.Length; i++)
        {
            double curveDb = data.Curve.LevelDbAt(bands[i].FrequencyHz);
            // Left of the figure.
            int badgeX = (int)(Scale * (layout.Frequencies.X(bands[i].FrequencyHz) - 5.5));
            image.PixelAt(badgeX, (int)(Scale * layout.Gains.Y(curveDb))).ShouldBeNear(Theme.Band(i), 4, $"badge {i + 1}");
        }

        // Between the bell's 0 dB line and its own response, away from its badge.
        int x = (int)(Scale * layout.Frequencies.X(800)), y = (int)(Scale * layout.Gains.Y(-0.9));
        image.PixelAt(x, y).ShouldBeNear(Theme.Band(1).WithOpacity(0.13).Over(Theme.Panel), 4, "response 2");
    }

    [Fact]
    public void A_spread_is_a_ribbon_around_the_curve()
    {
        double[] hz = SamplePicture.LogGrid(64);
        EqPictureData data = SamplePicture.CurveOnly(hz, new double[64]) with
        {
            SpreadDb = Enumerable.Repeat(3.0, 64).ToArray(),
        };
        using CairoImage image = Render(data, out EqPictureLayout layout);
        int x = (int)(Scale * layout.Frequencies.X(700));
        foreach (double gainDb in new[] { 2.7, 1.3, -1.3, -2.7 })
            image.PixelAt(x, (int)(Scale * layout.Gains.Y(gainDb)))
                .ShouldBeNear(Theme.Amber.WithOpacity(0.11).Over(Theme.Panel), 2, $"{gainDb} dB");
        image.PixelAt(x, (int)(Scale * layout.Gains.Y(3.3))).ShouldBe(Theme.Panel);
    }

    [Fact]
    public void A_gap_in_the_curve_stays_a_gap()
    {
        double[] hz = SamplePicture.LogGrid(200);
        double[] db = [.. hz.Select(f => f is > 400 and < 900 ? double.NaN : 2.0)];
        using CairoImage image = Render(SamplePicture.CurveOnly(hz, db), out EqPictureLayout layout);
        int y = (int)(Scale * layout.Gains.Y(2.0));
        image.PixelAt((int)(Scale * layout.Frequencies.X(300)), y).ShouldBeNear(Theme.Text);
        image.PixelAt((int)(Scale * layout.Frequencies.X(600)), y).ShouldBeFarFrom(Theme.Text, 100);
        image.PixelAt((int)(Scale * layout.Frequencies.X(1200)), y).ShouldBeNear(Theme.Text);
    }

    [Fact]
    public void A_curve_beyond_every_range_stays_inside_the_plot()
    {
        double[] hz = SamplePicture.LogGrid(100);
        double[] db = [.. hz.Select(f => 500 * Math.Sin(f / 900))];
        using CairoImage image = Render(SamplePicture.CurveOnly(hz, db), out EqPictureLayout layout);
        layout.GainRange.LimitDb.ShouldBe(48);
        // The strips right above and below the plot carry no text, so they must be the bare panel.
        foreach (double y in new[] { layout.Plot.Top - 3, layout.Plot.Bottom + 3 })
            for (double x = layout.Plot.Left; x < layout.Plot.Right; x++)
                image.PixelAt((int)(Scale * x), (int)(Scale * y)).ShouldBe(Theme.Panel, $"at {x}, {y}");
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(11, 12)]
    [InlineData(-17.9, 18)]
    [InlineData(23, 24)]
    public void The_range_follows_what_is_shown(double gainDb, double limitDb)
    {
        double[] hz = SamplePicture.LogGrid(64);
        using (Render(SamplePicture.CurveOnly(hz, Enumerable.Repeat(gainDb, 64).ToArray()), out EqPictureLayout layout))
            layout.GainRange.LimitDb.ShouldBe(limitDb);
        EqPictureData response = new()
        {
            Title = "a response counts too",
            Bands =
            [
                new PictureBand(
                    new Band(BandType.Bell, 500, gainDb, 1),
                    new FrequencyTrace(hz, Enumerable.Repeat(gainDb, 64).ToArray())),
            ],
        };
        using (Render(response, out EqPictureLayout layout))
            layout.GainRange.LimitDb.ShouldBe(limitDb);
    }

    [Fact]
    public void A_spread_of_another_length_than_the_curve_is_refused()
    {
        EqPictureData data = SamplePicture.Warm() with { SpreadDb = new double[3] };
        Should.Throw<ArgumentException>(() => EqPicture.Render(data)).Message.ShouldContain("has 3 for 64");
    }

    [Theory]
    [InlineData(100, 900, 1.5)]
    [InlineData(1680, 300, 1.5)]
    [InlineData(1680, 900, 0.1)]
    [InlineData(1680, 900, double.NaN)]
    [InlineData(40_000, 900, 1)]
    public void A_size_that_cannot_be_drawn_is_refused(int width, int height, double scale) =>
        Should.Throw<ArgumentException>(() => new PictureSize(width, height, scale));

    [Fact]
    public void Twice_the_scale_is_the_same_picture_in_more_pixels()
    {
        using CairoImage once = EqPicture.Render(SamplePicture.Warm(), new PictureSize(1120, 600, 1));
        using CairoImage twice = EqPicture.Render(SamplePicture.Warm(), new PictureSize(2240, 1200, 2));
        (twice.WidthPixels, twice.HeightPixels).ShouldBe((2240, 1200));
        int alike = 0, looked = 0;
        for (int y = 5; y < 600; y += 11)
        {
            for (int x = 5; x < 1120; x += 11, looked++)
                alike += Near.Distance(once.PixelAt(x, y), twice.PixelAt(2 * x, 2 * y)) < 40 ? 1 : 0;
        }

        ((double)alike / looked).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void The_same_data_makes_the_same_bytes()
    {
        using CairoImage first = EqPicture.Render(SamplePicture.Warm());
        using CairoImage second = EqPicture.Render(SamplePicture.Warm());
        second.ToPng().ShouldBe(first.ToPng());
    }

    private static CairoImage Render(EqPictureData data, out EqPictureLayout layout)
    {
        var image = new CairoImage(1680, 900, Scale);
        layout = EqPicture.Draw(image.Canvas, new Rectangle(0, 0, 1120, 600), data, Theme);
        return image;
    }

    /// <summary>The middle, in pixels, of what has a colour in one column of the plot.</summary>
    private static double MiddleOf(CairoImage image, EqPictureLayout layout, int x, Colour colour, int tolerance = 100)
    {
        double weight = 0, sum = 0;
        for (int y = (int)(Scale * layout.Plot.Top); y < (int)(Scale * layout.Plot.Bottom); y++)
        {
            double share = Math.Max(0, 1 - (Near.Distance(image.PixelAt(x, y), colour) / (double)tolerance));
            weight += share;
            sum += share * (y + 0.5);
        }

        weight.ShouldBeGreaterThan(0, $"nothing like {colour} in column {x}");
        return sum / weight;
    }
}
