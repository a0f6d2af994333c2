using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// The side-chain's spectrum as the window draws it, where a host has switched the side-chain on. Main thread; what it looks with is made when
/// the format is first known, and allocates nothing after.
/// </summary>
/// <param name="tap">Where it is listened to.</param>
internal sealed class SideChainTrace(SignalTap tap)
{
    private readonly HeardSignal _signal = new();
    private readonly HostPause _pause = new();

    /// <summary>In dB full scale at <see cref="SpectrumAnalyser.FrequenciesHz"/>; empty where the side-chain is off.</summary>
    public ReadOnlySpan<double> Decibels => tap.SideChain == null ? default : _signal.Decibels;

    /// <summary>Forgets what it heard: what is heard after begins anew.</summary>
    public void Reset()
    {
        _signal.Reset();
        _pause.Reset();
    }

    /// <summary>Gives back what came unseen.</summary>
    public void Skip() => tap.SideChain?.Skip();

    /// <summary>Takes what came since the last call.</summary>
    /// <param name="seconds">Since then.</param>
    /// <param name="isShown">Whether it shows: else it is not computed.</param>
    public void Tick(double seconds, bool isShown)
    {
        if (tap.SideChain is not { } ring)
            return;
        _signal.Prepare(ring);
        bool hasHeard = ring.Unread > 0;
        foreach (int count in ring.Pieces)
            _signal.Hear(ring.Samples(false, 0, count), ring.Samples(false, 1, count), isShown);
        _signal.HearNothing(_pause.Silence(hasHeard, seconds), isShown);
    }

    /// <summary>Brings what is drawn up to date.</summary>
    /// <param name="averagingSeconds">As <see cref="SpectrumAnalyser.AveragingSeconds"/>.</param>
    /// <param name="tilt">In dB an octave.</param>
    /// <returns>Whether anything is another than before.</returns>
    public bool Show(double averagingSeconds, double tilt) => _signal.Show(averagingSeconds, tilt);
}
