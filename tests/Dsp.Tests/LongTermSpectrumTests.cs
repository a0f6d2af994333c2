namespace SemanticEq.Dsp.Tests;

public class LongTermSpectrumTests
{
    private const double SampleRate = 48000.0;

    [Fact]
    public void A_sine_reads_its_level_in_its_band_and_little_elsewhere()
    {
        var spectrum = new LongTermSpectrum(SampleRate);
        spectrum.Push(Signals.Sine(96000, 1000.0, SampleRate), default);
        var levels = new double[3];
        spectrum.ReadDb([250.0, 1000.0, 4000.0], 1.0 / 3.0, levels);
        levels[1].ShouldBe(-3.01, 0.01);
        levels[0].ShouldBeLessThan(-100.0);
        levels[2].ShouldBeLessThan(-100.0);
    }

    [Fact]
    public void The_whole_spectrum_holds_the_mean_square_of_both_channels()
    {
        var left = Signals.Noise(480000, 1, 0.8);
        var right = Signals.Noise(480000, 2, 0.3);
        var spectrum = new LongTermSpectrum(SampleRate, 4096);
        for (int position = 0; position < left.Length; position += 777)
        {
            int count = Math.Min(777, left.Length - position);
            spectrum.Push(left.AsSpan(position, count), right.AsSpan(position, count));
        }

        double meanSquare = left.Concat(right).Average(x => x * x);
        (10.0 * Math.Log10(spectrum.PowerBetween(0.0, 24000.0) / meanSquare)).ShouldBe(0.0, 0.05);
        // White noise: half of its power above half of its bandwidth.
        (10.0 * Math.Log10(spectrum.PowerBetween(12000.0, 24000.0) / meanSquare)).ShouldBe(-3.01, 0.1);
    }

    [Fact]
    public void White_noise_rises_3_dB_an_octave_on_the_common_grid()
    {
        var spectrum = new LongTermSpectrum(SampleRate);
        spectrum.Push(Signals.Noise(4_800_000, 3), default);
        var levels = new double[CommonGrid.Count];
        spectrum.ReadDb(CommonGrid.FrequenciesHz, 0.158, levels);
        for (int i = 20; i < CommonGrid.Count; i++)
        {
            double expected = levels[40] + 10.0 * Math.Log10(CommonGrid.FrequenciesHz[i] / CommonGrid.FrequenciesHz[40]);
            levels[i].ShouldBe(expected, 0.7);
        }
    }

    [Fact]
    public void A_signal_shorter_than_the_window_is_read_too_and_silence_is_nothing()
    {
        var spectrum = new LongTermSpectrum(SampleRate);
        spectrum.PowerBetween(0.0, 24000.0).ShouldBe(0.0);
        spectrum.Push(Signals.Sine(3000, 1000.0, SampleRate), default);
        (10.0 * Math.Log10(spectrum.PowerBetween(500.0, 2000.0))).ShouldBe(-3.01, 0.1);
    }

    [Fact]
    public void Energies_share_out_over_the_four_regions()
    {
        double[] mix = [.. Signals.Sine(96000, 100.0, SampleRate).Zip(
            Signals.Sine(96000, 500.0, SampleRate, 0.5), Signals.Sine(96000, 8000.0, SampleRate, 0.1)).Select(s => s.First + s.Second + s.Third)];
        var spectrum = new LongTermSpectrum(SampleRate);
        spectrum.Push(mix, mix);
        var energies = spectrum.ReadBandEnergies();
        const double Total = 1.0 + 0.25 + 0.01;
        energies.LowDb.ShouldBe(10.0 * Math.Log10(1.0 / Total), 0.01);
        energies.LowMidDb.ShouldBe(10.0 * Math.Log10(0.25 / Total), 0.01);
        energies.HighMidDb.ShouldBeLessThan(-80.0);
        energies.HighDb.ShouldBe(10.0 * Math.Log10(0.01 / Total), 0.01);
    }

    [Fact]
    public void Pushing_and_reading_allocate_nothing()
    {
        var spectrum = new LongTermSpectrum(SampleRate, 4096);
        var noise = Signals.Noise(10000, 1);
        var levels = new double[CommonGrid.Count];
        void Use()
        {
            spectrum.Push(noise, noise);
            spectrum.ReadDb(CommonGrid.FrequenciesHz, 0.158, levels);
        }

        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
