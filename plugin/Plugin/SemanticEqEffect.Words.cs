using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>Words and typed phrases: the two word lists' text, and what slot 1 of them is. Main thread.</summary>
internal sealed partial class SemanticEqEffect
{
    // Two values within slot 1's share of 0 to 1. A host may keep a value to itself that is the one it knows already, so another phrase
    // has the other one.
    private const double PhraseValue = Vocabulary.Phrase / (Vocabulary.Slots - 1.0);
    private const double OtherPhraseValue = (Vocabulary.Phrase + 0.4) / (Vocabulary.Slots - 1.0);
    private readonly TypedPhrases _phrases = new();
    private TypedPlaces _places = TypedPlaces.None;

    /// <summary>Types a phrase for a word, as an editor does: the host is told, and hears it as any other edit.</summary>
    /// <param name="id">Word A or word B.</param>
    /// <param name="text">A word of the vocabulary, or a phrase.</param>
    /// <returns>False where nothing of it is understood; then nothing changes.</returns>
    public bool Type(uint id, string text)
    {
        if (WordOf(id) is null || !TryParse(id, text, out double normalized))
            return false;
        Edit(id, normalized);
        return true;
    }

    // 0 for word A, 1 for word B.
    private static int? WordOf(uint id) => id switch
    {
        ParameterId.WordA => 0,
        ParameterId.WordB => 1,
        _ => null,
    };

    private string FormatWord(int word, double plain) =>
        (int)plain == Vocabulary.Phrase && _phrases[word] is { } phrase ? phrase.Text : WordText.Format(plain, WordText.IsWord(plain) ? Model?.Vocabulary : null);

    private bool TryParseWord(int word, string text, out double normalized)
    {
        var parameter = ParameterTable.At(ParameterTable.IndexOf(ParameterId.WordA + (uint)word));
        normalized = 0;
        if (WordText.TryParse(text, Model?.Vocabulary, out double plain))
        {
            _phrases.DropCandidate(word);
            normalized = parameter.ToNormalized(plain);
            return true;
        }
        if (!_phrases.TryRead(word, text, Model))
            return false;
        normalized = ValueForPhrase(word);
        return true;
    }

    private double ValueForPhrase(int word) =>
        _phrases.HasCandidate(word) && GetNormalized(ParameterId.WordA + (uint)word) == PhraseValue ? OtherPhraseValue : PhraseValue;

    // A host may say again what stands already: only another word says that the phrase that was asked about is not wanted.
    private void WordIsSet(int word, int before, int now)
    {
        if (now == Vocabulary.Phrase)
            AdoptCandidate(word);
        else if (now != before)
            _phrases.DropCandidate(word);
    }

    // The word has been set to slot 1, so what was read for it before is what its user wants.
    private void AdoptCandidate(int word)
    {
        if (Model is not { } model || _phrases.TakeCandidate(word) is not { } reading)
            return;
        _isForeign = false;
        string? phraseBefore = _phrases[0]?.Text;
        var placed = PhraseBands.Place(reading.Bands, _phrases[word]?.Bands ?? [], _newest, Edit);
        int unplaced = reading.Bands.Count - placed.Length;
        _phrases.Set(word, TypedPhrase.Of(reading, model.Folder) with { Bands = placed, Unplaced = unplaced > 0 ? unplaced : null });
        _places = _phrases.Places(model);
        _processor.Offer(_places);
        TellProgramNames(phraseBefore, model);
    }

    private void Edit(uint id, double normalized)
    {
        if (_editing is { Gestures.IsOpen: true } editing)
        {
            editing.Gestures.SetOnce(ParameterTable.IndexOf(id), normalized);
            return;
        }
        SetNormalized(id, normalized);
        if (Host is not { } host)
        {
            // Nobody brings it to the processor then.
            OfferValues();
            return;
        }
        host.BeginEdit(id);
        host.PerformEdit(id, normalized);
        host.EndEdit(id);
    }
}
