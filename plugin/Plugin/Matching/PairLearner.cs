using System.Numerics;

namespace SemanticEq.Plugin;

/// <summary>
/// Learns what this track and the side-chain sound like, each for itself: they need not sound at once. Live the listener thread does it,
/// offline the audio thread in place, in step with the samples. Made before playing and only where a host has switched the side-chain on;
/// allocates nothing after.
/// </summary>
internal sealed class PairLearner
{
    private readonly TrackLearner _track;
    private readonly TrackLearner _sideChain;
    private readonly TripleBuffer<HeardPair> _told = new(new(), new(), new());
    private double _secondsTold;
    private HeardPair _newest = new();

    /// <summary>For a sample rate in Hz.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="channels">Of the track, 1 or 2.</param>
    /// <param name="sideChannels">Of the side-chain, 1 or 2.</param>
    /// <param name="isOffline">Whether all that is heard counts, however long: live, what was heard long ago fades.</param>
    public PairLearner(double sampleRate, int channels, int sideChannels, bool isOffline)
    {
        double memory = isOffline ? double.PositiveInfinity : TrackLearner.LongestMemorySeconds;
        _track = new TrackLearner(sampleRate, channels, memory);
        _sideChain = new TrackLearner(sampleRate, sideChannels, memory);
    }

    /// <summary>Of the side-chain, 1 or 2.</summary>
    public int SideChannels => _sideChain.Channels;

    /// <summary>What was told last; it stays as it is until the next call. Main thread.</summary>
    public HeardPair Newest => _newest = _told.Take() ?? _newest;

    /// <summary>Whether it fits a format: then what it has heard is kept from one activation to the next. Main thread, while stopped.</summary>
    public bool Fits(double sampleRate, int channels, int sideChannels) =>
        (_track.SampleRate, _track.Channels, SideChannels) == (sampleRate, channels, sideChannels);

    /// <summary>Hears this track.</summary>
    public void HearTrack<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumberBase<T> => Hear(_track, left, right);

    /// <summary>Hears the side-chain.</summary>
    public void HearSideChain<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumberBase<T> => Hear(_sideChain, left, right);

    /// <summary>Tells what is known, if that is more than before.</summary>
    public void Tell()
    {
        double seconds = _track.SecondsHeard + _sideChain.SecondsHeard;
        if (seconds == _secondsTold)
            return;
        _secondsTold = seconds;
        var told = _told.Back;
        told.TrackSeconds = _track.TryRead(told.TrackDb) ? _track.SecondsHeard : 0.0;
        told.SideChainSeconds = _sideChain.TryRead(told.SideChainDb) ? _sideChain.SecondsHeard : 0.0;
        _told.Publish();
    }

    // A block may come with fewer channels than the host has announced.
    private static void Hear<T>(TrackLearner learner, ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumberBase<T>
    {
        if (!left.IsEmpty)
            learner.Push(left, right.IsEmpty ? left : right);
    }
}
