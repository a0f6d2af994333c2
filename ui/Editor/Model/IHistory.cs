namespace SemanticEq.Ui.Editor;

/// <summary>Undo and redo of everything that the window changes. Main thread.</summary>
public interface IHistory
{
    /// <summary>What the next undo takes back ("Amount"), or null.</summary>
    string? UndoName { get; }

    /// <summary>What the next redo brings back, or null.</summary>
    string? RedoName { get; }

    /// <summary>Goes one step back.</summary>
    void Undo();

    /// <summary>Goes one step forward.</summary>
    void Redo();
}

/// <summary>Two whole settings to compare. Main thread.</summary>
public interface ICompare
{
    /// <summary>Whether B plays.</summary>
    bool IsB { get; }

    /// <summary>Whether both play at A's loudness.</summary>
    bool IsMatched { get; set; }

    /// <summary>Plays the other one.</summary>
    void Switch();

    /// <summary>Copies the one that plays to the other. Undone by undo on the other.</summary>
    void CopyToOther();
}
