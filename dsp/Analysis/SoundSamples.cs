namespace SemanticEq.Dsp;

/// <summary>What meters make of samples that are no audio.</summary>
internal static class SoundSamples
{
    // +120 dBFS, as at the plug-in's input.
    private const float Loudest = 1e6f;

    /// <summary>Whether all are numbers, up to +120 dBFS.</summary>
    public static bool AreSound(ReadOnlySpan<float> samples)
    {
        // Of what is no number the comparison is false.
        bool are = true;
        foreach (float sample in samples)
            are &= Math.Abs(sample) <= Loudest;
        return are;
    }

    /// <summary>Copies samples, full scale ±1: what is no number becomes 0, what is beyond +120 dBFS is held there.</summary>
    public static void Copy(ReadOnlySpan<float> samples, Span<float> to)
    {
        for (int i = 0; i < samples.Length; i++)
            to[i] = float.IsNaN(samples[i]) ? 0.0f : Math.Clamp(samples[i], -Loudest, Loudest);
    }
}
