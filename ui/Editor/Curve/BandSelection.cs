namespace SemanticEq.Ui.Editor;

/// <summary>Which band is in hand: the one being dragged, else the one pointed at, else the one that was clicked or has the keyboard.</summary>
internal sealed class BandSelection
{
    // Time to go from a node to its card.
    private const double LeaveAfterSeconds = 0.3;

    private BandNode? _dragged;
    private BandNode? _pointed;
    private BandNode? _chosen;
    private double _leftAt = double.NaN;

    /// <summary>Grows whenever another one is in hand.</summary>
    public int Serial { get; private set; }

    /// <summary>The band in hand, or null.</summary>
    public BandNode? Active => _dragged ?? _pointed ?? _chosen;

    /// <summary>The one being dragged: the others stand back.</summary>
    public BandNode? Dragged
    {
        get => _dragged;
        set => Change(ref _dragged, value);
    }

    /// <summary>The one that the pointer is over, or was a moment ago.</summary>
    public BandNode? Pointed
    {
        get => _pointed;
        set
        {
            Change(ref _pointed, value);
            _leftAt = double.NaN;
        }
    }

    /// <summary>The one that was clicked or has the keyboard.</summary>
    public BandNode? Chosen
    {
        get => _chosen;
        set => Change(ref _chosen, value);
    }

    /// <summary>Lets go of what can't be in hand any more: a node that is gone, or that the pointer left for good.</summary>
    /// <param name="seconds">The time.</param>
    /// <param name="isOnCard">Whether the pointer is over the band's card.</param>
    public void Tick(double seconds, bool isOnCard)
    {
        if (_chosen is { Edit.IsShown: false })
            Chosen = null;
        if (_pointed is not { } pointed)
            return;
        if (!pointed.Edit.IsShown)
            Pointed = null;
        else if (pointed.IsHovered || isOnCard)
            _leftAt = double.NaN;
        else if (double.IsNaN(_leftAt))
            _leftAt = seconds;
        else if (seconds - _leftAt >= LeaveAfterSeconds)
            Pointed = null;
    }

    private void Change(ref BandNode? field, BandNode? value)
    {
        if (field == value)
            return;
        field = value;
        Serial++;
    }
}
