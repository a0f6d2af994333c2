using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>What is missing or broken, in plain words with what to do. Main thread; looking allocates nothing unless something has changed.</summary>
/// <param name="effect">The effect.</param>
/// <param name="library">Its presets.</param>
/// <param name="settings">The user's.</param>
/// <param name="listenerProblem">Why the listener can't be used, or null.</param>
internal sealed class EditorMessages(SemanticEqEffect effect, PresetLibrary library, EditorSettings settings, Func<string?> listenerProblem)
{
    private Found _found;
    private string? _fault;

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
        var found = new Found(
            _fault, BundledModel.Problem, listenerProblem(), effect.Decoder, effect.MissingModel, Unplaced(0) + Unplaced(1), library.Problems, settings.Problem);
        if (found == _found)
            return;
        _found = found;
        All = [.. Texts(found)];
    }

    private static IEnumerable<string> Texts(Found found)
    {
        if (found.Fault is not null)
            yield return found.Fault;
        if (found.Model is not null)
            yield return $"A part of the word model can't be used, so some words do nothing. Install Semantic EQ anew. ({found.Model})";
        if (found.Listener is not null)
            yield return $"What listens to your track can't be used, so Adapt does nothing; all else works. Install Semantic EQ anew. ({found.Listener})";
        if (found.Decoder is not null && OfDecoder(found.Decoder) is { } decoder)
            yield return decoder;
        if (found.MissingModel is not null)
            yield return $"This session was made with word model {found.MissingModel}, which is not here. It sounds as it was saved until you change "
                + "a word, morph or macro; a newer Semantic EQ may have that model.";
        if (found.Unplaced is > 0 and var count)
            yield return $"{(count == 1 ? "One band" : $"{count} bands")} of what you typed found no free place: all eight own bands are in use. "
                + "Switch one off and type it again.";
        foreach (string text in found.Presets)
            yield return text;
        if (found.Settings is not null)
            yield return found.Settings;
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

    private readonly record struct Found(
        string? Fault,
        string? Model,
        string? Listener,
        DecoderStatus? Decoder,
        string? MissingModel,
        int Unplaced,
        IReadOnlyList<string> Presets,
        string? Settings);
}
