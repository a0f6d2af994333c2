namespace SemanticEq.Plugin;

/// <summary>Steps that were made and can be taken back, and those that were taken back. Bounded. Main thread.</summary>
internal sealed class EditLog
{
    /// <summary>The oldest of more are forgotten.</summary>
    public const int MaxSteps = 200;

    // Notches of a wheel, or repeats of a key: one step for whoever undoes it.
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(0.8);
    private readonly List<EditStep> _undo = [];
    private readonly List<EditStep> _redo = [];
    private TimeSpan _last = TimeSpan.MinValue;

    /// <summary>What the next undo takes back, or null.</summary>
    public EditStep? Undoable => _undo.Count > 0 ? _undo[^1] : null;

    /// <summary>What the next redo brings back, or null.</summary>
    public EditStep? Redoable => _redo.Count > 0 ? _redo[^1] : null;

    /// <summary>Takes a step. One that follows at once on the same continuous parameter goes into the one before.</summary>
    /// <param name="step">What was changed.</param>
    /// <param name="began">When its gesture began, on any steady clock.</param>
    /// <param name="ended">When it ended.</param>
    public void Add(EditStep step, TimeSpan began, TimeSpan ended)
    {
        bool isBurst = step.OnlyIndex >= 0 && Undoable?.OnlyIndex == step.OnlyIndex && _redo.Count == 0 && began - Burst < _last;
        _redo.Clear();
        _last = ended;
        if (isBurst)
        {
            var whole = step.Values[0] with { Before = _undo[^1].Values[0].Before };
            if (whole.Before == whole.After)
                _undo.RemoveAt(_undo.Count - 1);
            else
                _undo[^1] = step with { Values = [whole] };
            return;
        }
        _undo.Add(step);
        if (_undo.Count > MaxSteps)
            _undo.RemoveAt(0);
    }

    /// <summary>Moves the next step from undo to redo.</summary>
    public EditStep? TakeUndo() => Move(_undo, _redo);

    /// <summary>Moves the next step from redo to undo.</summary>
    public EditStep? TakeRedo() => Move(_redo, _undo);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _undo.Clear();
        _redo.Clear();
    }

    private EditStep? Move(List<EditStep> from, List<EditStep> to)
    {
        _last = TimeSpan.MinValue;
        if (from.Count == 0)
            return null;
        var step = from[^1];
        from.RemoveAt(from.Count - 1);
        to.Add(step);
        return step;
    }
}
