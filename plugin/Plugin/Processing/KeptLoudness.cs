using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>What a session keeps of its track's loudness.</summary>
/// <param name="Spectrum">As it was measured; null where it was not, so that pink noise stands for it.</param>
/// <param name="Session">How many sessions were loaded before: what was measured in an earlier one is not kept in this one.</param>
internal sealed record KeptLoudness(LoudnessSpectrum? Spectrum, int Session)
{
    /// <summary>Before any session.</summary>
    public static KeptLoudness None { get; } = new(null, 0);

    /// <summary>The next session's.</summary>
    public KeptLoudness Next(LoudnessSpectrum? spectrum) => new(spectrum, Session + 1);
}
