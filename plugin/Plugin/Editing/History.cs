using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>Undo and redo on the side of A and B that plays. Main thread.</summary>
internal sealed class History : IHistory
{
    private readonly Gestures _gestures;
    private readonly Compare _compare;

    /// <summary>From now on takes every gesture's step.</summary>
    public History(Gestures gestures, Compare compare)
    {
        (_gestures, _compare) = (gestures, compare);
        gestures.Ended = (step, began) => compare.Log.Add(step, began, gestures.Now);
    }

    /// <inheritdoc/>
    public string? UndoName => _compare.Log.Undoable?.Name;

    /// <inheritdoc/>
    public string? RedoName => _compare.Log.Redoable?.Name;

    /// <inheritdoc/>
    public void Undo()
    {
        _gestures.EndAll();
        if (_compare.Log.TakeUndo() is { } step)
            _gestures.Apply($"Undo {step.Name}", step.Reversed(), isStep: false);
    }

    /// <inheritdoc/>
    public void Redo()
    {
        _gestures.EndAll();
        if (_compare.Log.TakeRedo() is { } step)
            _gestures.Apply($"Redo {step.Name}", step, isStep: false);
    }
}
