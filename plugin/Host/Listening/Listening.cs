using SemanticEq.Inference;

namespace SemanticEq.Host.Listening;

/// <summary>Makes a report of what was heard.</summary>
internal static class Listening
{
    /// <summary>Scores a track, and what changed from another to it.</summary>
    public static ListeningReport Report(WordScorer scorer, ListenerModel model, WordChoice choice, HeardTrack track, HeardTrack? against)
    {
        double[]? overall = scorer.Score(track.SpectrumDb);
        double[]? before = scorer.Score(against?.SpectrumDb);
        double?[]? change = against is null ? null : [.. scorer.Words.Select((_, i) => overall?[i] - before?[i])];
        double Rank(int i) => change is null ? overall?[i] ?? 0 : Math.Abs(change[i] ?? 0);
        int[] chosen = choice.Of(scorer.Words, [.. scorer.Words.Select((_, i) => Rank(i))]);
        double?[] Take(double[]? scores) => [.. chosen.Select(i => scores?[i])];
        return new ListeningReport
        {
            Track = track,
            Words = [.. chosen.Select(i => scorer.Words[i])],
            Overall = Take(overall),
            Windows = [.. track.Windows.Select(window => new WindowScores(window, Take(scorer.Score(window.SpectrumDb))))],
            Sections = TrackSections.Of(track, model),
            Against = against,
            Change = change is null ? null : [.. chosen.Select(i => change[i])],
        };
    }
}
