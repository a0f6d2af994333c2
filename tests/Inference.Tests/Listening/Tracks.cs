namespace SemanticEq.Inference.Tests.Listening;

/// <summary>Spectra of tracks that might be, in dB on the common grid.</summary>
internal static class Tracks
{
    /// <summary>One that falls or rises, with a hill, some roughness, and perhaps an end.</summary>
    public static float[] Any(Random random)
    {
        float slope = (12.0f * random.NextSingle()) - 9.0f, hill = (30.0f * random.NextSingle()) - 10.0f;
        int at = random.Next(64), end = random.Next(30, 90);
        return [.. Tilted(slope).Select((db, i) => db + (hill * MathF.Exp(-0.02f * (i - at) * (i - at))) - (i > end ? 3.0f * (i - end) : 0.0f) + (4.0f * random.NextSingle()))];
    }

    /// <summary>A straight one; pink noise at 0.</summary>
    public static float[] Tilted(float decibelsPerOctave) =>
        [.. Enumerable.Range(0, 64).Select(i => decibelsPerOctave * (i - 31.5f) * MathF.Log2(1000.0f) / 63.0f)];
}
