using SemanticEq.Clicks;
using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

/// <summary>Clicks, by <see cref="ClickMeasure"/>.</summary>
public class ClickTests(ITestOutputHelper output)
{
    private static readonly EqualiserTargets PresetA = EngineDriver.Targets(ClickMeasure.PresetA);
    private static readonly EqualiserTargets PresetB = EngineDriver.Targets(ClickMeasure.PresetB);

    [Fact]
    public void A_switch_of_all_eight_bands_does_not_click()
    {
        var worst = WorstSwitch(PresetA, PresetB);
        output.WriteLine($"preset switch: HP4k {worst.HighPeakDb:0.0} dB, OUT {worst.OutsideDb:0.0} dB");
        worst.HighPeakDb.ShouldBeLessThan(-75.0);
        worst.OutsideDb.ShouldBeLessThan(-72.0);
    }

    [Fact]
    public void A_switch_that_steps_its_coefficients_would_fail_this_measure()
    {
        var sine = Signals.Sine(ClickMeasure.Length, ClickMeasure.SineHz, ClickMeasure.SampleRate);
        var equaliser = new Equaliser();
        equaliser.Snap(PresetA);
        equaliser.Process(sine.AsSpan(0, 24000), default);
        equaliser.Snap(PresetB);
        equaliser.Process(sine.AsSpan(24000), default);
        double hp = ClickMeasure.Of(sine).HighPeakDb;
        output.WriteLine($"stepped preset switch: HP4k {hp:0.0} dB");
        hp.ShouldBeGreaterThan(-45.0);
    }

    [Fact]
    public void A_bell_swept_from_100_Hz_to_10_kHz_in_50_ms_does_not_click()
    {
        const int SweepSamples = 2400;
        var targets = new EqualiserTargets();
        targets.DecoderGainDb[3] = 12.0;
        targets.DecoderLog2Q[3] = 1.0;
        EqualiserTargets At(int sample)
        {
            double share = Math.Clamp((sample - 24000) / (double)SweepSamples, 0.0, 1.0);
            targets.DecoderLog2Hz[3] = Math.Log2(100.0) + share * Math.Log2(100.0);
            return targets;
        }

        var click = Measure(At, At(0));
        var ideal = Ideal(At);
        output.WriteLine($"bell sweep: HP4k {click.HighPeakDb:0.0} dB, OUT {click.OutsideDb:0.0} dB, ideal {ideal.OutsideDb:0.0} dB");
        (click.OutsideDb - ideal.OutsideDb).ShouldBeLessThan(3.0);
        click.HighPeakDb.ShouldBeLessThan(-100.0);

        // The same bell designed anew for every sample.
        static ClickMeasure Ideal(Func<int, EqualiserTargets> at)
        {
            var sine = Signals.Sine(ClickMeasure.Length, ClickMeasure.SineHz, ClickMeasure.SampleRate);
            Span<Section> section = stackalloc Section[SectionDesign.MaxSections];
            double s1 = 0.0, s2 = 0.0;
            for (int i = 0; i < sine.Length; i++)
            {
                SectionDesign.Design(at(i).DecoderBand(3), ClickMeasure.SampleRate, section);
                var c = SvfCoefficients.From(section[0]);
                double u = sine[i] - s2;
                sine[i] = c.D * sine[i] + c.C1 * s1 + c.C2 * s2;
                (s1, s2) = (s1 - c.P * s1 + c.Q * u, s2 + c.Q * s1 + c.R * u);
            }

            return ClickMeasure.Of(sine);
        }
    }

    [Theory]
    [InlineData(BandType.Bell, 12)]
    [InlineData(BandType.LowCut, 48)]
    [InlineData(BandType.HighCut, 24)]
    [InlineData(BandType.Notch, 12)]
    [InlineData(BandType.Tilt, 12)]
    public void Switching_an_own_band_on_and_off_does_not_click(BandType type, int slope)
    {
        var off = new EqualiserTargets();
        var on = new EqualiserTargets();
        on.Own[2] = new(true, type, BandChannel.Stereo, 1000.0, 12.0, 1.0, slope);
        double hp = WorstSwitch(off, on).Or(WorstSwitch(on, off)).HighPeakDb;
        output.WriteLine($"{BandTypes.Name(type)} {slope} on and off: HP4k {hp:0.0} dB");
        hp.ShouldBeLessThan(-74.0);
    }

    [Fact]
    public void Changing_an_own_band_s_type_does_not_click()
    {
        var before = new EqualiserTargets();
        var after = new EqualiserTargets();
        before.Own[2] = new(true, BandType.LowShelf, BandChannel.Stereo, 2000.0, 12.0, 1.0, 12);
        after.Own[2] = new(true, BandType.LowCut, BandChannel.Stereo, 1500.0, 12.0, 1.0, 48);
        double hp = Measure(s => s < 24000 ? before : after, before).HighPeakDb;
        output.WriteLine($"low shelf to low cut: HP4k {hp:0.0} dB");
        hp.ShouldBeLessThan(-74.0);
    }

    private static ClickMeasure WorstSwitch(EqualiserTargets from, EqualiserTargets to) =>
        ClickMeasure.SwitchPlaces.Select(at => Measure(s => s < at ? from : to, from)).Aggregate((a, b) => a.Or(b));

    private static ClickMeasure Measure(Func<int, EqualiserTargets> targetsAt, EqualiserTargets start)
    {
        var sine = Signals.Sine(ClickMeasure.Length, ClickMeasure.SineHz, ClickMeasure.SampleRate);
        var equaliser = new Equaliser();
        equaliser.Snap(start);
        EngineDriver.Run(equaliser, sine, [], targetsAt, () => 512);
        return ClickMeasure.Of(sine);
    }
}
