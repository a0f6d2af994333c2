namespace SemanticEq.Plugin;

/// <summary>
/// Where the listener thread listens to one live instance: samples come by a ring, what is learnt of the track goes back newest first. What
/// it needs is made before the instance plays; a window brings its own ear. Allocates nothing after.
/// </summary>
internal sealed class ListeningPost
{
    // A burst of a host's is taken in parts, so that no instance waits long for its turn.
    private const int Most = 4096;
    private readonly TrackLearner _learner;
    private readonly TripleBuffer<LearntTrack> _learnt = new(new(), new(), new());
    private volatile SignalRing _ring;
    private volatile WindowEar? _window;
    private volatile bool _isLearning;
    private volatile bool _hasGivenUp;
    private readonly PairLearner? _pair;
    private volatile bool _hasSideChain;
    private LearntTrack? _known;
    private int _session;

    /// <summary>For a sample rate in Hz and 1 or 2 channels. Main thread.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="known">What the session knows of its track.</param>
    /// <param name="pair">Learns track and side-chain; null where that is off.</param>
    public ListeningPost(double sampleRate, int channels, LearntTrack known, PairLearner? pair = null)
    {
        _pair = pair;
        SideChain = pair == null ? null : new SignalRing(sampleRate, pair.SideChannels, hasOutput: false);
        _learner = new TrackLearner(sampleRate, channels);
        _ring = new SignalRing(sampleRate, channels, hasOutput: false);
        Resume(known);
    }

    /// <summary>Whether the track is to be learnt. Set by the audio thread.</summary>
    public bool IsLearning
    {
        get => _isLearning;
        set => _isLearning = value;
    }

    /// <summary>Whether anybody wants to know anything. Any thread.</summary>
    public bool IsNeeded => !_hasGivenUp && (_isLearning || _window != null || _hasSideChain);

    /// <summary>Whether any sound has come by the side-chain: from then on both are learnt. Set by the audio thread.</summary>
    public bool HasSideChain
    {
        get => _hasSideChain;
        set => _hasSideChain = value;
    }

    /// <summary>Where the side-chain's samples go; null where it is off. Audio thread.</summary>
    public SignalRing? SideChain { get; }

    /// <summary>Where samples go. Audio thread.</summary>
    public SignalRing Ring => _ring;

    /// <summary>What the window hears by; null while there is none. Set by the main thread.</summary>
    public WindowEar? Window
    {
        get => _window;
        set
        {
            // The output comes too from now on; what lies in the other ring is lost.
            if (value != null && !_ring.HasOutput)
                _ring = new SignalRing(_learner.SampleRate, _learner.Channels);
            _window = value;
        }
    }

    /// <summary>Another session was loaded: what it knows of its track is gone on from. Main thread.</summary>
    public void Offer(LearntTrack known) => Interlocked.Exchange(ref _known, known);

    /// <summary>The newest that was learnt, if there is something new. Audio thread.</summary>
    public LearntTrack? TakeLearnt() => _learnt.Take();

    /// <summary>Hears nothing any more: something went wrong. What was learnt stays. Listener thread.</summary>
    public void GiveUp() => _hasGivenUp = true;

    /// <summary>Hears what has come, and tells what is learnt. Listener thread.</summary>
    /// <returns>Whether it is needed.</returns>
    public bool Serve()
    {
        if (Interlocked.Exchange(ref _known, null) is { } known)
            Resume(known);
        if (!IsNeeded)
            return false;
        var ring = _ring;
        var window = _window;
        bool isLearning = _isLearning;
        double before = _learner.SecondsHeard;
        // What has come by now, and no more: a host that renders faster than it is heard would never let go.
        for (long rest = ring.Unread; rest > 0;)
        {
            int count = (int)Math.Min(rest, Math.Min(ring.Readable, Most));
            var left = ring.Samples(false, 0, count);
            var right = ring.Channels > 1 ? ring.Samples(false, 1, count) : default;
            if (isLearning)
                _learner.Push(left, right);
            _pair?.HearTrack(left, right);
            window?.Hear(ring, count);
            ring.Release(count);
            rest -= count;
        }
        if (_pair != null)
            HearSideChain(_pair, SideChain!);
        if (_learner.SecondsHeard > before)
            Tell();
        return true;
    }

    private static void HearSideChain(PairLearner pair, SignalRing ring)
    {
        for (long rest = ring.Unread; rest > 0;)
        {
            int count = (int)Math.Min(rest, Math.Min(ring.Readable, Most));
            pair.HearSideChain(ring.Samples(false, 0, count), ring.Channels > 1 ? ring.Samples(false, 1, count) : default);
            ring.Release(count);
            rest -= count;
        }
        pair.Tell();
    }

    private void Resume(LearntTrack known)
    {
        _session = known.Session;
        _learner.Resume(known);
    }

    private void Tell()
    {
        var learnt = _learnt.Back;
        if (!_learner.TryRead(learnt.LevelFreeDb))
            return;
        (learnt.Seconds, learnt.Session) = (_learner.SecondsHeard, _session);
        _learnt.Publish();
    }
}
