namespace SemanticEq.Inference;

/// <summary>What was heard in a short window of a sound.</summary>
/// <param name="StartSeconds">Where it begins.</param>
/// <param name="EndSeconds">Where it ends.</param>
/// <param name="Lufs">Its loudness; negative infinity for silence.</param>
/// <param name="Heard">64 shares, as <see cref="Hearing"/> gives them; empty for silence.</param>
/// <param name="Scores">One for each of the listener's words; empty for silence.</param>
public sealed record HeardWindow(double StartSeconds, double EndSeconds, double Lufs, float[] Heard, float[] Scores);

/// <summary>A part of a sound that stays much the same.</summary>
/// <param name="StartSeconds">Where it begins.</param>
/// <param name="EndSeconds">Where it ends: where the next begins.</param>
/// <param name="Top">The words that are heard most in it, the first most; none in silence.</param>
public sealed record HeardSection(double StartSeconds, double EndSeconds, IReadOnlyList<string> Top);
