using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>The curve of a decode as it plays at 48 kHz, on the common grid. Any thread, no allocation.</summary>
internal static class DecodedCurve
{
    private const double SampleRate = 48000;

    /// <summary>Computes it, without its level.</summary>
    /// <param name="decode">24 values: log₂(Hz), dB, log₂(Q) band by band.</param>
    /// <param name="curveDb">64 values in dB, overwritten.</param>
    public static void LevelFree(ReadOnlySpan<float> decode, Span<double> curveDb)
    {
        Span<Band> bands = stackalloc Band[DecoderShape.Bands];
        for (int i = 0; i < bands.Length; i++)
            bands[i] = new Band(Equaliser.DecoderBandType(i), Math.Pow(2, decode[3 * i]), decode[(3 * i) + 1], Math.Pow(2, decode[(3 * i) + 2]));
        CurveResponse.ComputeDb(bands, SampleRate, CommonGrid.FrequenciesHz, curveDb);
        CommonGrid.MakeLevelFree(curveDb);
    }
}
