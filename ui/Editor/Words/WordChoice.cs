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
