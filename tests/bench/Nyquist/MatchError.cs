using SemanticEq.Bench.Engine;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Nyquist;

/// <summary>How far a digital band is from its analogue prototype: the worst of 20 Hz to 20 kHz, in dB.</summary>
internal static class MatchError
{
    /// <summary>Where it is looked at, in Hz.</summary>
    public static double[] FrequenciesHz { get; } = [.. Enumerable.Range(0, Count).Select(i => 20.0 * Math.Pow(1000.0, i / (Count - 1.0)))];

    private const int Count = 400;

    /// <summary>Of the engine's band, by its formula; tests hold that to what is played within 0.01 dB.</summary>
    public static double Ours(Band band, double sampleRate)
    {
        double[] curve = new double[Count];
        CurveResponse.ComputeDb([band], sampleRate, FrequenciesHz, curve);
        return Worst(band, curve);
    }

    /// <summary>Of the textbook's.</summary>
    public static double Textbook(Band band, double sampleRate)
    {
        var section = RbjCookbook.Design(band, sampleRate);
        return Worst(band, [.. FrequenciesHz.Select(hz => section.MagnitudeDb(hz / sampleRate))]);
    }

    /// <summary>Of a curve.</summary>
    /// <param name="band">What it should be.</param>
    /// <param name="curveDb">What it is at <see cref="FrequenciesHz"/>.</param>
    public static double Worst(Band band, double[] curveDb) =>
        curveDb.Zip(FrequenciesHz, (db, hz) => Math.Abs(db - AnalogPrototype.MagnitudeDb(band, hz))).Max();
}
