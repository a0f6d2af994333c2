using SemanticEq.Inference;

namespace SemanticEq.Host.Listening;

/// <summary>The sections of a track.</summary>
internal static class TrackSections
{
    public static IReadOnlyList<HeardSection> Of(HeardTrack track, ListenerModel model)
    {
        _ = model;
        return track.Windows.Count == 0 ? [] : [new HeardSection(0, track.Seconds, [])];
    }
}
