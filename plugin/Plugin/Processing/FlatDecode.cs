using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>The bands that play where there is neither a model nor a stored decode: eight at 0 dB, spread over the range.</summary>
internal static class FlatDecode
{
    /// <summary>24 values as in the model contract.</summary>
    public static float[] Make()
    {
        const double LowestHz = 80;
        const double HighestHz = 10_000;
        float[] decode = new float[DecoderShape.Output];
        for (int band = 0; band < DecoderShape.Bands; band++)
            decode[3 * band] = (float)Math.Log2(LowestHz * Math.Pow(HighestHz / LowestHz, band / (DecoderShape.Bands - 1.0)));
        return decode;
    }
}
