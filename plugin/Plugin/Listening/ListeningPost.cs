namespace SemanticEq.Plugin;

/// <summary>
/// Where the listener thread listens to one live instance: samples come by a ring, what is learnt of the track goes back newest first. What
/// learning needs is made before the instance plays where its session learns, else by the listener thread at the first call, since most
/// instances of a session never learn; a window brings its own ear. Allocates nothing after.
/// </summary>
internal sealed class ListeningPost
{
    private readonly PairLearner? _pair;
    private readonly double _sampleRate;
    private readonly int _channels;
    private readonly LearntTrack _resumed = new();
    private readonly TripleBuffer<LearntTrack> _learnt = new(new(), new(), new());
    private TrackLearner? _learner;
    private volatile SignalRing? _ring;
    private volatile WindowEar? _window;
    private volatile bool _isLearning;
    private volatile bool _hasGivenUp;
    private volatile bool _hasSideChain;
    private LearntTrack? _known;

    /// <summary>For a sample rate in Hz and 1 or 2 channels. Main thread.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="known">What the session knows of its track.</param>
    /// <param name="learns">Whether it is to be learnt from the first sample on.</param>
    /// <param name="pair">Learns track and side-chain; null where that is off.</param>
    public ListeningPost(double sampleRate, int channels, LearntTrack known, bool learns, PairLearner? pair = null)
    {
        (_sampleRate, _channels, _pair) = (sampleRate, channels, pair);
        if (pair != null)
        {
            SideChain = new SignalRing(sampleRate, pair.SideChannels, hasOutput: false);
            _ring = new SignalRing(sampleRate, channels, hasOutput: false);
        }
        Resume(known);
        if (learns)
            _ = MakeLearner();
    }

    /// <summary>Whether it has what learning needs. Any thread.</summary>
    public bool CanLearn => Volatile.Read(ref _learner) != null;

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

    /// <summary>Where samples go; null until there is somebody to hear them. Audio thread.</summary>
    public SignalRing? Ring => _ring;

    /// <summary>What the window hears by; null while there is none. Set by the main thread.</summary>
    public WindowEar? Window
    {
        get => _window;
        set
        {
            // The output comes too from now on; what lies in the other ring is lost.
            if (value != null && _ring is not { HasOutput: true })
                _ring = new SignalRing(_sampleRate, _channels);
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
        var window = _window;
        var learner = _isLearning ? _learner ?? MakeLearner() : null;
        if (_ring is not { } ring)
            return true;
        double before = learner?.SecondsHeard ?? 0.0;
        foreach (int count in ring.Pieces)
        {
            var left = ring.Samples(false, 0, count);
            var right = ring.Samples(false, 1, count);
            learner?.Push(left, right);
            _pair?.HearTrack(left, right);
            window?.Hear(ring, count);
        }
        if (_pair != null)
            HearSideChain(_pair, SideChain!);
        if (learner?.SecondsHeard > before)
            Tell(learner);
        return true;
    }

    private static void HearSideChain(PairLearner pair, SignalRing ring)
    {
        foreach (int count in ring.Pieces)
            pair.HearSideChain(ring.Samples(false, 0, count), ring.Samples(false, 1, count));
        pair.Tell();
    }

    private void Resume(LearntTrack known)
    {
        _resumed.CopyFrom(known);
        _learner?.Resume(known);
    }

    private TrackLearner MakeLearner()
    {
        var learner = new TrackLearner(_sampleRate, _channels);
        learner.Resume(_resumed);
        if (_ring == null)
            // Unless a window has brought another one this moment.
            Interlocked.CompareExchange(ref _ring, new SignalRing(_sampleRate, _channels, hasOutput: false), null);
        Volatile.Write(ref _learner, learner);
        return learner;
    }

    private void Tell(TrackLearner learner)
    {
        var learnt = _learnt.Back;
        if (!learner.TryRead(learnt.LevelFreeDb))
            return;
        (learnt.Seconds, learnt.Session) = (learner.SecondsHeard, _resumed.Session);
        _learnt.Publish();
    }
}
