namespace SemanticEq.Host.Rendering;

/// <summary>A typed phrase as a saved state keeps it: how the plug-in has read it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Parts">What its pieces were taken for, in order.</param>
/// <param name="OwnBands">The user's own bands that it has set.</param>
/// <param name="Unplaced">How many bands it asked for that found no free one.</param>
public sealed record SavedPhrase(string Text, IReadOnlyList<SavedPhrasePart> Parts, IReadOnlyList<SavedOwnBand> OwnBands, int Unplaced)
{
    /// <summary>The pieces that nothing was made of.</summary>
    public IEnumerable<string> NotUnderstood() => Parts.Where(part => part.Kind == "not-understood").Select(part => part.Text);
}

/// <summary>A piece of a phrase.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Kind">word, guess, band, degree, negation… or not-understood.</param>
/// <param name="Says">What is done about it, for people.</param>
/// <param name="Certainty">0 to 1; null where there is no such thing.</param>
public sealed record SavedPhrasePart(string Text, string Kind, string Says, double? Certainty);

/// <summary>One of the user's own bands.</summary>
/// <param name="Own">1 to 8.</param>
/// <param name="Type">low-shelf, bell, high-shelf…</param>
/// <param name="Hz">Centre or corner.</param>
/// <param name="Db">Gain; without meaning for cuts and notches.</param>
/// <param name="Q">Quality factor.</param>
/// <param name="SlopeDbPerOctave">12, 24 or 48; without meaning for types other than cuts.</param>
public sealed record SavedOwnBand(int Own, string Type, double Hz, double Db, double Q, int SlopeDbPerOctave);
