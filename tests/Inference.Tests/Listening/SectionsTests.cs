namespace SemanticEq.Inference.Tests.Listening;

public class SectionsTests
{
    private static readonly string[] Words = ["low", "high"];

    [Fact]
    public void A_sound_that_changes_twice_has_three_sections_with_their_words()
    {
        var windows = Windows(second => second < 20 ? 15 : second < 45 ? 45 : 15, 60);
        var sections = Sections.Find(windows, Words);

        sections.Select(section => section.Top[0]).ShouldBe(["low", "high", "low"]);
        sections.Select(section => section.StartSeconds).ShouldBe([0.0, 20.0, 45.0], 1.0);
        sections[^1].EndSeconds.ShouldBe(62.0);
        for (int i = 1; i < sections.Count; i++)
            sections[i].StartSeconds.ShouldBe(sections[i - 1].EndSeconds);
    }

    [Fact]
    public void A_sound_that_stays_has_one()
    {
        Sections.Find(Windows(_ => 30, 100), Words).Count.ShouldBe(1);
        Sections.Find(Windows(_ => 30, 1), Words).Count.ShouldBe(1);
        Sections.Find([], Words).ShouldBeEmpty();
    }

    [Fact]
    public void A_drift_without_a_border_has_none_and_a_short_ornament_is_no_section()
    {
        Sections.Find(Windows(second => 30.0 + (0.01 * second), 100), Words).Count.ShouldBe(1);
        Sections.Find(Windows(second => second == 50 ? 33.0 : 30.0, 100), Words).Count.ShouldBe(1);
    }

    [Fact]
    public void Silence_is_a_section_without_words()
    {
        var sections = Sections.Find(Windows(second => second is > 30 and < 50 ? double.NaN : 20, 80), Words);

        sections.Select(section => section.Top.Count).ShouldBe([1, 0, 1]);
    }

    // A bump at a place on the grid each second, with some noise; windows of 3 s see three of them. NaN is silence.
    private static List<HeardWindow> Windows(Func<int, double> place, int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            if (double.IsNaN(place(i + 1)))
                return new HeardWindow(i, i + 3.0, double.NegativeInfinity, [], []);
            float[] heard = new float[64];
            for (int second = i; second < i + 3; second++)
            {
                double at = double.IsNaN(place(second)) ? place(i + 1) : place(second);
                for (int k = 0; k < 64; k++)
                    heard[k] += (float)(Math.Exp(-0.01 * (k - at) * (k - at)) * (1.0 + (0.1 * random.NextDouble())));
            }

            float sum = heard.Sum();
            heard = [.. heard.Select(value => value / sum)];
            float low = heard.Take(32).Sum() - 0.5f;
            return new HeardWindow(i, i + 3.0, -20.0, heard, [low, -low]);
        })];
    }
}
