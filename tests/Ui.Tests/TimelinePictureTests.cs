using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Tests;

public class TimelinePictureTests
{
    [Fact]
    public void Every_line_its_end_and_the_loudness_are_drawn_in_colours_that_can_be_told_from_the_panel()
    {
        using var image = TimelinePicture.Render(Track(windows: 100, words: 6));
        var seen = Colours(image);
        foreach (uint hue in new uint[] { 0xE69F00, 0x56B4E9, 0x00B487, 0xF0E442, 0xD98BB4, 0xE8703A })
        {
            seen.ShouldContain(Colour.FromRgb(hue), $"{hue:X6}");
            Colour.ContrastRatio(Colour.FromRgb(hue), Theme.Dark.Panel).ShouldBeGreaterThan(4.5);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20_000)]
    public void Any_number_of_windows_can_be_drawn(int windows)
    {
        using var image = TimelinePicture.Render(Track(windows, words: 3));
        image.ToPng().Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Silence_leaves_a_gap()
    {
        var data = Track(windows: 90, words: 1);
        double[] scores = data.Lines[0].Scores;
        Array.Fill(scores, double.NaN, 30, 30);
        var runs = TimelineTrace.Runs(data.TimesSeconds, scores, new TimeAxis(data.Seconds, 0, 900), new LevelAxis(1, 0, -1, 100), leastApart: 5);
        runs.Count.ShouldBe(2);
        (runs[0][^1].X, runs[1][0].X).ShouldSatisfyAllConditions(edge => edge.Item1.ShouldBeLessThan(310), edge => edge.Item2.ShouldBeGreaterThan(590));
    }

    [Theory]
    [InlineData(new double[] { 50, 50, 50 })]
    [InlineData(new double[] { 0, 1, 2, 99, 100 })]
    [InlineData(new double[] { 95, 96, 97 })]
    [InlineData(new double[] { 10, 60, 20, 15 })]
    public void Names_keep_their_order_and_their_distance_and_stay_inside(double[] wanted)
    {
        double[] placed = LineLabels.Spread(wanted, distance: 17, top: 0, bottom: 100);
        int[] order = [.. Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i])];
        for (int k = 1; k < order.Length; k++)
            (placed[order[k]] - placed[order[k - 1]]).ShouldBeGreaterThanOrEqualTo(17 - 1e-9);
        placed.Min().ShouldBeGreaterThanOrEqualTo(0);
        placed.Max().ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void Names_that_do_not_meet_stay_where_they_are() =>
        LineLabels.Spread([80, 10, 40], distance: 17, top: 0, bottom: 100).ShouldBe([80, 10, 40]);

    [Theory]
    [InlineData(0.24, 0.1, "0.2")]
    [InlineData(7, 1, "0:07")]
    [InlineData(150, 30, "2:30")]
    [InlineData(3900, 300, "1:05:00")]
    public void Times_read_as_clocks_do(double seconds, double step, string text) => TimeAxis.Label(seconds, step).ShouldBe(text);

    [Theory]
    [InlineData(0.5)]
    [InlineData(200)]
    [InlineData(3600)]
    [InlineData(1e6)]
    public void Labelled_times_have_room(double seconds)
    {
        var axis = new TimeAxis(seconds, 0, 900);
        (axis.X(axis.StepSeconds) - axis.X(0)).ShouldBeGreaterThanOrEqualTo(64);
    }

    [Fact]
    public void Scores_of_any_kind_have_a_range_that_holds_them_and_zero()
    {
        foreach (double[] scores in new double[][] { [], [double.NaN], [0.1], [3, 9], [-7, -2], [-1e-9, 1e-9] })
        {
            var range = ScoreRange.Holding(scores);
            range.Bottom.ShouldBeLessThan(0);
            range.Top.ShouldBeGreaterThan(0);
            foreach (double score in scores.Where(double.IsFinite))
                score.ShouldBeInRange(range.Bottom, range.Top);
            ((range.Top - range.Bottom) / range.Step).ShouldBeInRange(2, 10);
        }
    }

    private static TimelineData Track(int windows, int words) => new()
    {
        Title = "song.wav",
        Subtitle = "−14.0 LUFS",
        Seconds = Math.Max(1, windows),
        TimesSeconds = [.. Enumerable.Range(0, windows).Select(i => i + 0.5)],
        LevelsLufs = [.. Enumerable.Range(0, windows).Select(i => -20 - (10 * Math.Sin(0.1 * i)))],
        Lines = [.. Enumerable.Range(0, words).Select(k => new TimelineLine($"word {k}", [.. Enumerable.Range(0, windows).Select(i => Math.Sin((0.05 * i) + k))]))],
        Sections = [new(0, 0.4 * windows, ["warm", "soft", "deep"]), new(0.4 * windows, windows, ["bright"])],
    };

    private static HashSet<Colour> Colours(Platform.Cairo.CairoImage image)
    {
        HashSet<Colour> seen = [];
        for (int y = 0; y < image.HeightPixels; y += 2)
        {
            for (int x = 0; x < image.WidthPixels; x += 2)
                seen.Add(image.PixelAt(x, y));
        }

        return seen;
    }
}
