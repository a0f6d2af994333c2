using SemanticEq.Dsp;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Tests;

/// <summary>Leaves pictures in out/pictures, to be looked at after a change in drawing.</summary>
public class PicturesForEyes
{
    [Fact]
    public void A_usual_picture() => Leave("warm.png", SamplePicture.Warm());

    [Fact]
    public void Sixteen_bands_of_every_type_some_on_one_another()
    {
        Band[] bands = [.. Enumerable.Range(0, 16).Select(i =>
            new Band((BandType)(i % 7), i < 5 ? 300 : 60 * Math.Pow(1.5, i), 9 * Math.Cos(2.1 * i), 0.5 + (0.3 * i)))];
        Leave("sixteen.png", SamplePicture.With(bands) with { Title = "Sixteen bands, some on one another" });
    }

    [Fact]
    public void A_picture_of_nothing() => Leave("nothing.png", new EqPictureData { Title = "Nothing yet" });

    [Fact]
    public void Gaps_and_a_long_title() => Leave("gaps.png", SamplePicture.CurveOnly(
        SamplePicture.Grid, SamplePicture.Grid.Select(hz => hz is > 400 and < 900 ? double.NaN : 20 * Math.Sin(hz / 3000)).ToArray()) with
    {
        Title = string.Join(", ", Enumerable.Repeat("a bit warmer but not muddy", 6)),
        Subtitle = "one line\nonly",
        Before = new FrequencyTrace(new double[] { 0, 50, 500, 20_000 }, new[] { -3, -20, -30, double.NegativeInfinity }),
    });

    [Fact]
    public void The_least_size() => Leave("least.png", SamplePicture.Warm(), new PictureSize(560, 360, 1));

    private static void Leave(string name, EqPictureData data, PictureSize? size = null)
    {
        string path = Out.Picture(name);
        EqPicture.Save(path, data, size);
        new FileInfo(path).Length.ShouldBeGreaterThan(1000);
    }
}
