using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Dsp;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Tests;

public class EqPictureTextTests
{
    [Fact]
    public void Everything_that_is_shown_is_named()
    {
        string[] texts = [.. Draw(SamplePicture.Warm(), new PictureSize()).Select(set => set.Text)];
        texts.ShouldContain("warm, 100 %");
        foreach (string wanted in new[] { "20", "50", "100", "200", "500", "1k", "2k", "5k", "10k", "20k", "0", "+6", "\u22126" })
            texts.ShouldContain(wanted);
        foreach (string wanted in new[] { "EQ as played", "people’s spread", "before", "after" })
            texts.ShouldContain(wanted);
        texts.ShouldContain("330\u2009Hz");
        for (int number = 1; number <= 8; number++)
            texts.Count(text => text == $"{number}").ShouldBe(2, $"badge {number}, on the curve and beside its figures");
    }

    [Fact]
    public void What_is_not_shown_is_not_named()
    {
        string[] texts = [.. Draw(new EqPictureData { Title = "nothing yet" }, new PictureSize()).Select(set => set.Text)];
        foreach (string absent in new[] { "EQ as played", "people’s spread", "before", "after", "1" })
            texts.ShouldNotContain(absent);
        texts.ShouldContain("+6");
    }

    [Fact]
    public void Labels_stand_where_their_values_lie()
    {
        EqPictureData data = SamplePicture.Warm();
        List<SetText> texts = Draw(data, new PictureSize());
        EqPictureLayout layout = EqPictureLayout.For(new Rectangle(0, 0, 1120, 600), data, bandStripHeight: 32);
        foreach ((string label, double hz) in new[] { ("20", 20.0), ("100", 100.0), ("1k", 1000.0), ("5k", 5000.0), ("20k", 20_000.0) })
            CentreOf(label).X.ShouldBe(layout.Frequencies.X(hz), 1, label);
        foreach ((string label, double gainDb) in new[] { ("+6", 6.0), ("0", 0.0), ("\u22124", -4.0) })
            CentreOf(label).Y.ShouldBe(layout.Gains.Y(gainDb), 1, label);
        foreach ((string label, double levelDb) in new[] { ("\u221224", -24.0), ("\u221260", -60.0) })
            CentreOf(label).Y.ShouldBe(layout.Levels.Y(levelDb), 1, label);

        Point CentreOf(string label)
        {
            SetText set = texts.Single(text => text.Text == label);
            // Figures stand on the baseline: what the box holds below it is not theirs.
            double capHeight = set.Box.Height * 0.73 / 0.94;
            return new Point((set.Box.Left + set.Box.Right) / 2, set.Box.Top + (capHeight / 2));
        }
    }

    [Fact]
    public void A_cut_has_no_gain_to_tell()
    {
        EqPictureData data = new()
        {
            Title = "cuts",
            Bands = [new PictureBand(new Band(BandType.LowCut, 30, 99, 0.71)), new PictureBand(new Band(BandType.Notch, 50, 99, 8))],
        };
        string[] texts = [.. Draw(data, new PictureSize()).Select(set => set.Text)];
        texts.ShouldContain("Q\u20090.71");
        texts.ShouldNotContain(text => text.Contains("99"));
    }

    [Theory]
    [InlineData(1680, 900, 1.5, "Inter")]
    [InlineData(1680, 900, 1.5, "DejaVu Sans")]
    [InlineData(560, 360, 1, "Inter")]
    [InlineData(700, 900, 1, "DejaVu Sans")]
    [InlineData(3000, 500, 1, "Inter")]
    public void No_text_is_cut_or_covers_another(int width, int height, double scale, string font)
    {
        var size = new PictureSize(width, height, scale);
        Gen<Band> band = from type in Gen.Choose(0, 6)
                         from octave in Gen.Choose(0, 1000)
                         from gain in Gen.Choose(-360, 360)
                         from q in Gen.Choose(1, 4000)
                         select new Band((BandType)type, 20 * Math.Pow(1000, octave / 1000.0), gain / 10.0, q / 100.0);
        Gen<EqPictureData> pictures = from bands in band.ArrayOf(16)
                                      from count in Gen.Choose(0, 16)
                                      from length in Gen.Choose(0, 200)
                                      select SamplePicture.With(bands[..count]) with
                                      {
                                          Title = new string('W', length),
                                          Subtitle = new string('m', 2 * length),
                                      };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(pictures.ToArbitrary(), data =>
        {
            List<SetText> texts = Draw(data, size, font);
            var inside = Rectangle.FromEdges(
                Space.Outside - 0.1, 0, size.Width - Space.Outside + 0.1, size.Height - Space.Outside);
            for (int i = 0; i < texts.Count; i++)
            {
                inside.Contains(texts[i].Box).ShouldBeTrue($"{texts[i]} leaves {inside}");
                for (int j = 0; j < i; j++)
                    texts[i].Box.Overlaps(texts[j].Box).ShouldBeFalse($"{texts[i]} covers {texts[j]}");
            }
        }));
    }

    [Fact]
    public void Any_numbers_at_all_make_a_picture()
    {
        Gen<double> level = Gen.OneOf(
            ArbMap.Default.GeneratorFor<double>(),
            Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 0.0));
        Gen<FrequencyTrace> trace = from frequencies in level.ArrayOf()
                                    let hz = frequencies.Where(double.IsFinite).Distinct().Order().ToArray()
                                    from levels in level.ArrayOf(hz.Length)
                                    select new FrequencyTrace(hz, levels);
        Gen<EqPictureData> pictures = from curve in trace
                                      from spread in level.ArrayOf(curve.Count)
                                      from before in trace
                                      from after in trace
                                      from response in trace
                                      from band in level.ArrayOf(3)
                                      select new EqPictureData
                                      {
                                          Title = "any numbers",
                                          Curve = curve,
                                          SpreadDb = spread,
                                          Before = before,
                                          After = after,
                                          Bands = [new PictureBand(new Band(BandType.Bell, band[0], band[1], band[2]), response)],
                                      };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(pictures.ToArbitrary(), data =>
        {
            using CairoImage image = EqPicture.Render(data, new PictureSize(560, 360, 1));
            new PngReader(image.ToPng()).PixelAt(1, 1).ShouldBe(Theme.Dark.Ground);
        }));
    }

    private static List<SetText> Draw(EqPictureData data, PictureSize size, string font = "Inter")
    {
        using var image = new CairoImage(size.WidthPixels, size.HeightPixels, size.Scale, font);
        var canvas = new RecordingCanvas(image.Canvas);
        EqPicture.Draw(canvas, new Rectangle(0, 0, size.Width, size.Height), data, Theme.Dark);
        return [.. canvas.Texts.Where(set => set.Text.Length > 0)];
    }
}
