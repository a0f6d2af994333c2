namespace SemanticEq.Inference;

/// <summary>A word that a phrase asks for, or asks to keep in or out.</summary>
/// <param name="Z">Its place in latent space.</param>
/// <param name="Amount">How much, 1 for the word as people mean it, negative for its mirror; for a constraint how far to push if nothing
/// else is asked for.</param>
/// <param name="PeakDb">The largest change in dB that is asked for, instead of an amount.</param>
/// <param name="Constraint">0 where it is asked for itself, −1 where it must not come in, 1 where it must not be lost.</param>
internal sealed record WordWish(float[] Z, double Amount, double? PeakDb, int Constraint);

/// <summary>A frequency range that must not rise (−1) or must not fall (1).</summary>
internal sealed record RangeLimit(GrammarEntry Region, int Constraint);
