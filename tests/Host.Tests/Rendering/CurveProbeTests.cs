using SemanticEq.Dsp;
using SemanticEq.Host.Rendering;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.Rendering;

public class CurveProbeTests
{
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0.999, 100)]
    public void The_measured_curve_is_the_filters_own(double pole, int latency)
    {
        using var plugin = InProcess.Create();
        DelayGain.Pole = pole;
        DelayGain.Delay = latency;
        var (curve, _) = new CurveProbe(plugin, 48000, CommonGrid.FrequenciesHz.ToArray())
            .Measure(new Dictionary<uint, double> { [DelayGain.GainId] = 0.625 });
        DelayGain.LastSetup.ShouldBe(new ProcessSetup(ProcessMode.Offline, true, 512, 48000));
        for (int i = 0; i < CommonGrid.Count; i++)
        {
            double w = 2 * Math.PI * CommonGrid.FrequenciesHz[i] / 48000;
            double power = (1 - pole) * (1 - pole) / (1 - (2 * pole * Math.Cos(w)) + (pole * pole));
            curve[i].ShouldBe(6 + (10 * Math.Log10(power)), 1e-8, $"{CommonGrid.FrequenciesHz[i]} Hz");
        }
    }

    [Fact]
    public void Frequencies_that_the_rate_cannot_hold_are_not_numbers()
    {
        using var plugin = InProcess.Create();
        var (curve, _) = new CurveProbe(plugin, 8000, [1000, 4000, 10000]).Measure(new Dictionary<uint, double>());
        curve[0].ShouldBe(0, 1e-9);
        curve[1].ShouldBe(double.NaN);
        curve[2].ShouldBe(double.NaN);
    }
}
