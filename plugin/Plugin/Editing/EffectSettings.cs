namespace SemanticEq.Plugin;

/// <summary>
/// All that makes the sound and a user has set: what A and B, presets and undo deal in. Bypass, dry compare, the measuring of loudness
/// and Freeze are no part of it: they say how one listens, and what is learnt of the track. Never changed once made.
/// </summary>
/// <param name="Normalized">Values, 0 to 1, in the table's order.</param>
/// <param name="Phrases">The typed phrases.</param>
internal sealed record EffectSettings(double[] Normalized, PhrasePair Phrases)
{
    // Hosts keep values in 32 bits.
    private const double SameNormalized = 1e-6;
    private static readonly bool[] Parts = [.. ParameterTable.All.Select(IsPartOfSound)];

    /// <summary>Whether a parameter belongs to the settings.</summary>
    /// <param name="index">Its place in the table.</param>
    public static bool IsPart(int index) => Parts[index];

    /// <summary>What stands now.</summary>
    public static EffectSettings Of(SemanticEqEffect effect) => new(effect.Values.ToArray(), effect.Phrases.Both);

    /// <summary>All at their defaults.</summary>
    public static EffectSettings Default() => new(new ParameterValues().ToArray(), PhrasePair.None);

    /// <summary>Whether the values and phrases that stand are these. Allocates nothing.</summary>
    public bool AreThoseOf(SemanticEqEffect effect)
    {
        if (!Phrases.SameAs(effect.Phrases.Both))
            return false;
        for (int i = 0; i < Normalized.Length; i++)
        {
            if (Parts[i] && !AreSame(i, Normalized[i], effect.Values[i]))
                return false;
        }
        return true;
    }

    /// <summary>Whether two values of a parameter mean the same. Of a step's share of 0 to 1 every value does.</summary>
    public static bool AreSame(int index, double one, double other) => ParameterTable.At(index) is { Scale: ParameterScale.Steps } parameter
        ? parameter.ToPlain(one) == parameter.ToPlain(other)
        : Math.Abs(one - other) <= SameNormalized;

    private static bool IsPartOfSound(Parameter parameter) =>
        !parameter.Flags.HasFlag(Vst3.ParameterFlags.IsReadOnly)
        && parameter.Id is not (ParameterId.Bypass or ParameterId.DryCompare or ParameterId.MeasureLoudness or ParameterId.Freeze);
}
