using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>What two sounds of which one is to be like the other sound like in the long run. Never changed.</summary>
/// <param name="FromDb">64 values in dB on the common grid: the one that is equalised.</param>
/// <param name="ToDb">64 values: the one that it is to be like.</param>
public sealed record SoundPair(float[] FromDb, float[] ToDb)
{
    // A level-free spectrum lies within some 100 dB of its mean.
    private const float MostDb = 400f;

    /// <summary>Whether it can be used: a session's file may have been written by anybody.</summary>
    public bool IsSound() => IsSpectrum(FromDb) && IsSpectrum(ToDb);

    /// <summary>Whether two are the same, number for number.</summary>
    public bool SameAs(SoundPair? other) => other is not null && FromDb.AsSpan().SequenceEqual(other.FromDb) && ToDb.AsSpan().SequenceEqual(other.ToDb);

    private static bool IsSpectrum(float[]? spectrumDb) => spectrumDb is { Length: CommonGrid.Count } && Array.TrueForAll(spectrumDb, value => MathF.Abs(value) < MostDb);
}
