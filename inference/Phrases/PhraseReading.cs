namespace SemanticEq.Inference;

/// <summary>How a phrase was read.</summary>
/// <param name="Text">The phrase as typed.</param>
/// <param name="Z">Its place in latent space, 32 values; zeros where no word was understood.</param>
/// <param name="Bands">The bands that it asks for, in its order; none where it names no frequency. At most eight.</param>
/// <param name="Parts">What each piece of the phrase was taken for, in its order. Polite filler is left out.</param>
public sealed record PhraseReading(string Text, float[] Z, IReadOnlyList<BandRequest> Bands, IReadOnlyList<PhrasePart> Parts)
{
    /// <summary>The words that it mixes by weights; null where it mixes none.</summary>
    public PhraseMix? Mix { get; init; }

    /// <summary>The two sounds of which one is to be like the other; null where it was not made of sounds.</summary>
    public SoundPair? Sounds { get; init; }
}
