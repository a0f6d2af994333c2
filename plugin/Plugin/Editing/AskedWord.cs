using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>
/// What is asked for as people read it, and which words those are. Main thread; allocates where another word or phrase is chosen. While
/// automation brings one after the other it waits for the last.
/// </summary>
internal sealed class AskedWord(SemanticEqEffect effect, Words words)
{
    private static readonly int Macro1 = ParameterTable.IndexOf(ParameterId.Macro1);
    private static readonly string[] MacroNames = [.. Enumerable.Range(0, DecoderShape.Macros).Select(i => ParameterTable.At(Macro1 + i).ShortTitle.ToLowerInvariant())];
    private const double StillSeconds = 0.25;
    private const double AloneSeconds = 1.0;
    private int _slotA = -1;
    private int _slotB = -1;
    private TypedPhrase? _phraseA;
    private TypedPhrase? _phraseB;
    private BundledModel? _model;
    private int _macro = -1;
    private double _changedAt = double.NegativeInfinity;
    private bool _isToName;

    /// <summary>Where the morph stands is no part of it: "warm", "warm → bright", "warmer, not muddy"; the strongest macro where there is no word; empty for nothing.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The first word by its name; empty for none, or a phrase.</summary>
    public string First { get; private set; } = "";

    /// <summary>The second.</summary>
    public string Second { get; private set; } = "";

    /// <summary>Looks anew.</summary>
    /// <param name="plain">Plain values in the table's order.</param>
    /// <param name="seconds">On a steady clock.</param>
    /// <returns>Whether it is something else.</returns>
    public bool Follow(ReadOnlySpan<double> plain, double seconds)
    {
        if (IsOther(plain))
        {
            _isToName = true;
            bool isAlone = seconds - _changedAt > AloneSeconds;
            _changedAt = isAlone ? double.NegativeInfinity : seconds;
        }
        if (!_isToName || seconds - _changedAt < StillSeconds)
            return false;
        _isToName = false;
        _changedAt = seconds;
        (First, Second) = (NameOf(0, _slotA), NameOf(1, _slotB));
        Text = _macro >= 0 ? MacroNames[_macro] : First.Length == 0 ? Second : Second.Length == 0 || First == Second ? First : $"{First} → {Second}";
        return true;
    }

    private bool IsOther(ReadOnlySpan<double> plain)
    {
        var (slotA, slotB) = (words.Slot(WordPlace.A), words.Slot(WordPlace.B));
        int macro = slotA == Vocabulary.NoWord && slotB == Vocabulary.NoWord ? Strongest(plain) : -1;
        if ((slotA, slotB, macro) == (_slotA, _slotB, _macro) && effect.Phrases[0] == _phraseA && effect.Phrases[1] == _phraseB && effect.SessionModel == _model)
            return false;
        (_slotA, _slotB, _macro) = (slotA, slotB, macro);
        (_phraseA, _phraseB, _model) = (effect.Phrases[0], effect.Phrases[1], effect.SessionModel);
        return true;
    }

    private string NameOf(int word, int slot) => slot == Vocabulary.NoWord ? "" : effect.WordName(word, slot);

    private static int Strongest(ReadOnlySpan<double> plain)
    {
        int strongest = -1;
        for (int i = 0; i < DecoderShape.Macros; i++)
        {
            if (Math.Abs(plain[Macro1 + i]) > (strongest < 0 ? 0.0 : Math.Abs(plain[Macro1 + strongest])))
                strongest = i;
        }
        return strongest;
    }
}
