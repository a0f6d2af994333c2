namespace SemanticEq.Plugin;

/// <summary>What one edit has changed, both ways. Never changed once made.</summary>
/// <param name="Name">For people: Amount.</param>
/// <param name="Values">The parameters that it set.</param>
/// <param name="Before">What no parameter holds, before.</param>
/// <param name="After">The same, after.</param>
internal sealed record EditStep(string Name, EditStep.Value[] Values, EditStep.Rest Before, EditStep.Rest After)
{
    /// <summary>One parameter's values, 0 to 1.</summary>
    /// <param name="Index">Its place in the table.</param>
    /// <param name="Before">Before.</param>
    /// <param name="After">After.</param>
    internal readonly record struct Value(int Index, double Before, double After);

    /// <summary>What no parameter holds.</summary>
    /// <param name="Phrases">The typed phrases.</param>
    /// <param name="Preset">What was loaded last, or null.</param>
    internal readonly record struct Rest(PhrasePair Phrases, LoadedPreset? Preset);

    /// <summary>Whether anything is another after it.</summary>
    public bool IsChange => Values.Length > 0 || Before != After;

    /// <summary>The single continuous parameter that it has changed, or −1.</summary>
    public int OnlyIndex => Values.Length == 1 && Before == After && ParameterTable.At(Values[0].Index).Scale != ParameterScale.Steps ? Values[0].Index : -1;

    /// <summary>The step that takes this one back.</summary>
    public EditStep Reversed() => new(Name, [.. Values.Select(value => new Value(value.Index, value.After, value.Before))], After, Before);

    /// <summary>From one set of settings to another, as where one is copied over the other.</summary>
    public static EditStep Between(string name, EffectSettings from, EffectSettings to, LoadedPreset? presetFrom, LoadedPreset? presetTo) => new(
        name,
        [.. Enumerable.Range(0, ParameterTable.Count)
            .Where(i => EffectSettings.IsPart(i) && !EffectSettings.AreSame(i, from.Normalized[i], to.Normalized[i]))
            .Select(i => new Value(i, from.Normalized[i], to.Normalized[i]))],
        new Rest(from.Phrases, presetFrom),
        new Rest(to.Phrases, presetTo));
}
