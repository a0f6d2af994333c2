namespace SemanticEq.Plugin;

/// <summary>The other side of A and B, as a session keeps it.</summary>
internal sealed record ComparedState
{
    /// <summary>Whether B plays, so that this is A.</summary>
    public bool IsB { get; init; }

    /// <summary>Whether both are compared at one loudness.</summary>
    public bool IsMatched { get; set; } = true;

    /// <summary>Plain values by parameter id.</summary>
    public Dictionary<string, double> Values { get; init; } = [];

    /// <summary>Word A by name: slots above 383 differ between machines.</summary>
    public string? WordA { get; init; }

    /// <summary>Word B by name.</summary>
    public string? WordB { get; init; }

    /// <summary>The phrase that was typed for word A.</summary>
    public TypedPhrase? PhraseA { get; init; }

    /// <summary>The phrase that was typed for word B.</summary>
    public TypedPhrase? PhraseB { get; init; }

    /// <summary>The preset that was loaded there last, by its key.</summary>
    public string? Preset { get; init; }

    /// <summary>From settings.</summary>
    public static ComparedState Of(EffectSettings settings, BundledModel? model, bool isB, bool isMatched, string? preset)
    {
        var values = new ParameterValues();
        for (int i = 0; i < settings.Normalized.Length; i++)
            values[i] = settings.Normalized[i];
        var frame = SemanticControls.Frame(values.ToPlain());
        return new ComparedState
        {
            IsB = isB,
            IsMatched = isMatched,
            Values = SessionState.ValuesOf(values),
            WordA = model?.Vocabulary.At(frame.WordA)?.Word,
            WordB = model?.Vocabulary.At(frame.WordB)?.Word,
            PhraseA = settings.Phrases.A,
            PhraseB = settings.Phrases.B,
            Preset = preset,
        };
    }

    /// <summary>What of it can be used; null for nothing.</summary>
    public ComparedState? Sound() => Values is null || !Values.Values.All(double.IsFinite) ? null : this with
    {
        PhraseA = PhraseA?.IsSound() == true ? PhraseA : null,
        PhraseB = PhraseB?.IsSound() == true ? PhraseB : null,
    };

    /// <summary>The settings; null where they are damaged.</summary>
    public EffectSettings? Settings(BundledModel? model) => Values is null ? null : new SessionState
    {
        Values = Values,
        WordA = WordA,
        WordB = WordB,
        PhraseA = PhraseA,
        PhraseB = PhraseB,
    }.Settings(model);
}
