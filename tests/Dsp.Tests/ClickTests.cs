using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

/// <summary>
/// Clicks on a 1 kHz sine. HP4k: the peak of what lies above 4 kHz, against the sine's peak. OUT: the energy outside
/// 0.5–2 kHz against the whole. Both filters are linear-phase with a stopband below −120 dB.
/// </summary>
public class ClickTests(ITestOutputHelper output)
{
    private const double SampleRate = 48000.0;
    private const int Length = 48000;

    private static readonly double[] HighPass = [.. WindowedSinc(3500.0).Select((h, i) => (i == FirHalf ? 1.0 : 0.0) - h)];
    private static readonly double[] OutsideBand = [.. WindowedSinc(1800.0).Zip(WindowedSinc(700.0), (high, low) => high - low)
        .Select((h, i) => (i == FirHalf ? 1.0 : 0.0) - h)];

    private const int FirHalf = 1024;

    private static readonly EqualiserTargets PresetA = EngineDriver.Targets(
        new(BandType.LowShelf, 120.0, 6.0, 0.7), new(BandType.Bell, 250.0, -4.0, 1.0), new(BandType.Bell, 600.0, 5.0, 1.4),
        new(BandType.Bell, 1100.0, 8.0, 1.0), new(BandType.Bell, 2200.0, -6.0, 2.0), new(BandType.Bell, 4000.0, 4.0, 1.0),
        new(BandType.Bell, 7000.0, -5.0, 1.2), new(BandType.HighShelf, 9000.0, 6.0, 0.7));

    private static readonly EqualiserTargets PresetB = EngineDriver.Targets(
        new(BandType.LowShelf, 200.0, -5.0, 0.7), new(BandType.Bell, 400.0, 6.0, 0.8), new(BandType.Bell, 900.0, -7.0, 1.0),
        new(BandType.Bell, 1600.0, -5.0, 1.5), new(BandType.Bell, 3000.0, 7.0, 1.0), new(BandType.Bell, 5000.0, -6.0, 2.0),
        new(BandType.Bell, 9000.0, 5.0, 0.9), new(BandType.HighShelf, 7000.0, -6.0, 0.7));

    [Fact]
    public void A_switch_of_all_eight_bands_does_not_click()
    {
        double hp = 0.0, outside = 0.0;
        // The switch falls on different places in the sine's period.
        for (int at = 24000; at < 24048; at += 7)
        {
            int switchAt = at;
            var (h, o) = Measure(s => s < switchAt ? PresetA : PresetB, PresetA);
            (hp, outside) = (Math.Max(hp, h), Math.Max(outside, o));
        }

        output.WriteLine($"preset switch: HP4k {Db(hp):0.0} dB, OUT {10.0 * Math.Log10(outside):0.0} dB");
        Db(hp).ShouldBeLessThan(-75.0);
        (10.0 * Math.Log10(outside)).ShouldBeLessThan(-72.0);
    }

    [Fact]
    public void A_switch_that_steps_its_coefficients_would_fail_this_measure()
    {
        var sine = Signals.Sine(Length, 1000.0, SampleRate);
        var equaliser = new Equaliser();
        equaliser.Snap(PresetA);
        equaliser.Process(sine.AsSpan(0, 24000), default);
        equaliser.Snap(PresetB);
        equaliser.Process(sine.AsSpan(24000), default);
        double hp = PeakOf(sine, HighPass);
        output.WriteLine($"stepped preset switch: HP4k {Db(hp):0.0} dB");
        Db(hp).ShouldBeGreaterThan(-45.0);
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

        var (hp, outside) = Measure(At, At(0));
        double ideal = Ideal(At);
        output.WriteLine($"bell sweep: HP4k {Db(hp):0.0} dB, OUT {10.0 * Math.Log10(outside):0.0} dB, ideal {10.0 * Math.Log10(ideal):0.0} dB");
        (10.0 * Math.Log10(outside / ideal)).ShouldBeLessThan(3.0);
        Db(hp).ShouldBeLessThan(-100.0);

        // The same bell designed anew for every sample.
        static double Ideal(Func<int, EqualiserTargets> at)
        {
            var sine = Signals.Sine(Length, 1000.0, SampleRate);
            Span<Section> section = stackalloc Section[SectionDesign.MaxSections];
            double s1 = 0.0, s2 = 0.0;
            for (int i = 0; i < sine.Length; i++)
            {
                SectionDesign.Design(at(i).DecoderBand(3), SampleRate, section);
                var c = SvfCoefficients.From(section[0]);
                double u = sine[i] - s2;
                sine[i] = c.D * sine[i] + c.C1 * s1 + c.C2 * s2;
                (s1, s2) = (s1 - c.P * s1 + c.Q * u, s2 + c.Q * s1 + c.R * u);
            }

            return OutsideShare(sine.AsSpan(20000, 10000));
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
        double hp = 0.0;
        for (int at = 24000; at < 24048; at += 7)
        {
            int switchAt = at;
            hp = Math.Max(hp, Measure(s => s < switchAt ? off : on, off).HighPeak);
            hp = Math.Max(hp, Measure(s => s < switchAt ? on : off, on).HighPeak);
        }

        output.WriteLine($"{BandTypes.Name(type)} {slope} on and off: HP4k {Db(hp):0.0} dB");
        Db(hp).ShouldBeLessThan(-74.0);
    }

    [Fact]
    public void Changing_an_own_band_s_type_does_not_click()
    {
        var before = new EqualiserTargets();
        var after = new EqualiserTargets();
        before.Own[2] = new(true, BandType.LowShelf, BandChannel.Stereo, 2000.0, 12.0, 1.0, 12);
        after.Own[2] = new(true, BandType.LowCut, BandChannel.Stereo, 1500.0, 12.0, 1.0, 48);
        double hp = Measure(s => s < 24000 ? before : after, before).HighPeak;
        output.WriteLine($"low shelf to low cut: HP4k {Db(hp):0.0} dB");
        Db(hp).ShouldBeLessThan(-74.0);
    }

    private static (double HighPeak, double OutsideShare) Measure(Func<int, EqualiserTargets> targetsAt, EqualiserTargets start)
    {
        var sine = Signals.Sine(Length, 1000.0, SampleRate);
        var equaliser = new Equaliser();
        equaliser.Snap(start);
        EngineDriver.Run(equaliser, sine, [], targetsAt, () => 512);
        // Only around the change: the sine's own start is a click too.
        var part = sine.AsSpan(20000, 10000);
        return (Filtered(part, HighPass).Max(Math.Abs), OutsideShare(part));
    }

    private static double OutsideShare(ReadOnlySpan<double> part)
    {
        double outside = 0.0, whole = 0.0;
        foreach (double x in Filtered(part, OutsideBand))
            outside += x * x;
        for (int i = FirHalf; i < part.Length - FirHalf; i++)
            whole += part[i] * part[i];
        return outside / whole;
    }

    private static double PeakOf(double[] signal, double[] fir) => Filtered(signal.AsSpan(20000, 10000), fir).Max(Math.Abs);

    private static double[] Filtered(ReadOnlySpan<double> signal, double[] fir)
    {
        var filtered = new double[signal.Length - fir.Length + 1];
        for (int i = 0; i < filtered.Length; i++)
            filtered[i] = System.Numerics.Tensors.TensorPrimitives.Dot(signal.Slice(i, fir.Length), fir);
        return filtered;
    }

    // Low-pass with a Kaiser window of beta 14: stopband about −130 dB, transition about 430 Hz wide.
    private static double[] WindowedSinc(double cornerHz)
    {
        var fir = new double[2 * FirHalf + 1];
        for (int i = 0; i < fir.Length; i++)
        {
            double n = i - FirHalf;
            double x = 2.0 * cornerHz / SampleRate;
            double sinc = n == 0 ? x : Math.Sin(Math.PI * x * n) / (Math.PI * n);
            double r = n / FirHalf;
            fir[i] = sinc * BesselI0(14.0 * Math.Sqrt(1.0 - r * r)) / BesselI0(14.0);
        }

        return fir;
    }

    private static double BesselI0(double x)
    {
        double sum = 1.0, term = 1.0;
        for (int k = 1; k < 60; k++)
        {
            term *= x / (2.0 * k) * (x / (2.0 * k));
            sum += term;
        }

        return sum;
    }

    private static double Db(double amplitude) => 20.0 * Math.Log10(amplitude);
}
