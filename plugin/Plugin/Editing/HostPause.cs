namespace SemanticEq.Plugin;

/// <summary>Whether a host has stopped calling: then it is as good as silent. One with long blocks has not. Main thread.</summary>
internal sealed class HostPause
{
    private const double LeastSeconds = 0.3;
    private const double LongestTickSeconds = 0.1;
    private double _unheardSeconds;

    /// <summary>As if a host had just called.</summary>
    public void Reset() => _unheardSeconds = 0.0;

    /// <summary>How much silence is to be heard in place of what does not come.</summary>
    /// <param name="hasHeard">Whether anything came since the last call.</param>
    /// <param name="seconds">Since then.</param>
    /// <returns>In seconds; 0 while the host calls.</returns>
    public double Silence(bool hasHeard, double seconds)
    {
        _unheardSeconds = hasHeard ? 0.0 : _unheardSeconds + seconds;
        return _unheardSeconds > LeastSeconds ? Math.Min(seconds, LongestTickSeconds) : 0.0;
    }
}
