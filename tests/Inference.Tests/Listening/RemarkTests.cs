using Xunit.Abstractions;

namespace SemanticEq.Inference.Tests.Listening;

public class RemarkTests(ITestOutputHelper output)
{
    private readonly ListenerModel _model = ListenerModel.Load(Repository.Listener);

    [Fact]
    public void Where_there_are_no_highs_none_can_be_raised()
    {
        string said = Say(Shelf(2500.0, 9.0f), Cut(i => Hz(i) > 2000.0));
        output.WriteLine(said);
        said.ShouldMatch(@"^There is nothing above [\d.]+ k?Hz to raise\.$");
        double edge = double.Parse(System.Text.RegularExpressions.Regex.Match(said, @"[\d.]+").Value, System.Globalization.CultureInfo.InvariantCulture);
        (said.Contains("kHz") ? edge : edge / 1000.0).ShouldBeInRange(1.7, 3.5);
    }

    [Fact]
    public void Where_there_are_no_highs_none_are_left_to_lower()
    {
        string said = Say(Shelf(2500.0, -12.0f), Cut(i => Hz(i) > 2000.0));
        output.WriteLine(said);
        said.ShouldMatch(@"^There is nothing above [\d.]+ k?Hz left to lower\.$");
    }

    [Fact]
    public void Where_there_are_no_lows_none_can_be_raised()
    {
        float[] low = [.. Shelf(250.0, -9.0f)];
        string said = Say(low, Cut(i => Hz(i) < 400.0));
        output.WriteLine(said);
        said.ShouldMatch(@"^There is nothing below [\d.]+ k?Hz to raise\.$");
    }

    [Fact]
    public void A_track_that_has_all_of_it_needs_no_words()
    {
        Say(Shelf(2500.0, 9.0f), Cut(_ => false)).ShouldBeEmpty();
        Say(new float[64], Cut(_ => false)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_so_already_or_hardly_heard_is_told_in_per_cent()
    {
        float[] curve = Shelf(2500.0, 6.0f);
        float[] bright = [.. Cut(_ => false).Zip(Shelf(2500.0, 90.0f), (a, b) => a + b)];
        string said = Say(curve, bright);
        output.WriteLine(said);
        said.ShouldMatch(@"^It sounds so already: \d+ % more of it can be heard\.$");
    }

    private static double Hz(int i) => 20.0 * Math.Pow(1000.0, i / 63.0);

    // A smooth step, its level lower on the other side.
    private static float[] Shelf(double hz, float gainDb) => [.. Enumerable.Range(0, 64).Select(i => (float)(gainDb / (1.0 + Math.Pow(hz / Hz(i), 3.0))))];

    private float[] Cut(Func<int, bool> isEmpty) => [.. _model.Reference.Select((db, i) => (float)db - (isEmpty(i) ? 80.0f : 0.0f))];

    private string Say(float[] curve, float[] track)
    {
        var direction = new AskedDirection(_model);
        direction.Aim(curve);
        return new Remark(_model).Of(track, curve, direction.Change(track, [.. track.Zip(curve, (a, b) => a + b)]));
    }
}
