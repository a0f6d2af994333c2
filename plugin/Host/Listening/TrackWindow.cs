namespace SemanticEq.Host.Listening;

/// <summary>A few seconds of a track, as heard.</summary>
/// <param name="StartSeconds">Where it begins.</param>
/// <param name="EndSeconds">Where it ends.</param>
/// <param name="Lufs">Its loudness, not gated; negative infinity where there is nothing.</param>
/// <param name="SpectrumDb">Its level-free spectrum on the common grid; null in silence, below −70 LUFS.</param>
internal sealed record TrackWindow(double StartSeconds, double EndSeconds, double Lufs, float[]? SpectrumDb);
