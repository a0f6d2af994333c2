using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Tests.Rendering;

public class SignalAnalysisTests
{
    [Fact]
    public void Samples_that_are_not_finite_count_as_silence()
    {
        float[] sound = [.. Enumerable.Range(0, 96_000).Select(i => 0.3f * MathF.Sin(0.1f * i))];
        float[] holes = [.. sound], damaged = [.. sound];
        foreach (int at in new[] { 100, 5000, 90_000 })
        {
            holes[at] = 0;
            damaged[at] = at == 100 ? float.NaN : at == 5000 ? float.PositiveInfinity : float.NegativeInfinity;
        }
        var expected = new SignalAnalysis(48000);
        var analysis = new SignalAnalysis(48000);
        expected.Listen(holes, holes);
        analysis.Listen(damaged, holes);
        (expected.NonFinite, analysis.NonFinite).ShouldBe((0, 3));
        analysis.LoudnessLufs.ShouldNotBeNull().ShouldBe(expected.LoudnessLufs!.Value);
        analysis.Bands().ShouldBe(expected.Bands());
    }
}
