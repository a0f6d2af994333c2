namespace SemanticEq.Dsp.Tests;

public class LoudnessSpectrumTests
{
    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        float[] values = Written();
        var read = new LoudnessSpectrum();
        read.TryRead(values).ShouldBeTrue();
        float[] again = new float[LoudnessSpectrum.MaxLength];
        again[..read.Write(again)].ShouldBe(values);
    }

    [Fact]
    public void Values_that_are_no_spectrum_are_refused_and_change_nothing()
    {
        float[] good = Written();
        var spectrum = new LoudnessSpectrum();
        spectrum.TryRead(good).ShouldBeTrue();
        for (int length = 0; length < good.Length; length++)
            spectrum.TryRead(good.AsSpan(0, length)).ShouldBe(length == good.Length - 65 - 65 || length == good.Length - 65, $"{length} values");
        spectrum.TryRead(good).ShouldBeTrue();
        for (int i = 0; i < good.Length; i++)
        {
            foreach (float odd in new[] { float.NaN, float.PositiveInfinity, -1.0f })
            {
                float[] bad = [.. good];
                bad[i] = odd;
                spectrum.TryRead(bad).ShouldBeFalse($"value {i}");
            }
        }

        spectrum.TryRead(new float[257]).ShouldBeFalse();
        float[] kept = new float[LoudnessSpectrum.MaxLength];
        kept[..spectrum.Write(kept)].ShouldBe(good);
    }

    private static float[] Written()
    {
        var spectrum = new LoudnessSpectrum();
        spectrum.BecomePink(48000.0, 2);
        spectrum.Begin(3);
        for (int c = 0; c < 3; c++)
        {
            spectrum.Counts[c] = 1.0f + c;
            for (int i = 0; i < LoudnessSpectrum.Points; i++)
                spectrum.PowersOf(c)[i] = 1.0f + (c * i);
        }

        float[] values = new float[LoudnessSpectrum.MaxLength];
        return values[..spectrum.Write(values)];
    }
}
