namespace SemanticEq.Plugin;

/// <summary>
/// Which of the host's frames a window works at: all while something moves and for a second after; then some 15 a second; where
/// nobody can see it, 2 a second. The host's timer stays as it is: some hosts fail when timers change while they call one, and a call that
/// returns at once costs a few microseconds. Main thread, no allocation.
/// </summary>
internal sealed class FramePace
{
    private const double AwakeSeconds = 1.0;

    // A little less than four of the host's frames, or thirty: its timer is never exact.
    private const double RestingSeconds = 0.06, UnseenSeconds = 0.48;

    private double _awakeUntil = AwakeSeconds;
    private double _worked = double.NegativeInfinity;
    private bool _hasDrawn;

    /// <summary>Something has moved: every frame counts for a while.</summary>
    /// <param name="seconds">Since the window was opened.</param>
    public void Stir(double seconds) => _awakeUntil = seconds + AwakeSeconds;

    /// <summary>The host calls.</summary>
    /// <param name="seconds">Since the window was opened.</param>
    /// <param name="isSeen">Whether anyone could see the window.</param>
    /// <returns>Whether there is work to do.</returns>
    public bool Begin(double seconds, bool isSeen)
    {
        double least = !isSeen ? UnseenSeconds : seconds < _awakeUntil ? 0.0 : RestingSeconds;
        if (seconds - _worked < least)
            return false;
        _worked = seconds;
        return true;
    }

    /// <summary>The work is done. Two pictures one after the other are a movement; one alone, such as a caret's blink, is none.</summary>
    /// <param name="seconds">Since the window was opened.</param>
    /// <param name="hasDrawn">Whether there was something to draw.</param>
    public void End(double seconds, bool hasDrawn)
    {
        if (hasDrawn && _hasDrawn)
            Stir(seconds);
        _hasDrawn = hasDrawn;
    }
}
