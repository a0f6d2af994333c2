using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>What is missing or broken, in plain words with what to do. Main thread; looking allocates nothing unless something has changed.</summary>
/// <param name="effect">The effect.</param>
/// <param name="library">Its presets.</param>
/// <param name="settings">The user's.</param>
/// <param name="listenerProblem">Why the listener can't be used, or null.</param>
internal sealed class EditorMessages(SemanticEqEffect effect, PresetLibrary library, EditorSettings settings, Func<string?> listenerProblem)
{
    private string? _modelProblem;
    private string? _listenerProblem;
    private DecoderStatus? _decoder;
    private string? _missingModel;
    private (int A, int B) _unplaced;
    private IReadOnlyList<string> _presetProblems = [];
    private string? _settingsProblem;
    private string? _fault;
    private string? _saidFault;

    /// <summary>Most often none.</summary>
    public IReadOnlyList<string> All { get; private set; } = [];

    /// <summary>Something in the window went wrong; one that goes wrong in each frame is said once. Null: a new window, all is well again.</summary>
    /// <returns>The message.</returns>
    public string? Tell(Exception? fault)
    {
        _fault = fault is null ? null
            : "Something in this window went wrong; the sound goes on as it is, and the window tries again. If it does not come back, close and open it. "
                + $"({fault.GetType().Name}: {fault.Message})";
        Follow();
        return _fault;
    }

    /// <summary>Looks anew.</summary>
    public void Follow()
    {
        string? modelProblem = BundledModel.Problem;
        string? listener = listenerProblem();
        var decoder = effect.Decoder;
        string? missing = effect.MissingModel;
        var unplaced = (Unplaced(0), Unplaced(1));
        var presets = library.Problems;
        string? settingsProblem = settings.Problem;
        if (modelProblem == _modelProblem && listener == _listenerProblem && decoder == _decoder && missing == _missingModel && unplaced == _unplaced
            && presets == _presetProblems && settingsProblem == _settingsProblem && _fault == _saidFault)
            return;
        (_modelProblem, _listenerProblem, _decoder, _missingModel) = (modelProblem, listener, decoder, missing);
        (_unplaced, _presetProblems, _settingsProblem, _saidFault) = (unplaced, presets, settingsProblem, _fault);
        All = [.. Texts()];
    }

    private IEnumerable<string> Texts()
    {
        if (_saidFault is not null)
            yield return _saidFault;
        if (_modelProblem is not null)
            yield return $"A part of the word model can't be used, so some words do nothing. Install Semantic EQ anew. ({_modelProblem})";
        if (_listenerProblem is not null)
            yield return $"What listens to your track can't be used, so Adapt does nothing; all else works. Install Semantic EQ anew. ({_listenerProblem})";
        if (_decoder is not null && OfDecoder(_decoder) is { } decoder)
            yield return decoder;
        if (_missingModel is not null)
            yield return $"This session was made with word model {_missingModel}, which is not here. It sounds as it was saved until you change "
                + "a word, morph or macro; a newer Semantic EQ may have that model.";
        if (_unplaced.A + _unplaced.B is > 0 and var count)
            yield return $"{(count == 1 ? "One band" : $"{count} bands")} of what you typed found no free place: all eight own bands are in use. "
                + "Switch one off and type it again.";
        foreach (string text in _presetProblems)
            yield return text;
        if (_settingsProblem is not null)
            yield return _settingsProblem;
    }

    /// <summary>What there is to say of the decoder, or null.</summary>
    internal static string? OfDecoder(DecoderStatus status) => status switch
    {
        { Problem: null } => null,
        { IsFault: true } => "The ONNX Runtime has gone wrong. Words sound the same by the built-in decoder; it is tried again when the host next switches "
            + $"Semantic EQ on. ({status.Problem})",
        _ => "The ONNX Runtime can't be loaded. Words sound the same by the built-in decoder. "
            + $"{status.Remedy ?? "Installing Semantic EQ anew brings it back"}. ({status.Problem})",
    };

    private int Unplaced(int word)
    {
        int index = ParameterTable.IndexOf(ParameterId.WordA + (uint)word);
        return (int)ParameterTable.At(index).ToPlain(effect.Values[index]) == Vocabulary.Phrase ? effect.Phrases[word]?.Unplaced ?? 0 : 0;
    }
}
