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
            spectrum.TryRead(good.AsSpan(0, length)).ShouldBe(length == good.Length - 66 - 66 || length == good.Length - 66, $"{length} values");
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

    [Fact]
    public void What_version_0_1_kept_first_is_told_as_it_was_told_then()
    {
        const int Classes = 20, Points = LoudnessSpectrum.Points;
        float[] values = new float[(3 * Points) + (Classes * (1 + Points))];
        for (int i = 0; i < Points; i++)
        {
            values[i] = 20.0f + (4.0f * i * i);
            values[Points + i] = 0.5f;
            values[(2 * Points) + i] = 0.75f;
        }

        float level = 1.0f;
        for (int c = 0; c < Classes; c++, level *= 0.75f)
        {
            values[(3 * Points) + c] = 1.0f + c;
            for (int i = 0; i < Points; i++)
                values[(3 * Points) + Classes + (c * Points) + i] = (1.0f + (i * (c + 3) % 7)) * level;
        }

        var spectrum = new LoudnessSpectrum();
        spectrum.TryRead(values).ShouldBeFalse();
        spectrum.TryReadWithoutSpreads(values).ShouldBeTrue();
        var loudness = new LoudnessChange();
        loudness.Use(spectrum);

        // As the version before spreads told them.
        double Of(BandType type, double hz, double db) => loudness.ChangeDb([new Band(type, hz, db, 0.7)]);
        Of(BandType.Bell, 100, 12).ShouldBe(2.3739445041639744, 1e-12);
        Of(BandType.Bell, 3000, 12).ShouldBe(6.119779186555995, 1e-12);
        Of(BandType.HighShelf, 400, 12).ShouldBe(11.149626034775178, 1e-12);
        Of(BandType.HighShelf, 3000, 12).ShouldBe(9.037312663326272, 1e-12);
        spectrum.SpreadsLu.Fill(0.1f);
        loudness.Use(spectrum);
        Of(BandType.Bell, 100, 12).ShouldBe(2.2533115755972446, 1e-12, "a class must lie at the gate");
    }

    private static float[] Written()
    {
        var spectrum = new LoudnessSpectrum();
        spectrum.BecomePink(48000.0, 2);
        spectrum.Begin(3);
        for (int c = 0; c < 3; c++)
        {
            spectrum.Counts[c] = 1.0f + c;
            spectrum.SpreadsLu[c] = 0.1f + c;
            for (int i = 0; i < LoudnessSpectrum.Points; i++)
                spectrum.PowersOf(c)[i] = 1.0f + (c * i);
        }

        float[] values = new float[LoudnessSpectrum.MaxLength];
        return values[..spectrum.Write(values)];
    }
}
