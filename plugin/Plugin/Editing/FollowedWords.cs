using SemanticEq.Dsp;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// The two words whose way through time a window shows: those asked for, where the listener knows them; else those that rise most; with
/// nothing asked for, those heard most. Allocates when made, never in a frame; main thread.
/// </summary>
internal sealed class FollowedWords
{
    // With nothing asked for, those heard most are looked for so often.
    private const double ChoiceSeconds = 20.0;

    private readonly EarTimeline _timeline;
    private readonly IReadOnlyList<string> _words;
    private readonly Listener? _listener;
    private readonly float[] _before;
    private readonly float[] _after;
    private readonly bool[] _isForeign;
    private bool _knowsForeign;
    private bool _isDue = true;
    private double _chosenAt = double.NegativeInfinity;

    /// <summary>Of a listener's words; of none where there is no listener.</summary>
    public FollowedWords(ListenerModel? model, EarTimeline timeline)
    {
        _timeline = timeline;
        _words = model?.Words ?? [];
        _listener = model == null ? null : new Listener(model);
        _before = new float[_words.Count];
        _after = new float[_words.Count];
        _isForeign = new bool[_words.Count];
        // What is made at its first use is made here.
        _listener?.Score(new float[CommonGrid.Count], _after);
    }

    /// <summary>Their names; empty for none.</summary>
    public (string First, string Second) Names { get; private set; } = ("", "");

    /// <summary>
    /// From now on words of other languages, which say again what English ones say, are followed only where they are asked for by their
    /// names. Only the first vocabulary counts.
    /// </summary>
    public void LearnLanguages(Vocabulary? vocabulary)
    {
        if (vocabulary == null || _knowsForeign)
            return;
        for (int i = 0; i < _isForeign.Length; i++)
            _isForeign[i] = vocabulary.IsForeign(_words[i]);
        _knowsForeign = true;
    }

    /// <summary>Something else is asked for.</summary>
    public void Renew() => _isDue = true;

    /// <summary>Chooses anew where it is time to.</summary>
    /// <param name="seconds">The time.</param>
    /// <param name="asked">The words that are asked for, or null where nothing is.</param>
    /// <param name="heard">What is heard of what is asked for; null where that is not known, or has not stayed so for long enough.</param>
    /// <returns>Whether they are others.</returns>
    public bool Choose(double seconds, AskedWord? asked, BeforeAfter? heard)
    {
        if (!_isDue && (asked != null || seconds - _chosenAt < ChoiceSeconds))
            return false;
        var (first, second) = asked == null ? _timeline.Strongest(_isForeign) : Named(asked);
        if (asked != null && first < 0)
        {
            if (heard == null)
                return false;
            (first, second) = Risers(heard);
        }
        _isDue = first < 0;
        _chosenAt = seconds;
        if (!_timeline.Follow(first, second))
            return false;
        Names = (NameOf(first), NameOf(second));
        return true;
    }

    private (int First, int Second) Named(AskedWord asked)
    {
        var (first, second) = (IndexOf(asked.First), IndexOf(asked.Second));
        return first < 0 ? (second, -1) : (first, second);
    }

    private (int First, int Second) Risers(BeforeAfter heard)
    {
        _listener!.Score(heard.Before, _before);
        _listener.Score(heard.After, _after);
        for (int i = 0; i < _after.Length; i++)
            _after[i] -= _before[i];
        return EarTimeline.Largest(_after, _isForeign);
    }

    private int IndexOf(string word)
    {
        if (word.Length == 0)
            return -1;
        for (int i = 0; i < _words.Count; i++)
        {
            if (_words[i].Equals(word, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    private string NameOf(int anchor) => anchor < 0 ? "" : _words[anchor];
}
