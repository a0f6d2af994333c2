using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>What is asked for as people read it, and which words those are. Main thread; allocates where another word or phrase is chosen.</summary>
internal sealed class AskedWord(SemanticEqEffect effect, Words words)
{
    // Nearer to an end of the morph the other word is not heard.
    private const double MorphEnd = 0.005;
    private static readonly int Morph = ParameterTable.IndexOf(ParameterId.Morph);
    private static readonly int Macro1 = ParameterTable.IndexOf(ParameterId.Macro1);
    private static readonly string[] MacroNames = [.. Enumerable.Range(0, DecoderShape.Macros).Select(i => ParameterTable.At(Macro1 + i).ShortTitle.ToLowerInvariant())];
    private int _slotA = -1;
    private int _slotB = -1;
    private string _nameA = "";
    private string _nameB = "";
    private string _both = "";
    private TypedPhrase? _phraseA;
    private TypedPhrase? _phraseB;
    private BundledModel? _model;

    /// <summary>"warm", "warm → bright", "warmer, not muddy"; the strongest macro where there is no word; empty for nothing.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The first word by its name; empty for none, or a phrase.</summary>
    public string First { get; private set; } = "";

    /// <summary>The second, or the only one that is heard.</summary>
    public string Second { get; private set; } = "";

    /// <summary>Looks anew.</summary>
    /// <param name="plain">Plain values in the table's order.</param>
    /// <returns>Whether it is something else.</returns>
    public bool Follow(ReadOnlySpan<double> plain)
    {
        bool isOther = FollowNames();
        double morph = plain[Morph] * 0.01;
        var (first, second) = (morph > 1.0 - MorphEnd ? "" : _nameA, morph < MorphEnd ? "" : _nameB);
        int macro = first.Length + second.Length == 0 ? Strongest(plain) : -1;
        string text = macro >= 0 ? MacroNames[macro] : first.Length == 0 ? second : second.Length == 0 || first == second ? first : _both;
        isOther |= !ReferenceEquals(text, Text) || !ReferenceEquals(first, First) || !ReferenceEquals(second, Second);
        (Text, First, Second) = (text, first, second);
        return isOther;
    }

    private bool FollowNames()
    {
        var (slotA, slotB) = (words.Slot(WordPlace.A), words.Slot(WordPlace.B));
        if ((slotA, slotB) == (_slotA, _slotB) && effect.Phrases[0] == _phraseA && effect.Phrases[1] == _phraseB && effect.SessionModel == _model)
            return false;
        (_slotA, _slotB) = (slotA, slotB);
        (_phraseA, _phraseB, _model) = (effect.Phrases[0], effect.Phrases[1], effect.SessionModel);
        (_nameA, _nameB) = (NameOf(0, slotA), NameOf(1, slotB));
        _both = $"{_nameA} → {_nameB}";
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
