using System.Runtime.InteropServices;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// A measured track's loudness as text: a format's name, a colon, then the values of <see cref="LoudnessSpectrum.Write"/> as
/// little-endian 32-bit floats in Base64 (up to 24,000 characters); what version 0.1 kept first, without spreads, is read too. Main thread.
/// </summary>
internal static class LoudnessText
{
    private const string Format1 = "f32v1:";
    private const string Format2 = "f32v2:";

    /// <summary>Writes it; null where there is none.</summary>
    public static string? Write(LoudnessSpectrum? spectrum)
    {
        if (spectrum == null)
            return null;
        float[] values = new float[LoudnessSpectrum.MaxLength];
        int length = spectrum.Write(values);
        return Format2 + Convert.ToBase64String(MemoryMarshal.AsBytes(values.AsSpan(0, length)));
    }

    /// <summary>Reads it.</summary>
    /// <returns>Null where there is none, or it is damaged or of another format.</returns>
    public static LoudnessSpectrum? Read(string? text)
    {
        if (text == null)
            return null;
        bool hasSpreads = text.StartsWith(Format2, StringComparison.Ordinal);
        if (!hasSpreads && !text.StartsWith(Format1, StringComparison.Ordinal))
            return null;
        byte[] bytes = new byte[(LoudnessSpectrum.MaxLength + 1) * sizeof(float)];
        if (!Convert.TryFromBase64Chars(text.AsSpan(Format1.Length), bytes, out int count) || count % sizeof(float) != 0)
            return null;
        var spectrum = new LoudnessSpectrum();
        var values = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, count));
        return (hasSpreads ? spectrum.TryRead(values) : spectrum.TryReadWithoutSpreads(values)) ? spectrum : null;
    }
}
