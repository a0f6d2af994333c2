using SemanticEq.Inference;

namespace SemanticEq.Host.Listening;

/// <summary>How strongly words are heard in spectra: the listener's own words, and any others by the curves that they play.</summary>
internal sealed class WordScorer
{
    private readonly Listener _listener;
    private readonly List<AskedDirection> _others = [];
    private readonly List<string> _words;
    private readonly float[] _scores;

    /// <summary>By a listener.</summary>
    /// <param name="model">The listener.</param>
    /// <param name="vocabulary">Says of what language words are; null where it can't.</param>
    /// <param name="others">Further words or phrases, with their curves in dB on the common grid.</param>
    public WordScorer(ListenerModel model, Vocabulary? vocabulary, IEnumerable<(string Word, float[] CurveDb)> others)
    {
        _listener = new Listener(model);
        _words = [.. model.Words];
        English = [.. Enumerable.Range(0, _words.Count).Where(i => vocabulary?.IsForeign(_words[i]) != true)];
        foreach (var (word, curve) in others)
        {
            var direction = new AskedDirection(model);
            direction.Aim(curve);
            _others.Add(direction);
            _words.Add(word);
        }

        _scores = new float[model.Words.Count];
    }

    /// <summary>The words, in the order of scores.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The places of the listener's English words: what people are told where they have not asked for others, which say the same again.</summary>
    public IReadOnlyList<int> English { get; }

    /// <summary>Their scores; null where there is nothing to hear.</summary>
    public double[]? Score(float[]? spectrumDb)
    {
        if (spectrumDb is null)
            return null;
        _listener.Score(spectrumDb, _scores);
        return [.. _scores.Select(score => (double)score), .. _others.Select(other => other.Score(spectrumDb))];
    }
}
