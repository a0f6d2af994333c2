namespace SemanticEq.Ui.Editor;

/// <summary>Choosing words as people mean it, each choice one step for undo. Main thread.</summary>
internal sealed class WordChoice(IEditorModel model)
{
    private const double FirstMorph = 0.5;

    private IWords Words => model.Words;

    /// <summary>Starts from a word.</summary>
    public void Start(int slot)
    {
        if (Words.Slot(WordPlace.A) == slot)
            return;
        model.BeginGroup("Word");
        // From a word to itself there is no way.
        if (Words.Slot(WordPlace.B) == slot)
            Words.Choose(WordPlace.B, 0);
        Words.Choose(WordPlace.A, slot);
        model.EndGroup();
    }

    /// <summary>Goes from the word in force to another, half of the way where it stood at its beginning, so that it is heard.</summary>
    public void MorphTo(int slot)
    {
        if (Words.Slot(WordPlace.A) is 0)
        {
            Start(slot);
            return;
        }

        if (Words.Slot(WordPlace.A) == slot || Words.Slot(WordPlace.B) == slot)
            return;
        model.BeginGroup("Morph to");
        Words.Choose(WordPlace.B, slot);
        if (Words.Morph.Value <= 0)
            Words.Morph.SetOnce(FirstMorph);
        model.EndGroup();
    }

    /// <summary>
    /// Adds a word to what is chosen, with an even share, or takes it out of there; what was the way from one word to another becomes a
    /// mix of both.
    /// </summary>
    /// <returns>False where there are as many as can be.</returns>
    public bool Mix(int slot)
    {
        List<WordShare> words = Shares();
        int at = words.FindIndex(word => word.Slot == slot);
        if (at >= 0)
            words.RemoveAt(at);
        else if (words.Count >= MixWeights.Most)
            return false;
        else
            AddEven(words, slot);
        model.BeginGroup(at >= 0 ? "Take out of the mix" : "Add to the mix");
        if (Words.Slot(WordPlace.B) != 0)
            Words.Choose(WordPlace.B, 0);
        // What plays is all of the mix, not the way from it to nothing.
        if (Words.Morph.Value > 0)
            Words.Morph.SetOnce(0);
        if (words.Count >= 2)
            Words.SetMix([.. words]);
        else
            Words.Choose(WordPlace.A, words.Count == 1 ? words[0].Slot : 0);
        model.EndGroup();
        return true;
    }

    // A phrase that is no mix has no place in one: then the word starts anew.
    private List<WordShare> Shares()
    {
        int a = Words.Slot(WordPlace.A), b = Words.Slot(WordPlace.B);
        double morph = b != 0 ? Words.Morph.Value : 0;
        List<WordShare> shares = [];
        foreach (WordShare word in Words.Mix)
            shares.Add(word with { Share = word.Share * (1 - morph) });
        if (Words.Find(a) is not null)
            shares.Add(new WordShare(a, 1 - morph));
        if (Words.Find(b) is not null)
            shares.Add(new WordShare(b, morph));
        // The way may lead to a word of the mix.
        return [.. shares.GroupBy(word => word.Slot).Select(same => new WordShare(same.Key, same.Sum(word => word.Share)))];
    }

    private static void AddEven(List<WordShare> words, int slot)
    {
        double sum = words.Sum(word => word.Share), even = 1.0 / (words.Count + 1);
        for (int i = 0; i < words.Count; i++)
            words[i] = words[i] with { Share = (sum > 0 ? words[i].Share / sum : 1.0 / words.Count) * (1 - even) };
        words.Add(new WordShare(slot, even));
    }

    /// <summary>Takes the second word away, or the first where there is no second.</summary>
    /// <returns>Whether there was one.</returns>
    public bool ClearOne()
    {
        if (Words.Slot(WordPlace.B) != 0)
            Words.Choose(WordPlace.B, 0);
        else if (Words.Slot(WordPlace.A) != 0)
            Words.Choose(WordPlace.A, 0);
        else
            return false;
        return true;
    }

    /// <summary>Takes both words away.</summary>
    public void ClearAll()
    {
        model.BeginGroup("Clear words");
        if (Words.Slot(WordPlace.B) != 0)
            Words.Choose(WordPlace.B, 0);
        if (Words.Slot(WordPlace.A) != 0)
            Words.Choose(WordPlace.A, 0);
        model.EndGroup();
    }
}
