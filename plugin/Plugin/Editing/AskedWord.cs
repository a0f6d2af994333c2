using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>What is asked for as people read it, and which words those are. Main thread; allocates where it changes.</summary>
internal sealed class AskedWord(SemanticEqEffect effect, Words words)
{
    // Nearer to an end of the morph the other word is not heard.
    private const double MorphEnd = 0.005;
    private static readonly int Morph = ParameterTable.IndexOf(ParameterId.Morph);
    private static readonly int Macro1 = ParameterTable.IndexOf(ParameterId.Macro1);
    private int _slotA = -1;
    private int _slotB = -1;
    private int _macro = -1;
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
        double morph = plain[Morph] * 0.01;
        int slotA = morph > 1.0 - MorphEnd ? Vocabulary.NoWord : words.Slot(WordPlace.A);
        int slotB = morph < MorphEnd ? Vocabulary.NoWord : words.Slot(WordPlace.B);
        int macro = slotA == Vocabulary.NoWord && slotB == Vocabulary.NoWord ? Strongest(plain) : -1;
        if ((slotA, slotB, macro) == (_slotA, _slotB, _macro) && effect.Phrases[0] == _phraseA && effect.Phrases[1] == _phraseB && effect.SessionModel == _model)
            return false;
        (_slotA, _slotB, _macro) = (slotA, slotB, macro);
        (_phraseA, _phraseB, _model) = (effect.Phrases[0], effect.Phrases[1], effect.SessionModel);
        (First, Second) = (NameOf(0, slotA), NameOf(1, slotB));
        Text = macro >= 0 ? ParameterTable.At(Macro1 + macro).ShortTitle.ToLowerInvariant()
            : First.Length > 0 && Second.Length > 0 && First != Second ? $"{First} → {Second}"
            : First.Length > 0 ? First : Second;
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
