using SemanticEq.Judges;
using SemanticEq.Tests;

namespace SemanticEq.Dsp.Tests;

public class TrackSpectrumTests
{
    private const double Rate = 48000.0;

    [Theory]
    [InlineData(8000.0)]
    [InlineData(22050.0)]
    [InlineData(44100.0)]
    [InlineData(48000.0)]
    [InlineData(96000.0)]
    [InlineData(192000.0)]
    [InlineData(384000.0)]
    public void A_sine_is_heard_in_its_band_at_any_sample_rate(double rate)
    {
        foreach (int band in (int[])[25, 40, 48])
        {
            var sine = Signals.Sine((int)(2 * rate), CommonGrid.FrequenciesHz[band], rate, 0.1);
            float[] spectrum = Read(rate, sine, []);
            Array.IndexOf(spectrum, spectrum.Max()).ShouldBe(band);
            spectrum.Average().ShouldBe(0.0f, 1e-4f);
        }
    }

    [Fact]
    public void Pink_noise_is_flat_and_white_noise_rises_by_3_dB_an_octave()
    {
        float[] pink = Read(Rate, Signals.Pink(60 * 48000, 1), Signals.Pink(60 * 48000, 2));
        float[] white = Read(Rate, Signals.Noise(20 * 48000, 1), []);
        // Below some bands have a bin and a half, and the noise filter ends.
        for (int i = 12; i < 62; i++)
            Math.Abs(pink[i] - pink[30]).ShouldBeLessThan(0.6f, $"{CommonGrid.FrequenciesHz[i]:0} Hz");
        double octaves = Math.Log2(CommonGrid.FrequenciesHz[60] / CommonGrid.FrequenciesHz[20]);
        ((white[60] - white[20]) / octaves).ShouldBe(10.0 * Math.Log10(2.0), 0.03);
    }

    [Fact]
    public void Loud_moments_weigh_by_their_energy_and_soft_ones_are_gated()
    {
        // 3 s at 1 kHz, 3 s at 5 kHz: the second 6 dB softer, then 20 dB.
        int low = 34, high = 50;
        float[] heard = Read(Rate, TwoTones(0.05), []), gated = Read(Rate, TwoTones(0.01), []);
        (heard[high] - heard[low]).ShouldBe(-6.02f, 0.4f);
        (gated[high] - gated[low]).ShouldBeLessThan(-30.0f, "only blocks over the border count");

        double[] TwoTones(double second) =>
            [.. Signals.Sine(144000, CommonGrid.FrequenciesHz[low], Rate, 0.1), .. Signals.Sine(144000, CommonGrid.FrequenciesHz[high], Rate, second)];
    }

    [Fact]
    public void Silence_teaches_nothing()
    {
        var track = new TrackSpectrum(Rate, 2);
        float[] spectrum = new float[64];
        track.Push<double>(new double[480000], new double[480000]);
        (track.TryRead(spectrum), track.TryReadWindow(spectrum), track.SecondsHeard).ShouldBe((false, false, 0.0));
        double[] noise = Signals.Noise(480000, 3, 0.1);
        track.Push<double>(noise, noise);
        track.TryRead(spectrum).ShouldBeTrue();
        double seconds = track.SecondsHeard;
        track.Push<double>(new double[960000], new double[960000]);
        float[] after = new float[64];
        track.TryRead(after).ShouldBeTrue();
        // The last blocks of the noise had still to come.
        track.SecondsHeard.ShouldBe(seconds, 0.75);
        after.Zip(spectrum, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(0.4f);
        track.TryReadWindow(after).ShouldBeFalse();
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.MaxValue)]
    public void What_is_no_audio_teaches_nothing_and_leaves_no_trace(float bad)
    {
        float[] noise = Signals.Single(Signals.Pink(480000, 3));
        var track = new TrackSpectrum(Rate, 1);
        for (int i = 100000; i < 300000; i += 1000)
            noise[i] = bad;
        track.Push<float>(noise, default);
        float[] spoilt = new float[64], clean = new float[64];
        track.TryRead(spoilt).ShouldBeTrue();
        // 4.2 s are spoilt, and what windows and blocks reach on both sides.
        track.SecondsHeard.ShouldBe(4.7, 0.2);
        track.Reset();
        track.Push<float>(Array.FindAll(noise, x => Math.Abs(x) < 10.0f), default);
        track.TryRead(clean).ShouldBeTrue();
        spoilt.Skip(10).Zip(clean.Skip(10), (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1.0f);
    }

    [PosixFact]
    public void Integrated_loudness_from_classes_is_libebur128s()
    {
        double[] left = Changing(1), right = Changing(2);
        var track = new TrackSpectrum(Rate, 2);
        track.Push<double>(left, right);
        while (track.Finish())
        {
        }

        track.IntegratedLufs.ShouldBe(Ebur128.Lufs([left, right], 48000), 0.1);
    }

    [Fact]
    public void What_was_learnt_before_counts_for_as_long_as_it_was_heard()
    {
        var track = new TrackSpectrum(Rate, 1);
        double[] sound = Signals.Pink(480000, 5);
        track.Push<double>(sound, default);
        float[] first = new float[64], resumed = new float[64];
        track.TryRead(first).ShouldBeTrue();
        double seconds = track.SecondsHeard;
        track.Resume(first, seconds);
        track.TryRead(resumed).ShouldBeTrue();
        resumed.Zip(first, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-4f);
        track.SecondsHeard.ShouldBe(seconds);

        // As long again of a tone, at whatever level, is half of all.
        track.Push<double>(Signals.Sine(480000, CommonGrid.FrequenciesHz[40], Rate, 0.9), default);
        track.TryRead(resumed).ShouldBeTrue();
        double power = resumed.Sum(db => Math.Pow(10.0, 0.1 * db));
        double share = Math.Pow(10.0, 0.1 * resumed[40]) / power;
        share.ShouldBe(0.5, 0.03);
    }

    [Fact]
    public void Nothing_is_allocated_after_construction()
    {
        var track = new TrackSpectrum(Rate, 2);
        float[] noise = Signals.Single(Signals.Noise(48000, 1)), spectrum = new float[64];
        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use();
        track.Resume(spectrum, 3.0);
        Use();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Use()
        {
            for (int i = 0; i < 5; i++)
                track.Push<float>(noise, noise);
            track.TryRead(spectrum);
            track.TryReadWindow(spectrum);
        }
    }

    internal static double[] Changing(int seed)
    {
        double[] noise = Signals.Pink(30 * 48000, seed);
        for (int i = 0; i < noise.Length; i++)
            noise[i] *= Math.Pow(10.0, 1.5 * Math.Sin(i / 70000.0) - 1.0);
        return noise;
    }

    private static float[] Read(double rate, double[] left, double[] right)
    {
        var track = new TrackSpectrum(rate, right.Length == 0 ? 1 : 2);
        track.Push<double>(left, right);
        float[] spectrum = new float[64];
        track.TryRead(spectrum).ShouldBeTrue();
        return spectrum;
    }
}
