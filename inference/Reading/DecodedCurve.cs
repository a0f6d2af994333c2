using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>The curve of a decode as it plays at 48 kHz, on the common grid. Any thread, no allocation.</summary>
public static class DecodedCurve
{
    /// <summary>One of its bands.</summary>
    /// <param name="decode">24 values: log₂(Hz), dB, log₂(Q) band by band.</param>
    /// <param name="band">Which, 0 to 7.</param>
    public static Band Band(ReadOnlySpan<float> decode, int band)
    {
        var values = decode.Slice(DecoderShape.ValuesPerBand * band, DecoderShape.ValuesPerBand);
        return Equaliser.DecoderBand(band, values[0], values[1], values[2]);
    }

    /// <summary>Computes it, with its level.</summary>
    /// <param name="decode">24 values.</param>
    /// <param name="curveDb">64 values in dB, overwritten.</param>
    public static void Compute(ReadOnlySpan<float> decode, Span<double> curveDb)
    {
        Span<Band> bands = stackalloc Band[DecoderShape.Bands];
        for (int i = 0; i < bands.Length; i++)
            bands[i] = Band(decode, i);
        CurveResponse.ComputeDb(bands, CommonGrid.SampleRate, CommonGrid.FrequenciesHz, curveDb);
    }

    /// <summary>Computes it, without its level.</summary>
    /// <param name="decode">24 values.</param>
    /// <param name="curveDb">64 values in dB, overwritten.</param>
    public static void LevelFree(ReadOnlySpan<float> decode, Span<double> curveDb)
    {
        Compute(decode, curveDb);
        CommonGrid.MakeLevelFree(curveDb);
    }
}
