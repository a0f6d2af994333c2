using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>A typed phrase as a session keeps it: what was typed, how it was read, and where that lies in its model's space. Never changed.</summary>
internal sealed record TypedPhrase
{
    // Words lie within some tens of the origin; far beyond, sums would overflow.
    private const float LargestZ = 1e6f;

    /// <summary>As typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The version of the model that read it.</summary>
    public string? Model { get; init; }

    /// <summary>That model's hash: <see cref="Z"/> means nothing to any other one.</summary>
    public string? ModelHash { get; init; }

    /// <summary>Its place in latent space, 32 values.</summary>
    public float[] Z { get; init; } = [];

    /// <summary>What its pieces were taken for.</summary>
    public Part[] Parts { get; init; } = [];

    /// <summary>The user's own bands that it has set.</summary>
    public OwnedBand[] Bands { get; init; } = [];

    /// <summary>How many bands it asked for that found no free one; null for none.</summary>
    public int? Unplaced { get; init; }

    /// <summary>The two sounds that it was made of, so that another model finds its place too; null for a phrase of words.</summary>
    public SoundPair? Sounds { get; init; }

    /// <summary>A piece of a phrase.</summary>
    /// <param name="Text">As typed.</param>
    /// <param name="Kind">The name of a <see cref="PhrasePartKind"/>, in small letters with dashes.</param>
    /// <param name="Says">What is done about it, for people.</param>
    /// <param name="Certainty">0 to 1, or null.</param>
    /// <param name="IsLess">Whether less of it is asked for; null for no.</param>
    internal sealed record Part(string Text, string Kind, string Says, double? Certainty, bool? IsLess = null);

    /// <summary>A phrase as a model has read it.</summary>
    public static TypedPhrase Of(PhraseReading reading, ModelFolder model) => new()
    {
        Text = reading.Text,
        Model = model.Version,
        ModelHash = model.Hash,
        Z = reading.Z,
        Sounds = reading.Sounds,
        Parts = [.. reading.Parts.Select(part => new Part(part.Text, NameOf(part.Kind), part.Says, part.Certainty, part.IsLess ? true : null))],
    };

    /// <summary>Whether it can be used: a session's file may have been written by anybody.</summary>
    public bool IsSound() => Text is { Length: > 0 } && PhraseText.Clean(Text) == Text && Z is { Length: DecoderShape.Latent } && Array.TrueForAll(Z, value => MathF.Abs(value) < LargestZ)
        && Sounds?.IsSound() != false
        && Parts is { Length: <= PhraseText.MaxLength } && Array.TrueForAll(Parts, part => part is { Text: not null, Kind: not null, Says: not null } && double.IsFinite(part.Certainty ?? 0.0))
        && Bands is { Length: <= ParameterTable.Bands } && !Array.Exists(Bands, band => band is null || !band.IsSound());

    // NotUnderstood becomes not-understood.
    private static string NameOf(PhrasePartKind kind) =>
        string.Concat(kind.ToString().Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}
