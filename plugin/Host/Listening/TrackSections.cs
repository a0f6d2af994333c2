using SemanticEq.Inference;

namespace SemanticEq.Host.Listening;

/// <summary>The sections of a track, by the listener.</summary>
internal static class TrackSections
{
    private const int TopWords = 3;

    // What sections are found by: windows much closer than that would each be one of their own.
    private const double LeastHopSeconds = 1;

    /// <summary>Finds them; together they last as long as the track.</summary>
    public static IReadOnlyList<HeardSection> Of(HeardTrack track, ListenerModel model, WordScorer scorer, WindowLength window)
    {
        int stride = Math.Max(1, (int)Math.Round(LeastHopSeconds / window.HopSeconds));
        var hearing = new Hearing(model);
        HeardWindow[] heard = [.. track.Windows.Where((_, i) => i % stride == 0).Select(Hear)];
        var sections = Sections.Find(heard, [.. scorer.English.Select(word => scorer.Words[word])], TopWords);
        return [.. sections.Select((section, i) => section with
        {
            StartSeconds = i == 0 ? 0 : section.StartSeconds,
            EndSeconds = i == sections.Count - 1 ? track.Seconds : section.EndSeconds,
        })];

        HeardWindow Hear(TrackWindow part)
        {
            if (part.SpectrumDb is not { } spectrum)
                return new(part.StartSeconds, part.EndSeconds, double.NegativeInfinity, [], []);
            float[] shares = new float[ListenerModel.Points];
            hearing.Hear(spectrum, shares);
            double[] scores = scorer.Score(spectrum)!;
            return new(part.StartSeconds, part.EndSeconds, part.Lufs, shares, [.. scorer.English.Select(word => (float)scores[word])]);
        }
    }
}
