using SemanticEq.Inference;

namespace SemanticEq.Host.Listening;

/// <summary>Makes a report of what was heard.</summary>
internal static class Listening
{
    /// <summary>Scores a track, and what changed from another to it.</summary>
    public static ListeningReport Report(ListenerModel model, WordScorer scorer, WordChoice choice, WindowLength window, HeardTrack track, HeardTrack? against)
    {
        double[]? overall = scorer.Score(track.SpectrumDb), before = scorer.Score(against?.SpectrumDb);
        double[]? change = overall is null || before is null ? null : [.. overall.Select((score, i) => score - before[i])];
        double Rank(int i) => against is null ? overall?[i] ?? 0 : Math.Abs(change?[i] ?? 0);
        return new ListeningReport
        {
            Track = track,
            Words = scorer.Words,
            English = scorer.English,
            Told = choice.Of(scorer, Rank),
            Overall = overall,
            Windows = [.. track.Windows.Select(part => scorer.Score(part.SpectrumDb))],
            Sections = TrackSections.Of(track, model, scorer, window),
            Against = against,
            Change = change,
        };
    }
}
