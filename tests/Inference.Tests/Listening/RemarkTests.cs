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
    public void Where_there_are_no_highs_none_can_be_lowered()
    {
        string said = Say(Shelf(2500.0, -12.0f), Cut(i => Hz(i) > 2000.0));
        output.WriteLine(said);
        said.ShouldMatch(@"^There is nothing above [\d.]+ k?Hz to lower\.$");
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
    public void What_is_so_already_is_said_to_be_so()
    {
        Say(Bump(6.0f), With(Bump(90.0f))).ShouldMatch(@"^It sounds so already: only \d+ % of what is asked can be heard\.$");
        Say(Shelf(2500.0, 6.0f), With(Shelf(2500.0, 90.0f))).ShouldStartWith("It sounds so already: ");
        Say(Shelf(2500.0, 6.0f), With(Shelf(2500.0, 10.0f))).ShouldBeEmpty("a bright track can still be brighter");
    }

    [Fact]
    public void The_fewer_highs_there_are_the_sooner_it_speaks_and_never_falls_silent_again()
    {
        string[] said = [.. Enumerable.Range(0, 17).Select(i => Say(Shelf(2500.0, 9.0f), With(Shelf(2000.0, -5.0f * i))))];
        for (int i = 0; i < said.Length; i++)
            output.WriteLine($"{-5 * i} dB: {said[i]}");
        said[0].ShouldBeEmpty();
        said[^1].ShouldMatch("^There is nothing above .* to raise");
        said.SkipWhile(text => text.Length == 0).ShouldAllBe(text => text.Length > 0);
    }

    private float[] With(float[] more) => [.. Cut(_ => false).Zip(more, (a, b) => a + b)];

    // At 1.6 kHz.
    private static float[] Bump(float gainDb) => [.. Enumerable.Range(0, 64).Select(i => (float)(gainDb * Math.Exp(-(i - 40) * (i - 40) / 18.0)))];

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
