namespace SemanticEq.Plugin;

/// <summary>A loaded state on its way to the audio thread.</summary>
/// <param name="Normalized">All values in the table's order.</param>
/// <param name="Source">What decodes them.</param>
/// <param name="Loudness">The track's, as the session keeps it.</param>
/// <param name="Track">What the session knows of its track; null where that goes on.</param>
internal sealed record SessionOffer(double[] Normalized, DecodeSource Source, KeptLoudness Loudness, LearntTrack? Track = null);
