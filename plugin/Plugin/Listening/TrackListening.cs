using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// One instance's listening: live its place at the process's listener thread and, while a window is open, that window's ear; offline a
/// learner that is called in place. Main thread.
/// </summary>
internal sealed class TrackListening : IDisposable
{
    // Live, offline.
    private readonly PairLearner?[] _pairs = new PairLearner?[2];
    private ListeningPost? _post;
    private ListenerThread? _thread;
    private TrackLearner? _learner;
    private ListenerModel? _model;
    private double _sampleRate;
    private int _channels;
    private bool _isWindowOpen;
    private bool _hasLearnt;

    /// <summary>What an open window hears by; null while there is none, or nothing plays live.</summary>
    public WindowEar? Window => _post?.Window;

    /// <summary>Live, who listens; else null.</summary>
    public ListenerThread? Thread => _thread;

    /// <summary>Live, where is listened; else null.</summary>
    public ListeningPost? Post => _post;

    /// <summary>Offline, who learns in place; else null.</summary>
    public TrackLearner? Learner => _learner;

    /// <summary>Who learns track and side-chain, and keeps what it knows while stopped; null where the side-chain is off.</summary>
    public PairLearner? Pair { get; private set; }

    /// <summary>
    /// Makes what the next activation needs. What learning takes, half a megabyte, is made with it where the session learns or has learnt;
    /// in others when Adapt is first turned up.
    /// </summary>
    /// <param name="setup">How the host will process.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="model">The listener; null where there is none, and nothing is listened to.</param>
    /// <param name="known">What the session knows of its track.</param>
    /// <param name="learns">Whether the session learns it.</param>
    /// <param name="sideChannels">Of the side-chain, 1 or 2; 0 where no host has switched it on.</param>
    public void Start(in Vst3.ProcessSetup setup, int channels, ListenerModel? model, LearntTrack known, bool learns, int sideChannels = 0)
    {
        Stop();
        (_model, _sampleRate, _channels) = (model, setup.SampleRate, channels);
        bool isOffline = setup.Mode == Vst3.ProcessMode.Offline;
        if (sideChannels == 0 || model == null)
            ForgetPairs();
        else
            Pair = PairOf(sideChannels, isOffline);
        if (model == null)
            return;
        WarmUp.Once(model);
        if (isOffline)
        {
            _learner = new TrackLearner(_sampleRate, channels);
            return;
        }
        var post = new ListeningPost(_sampleRate, channels, known, learns || _hasLearnt, Pair);
        // Where no thread can be had there is none to leave.
        _thread = ListenerThread.Join(post);
        _post = post;
        if (_isWindowOpen)
            OpenWindow();
    }

    /// <summary>Nothing plays any more.</summary>
    public void Stop()
    {
        if (_post is { } post)
        {
            if (!_thread!.Leave(post))
                // That thread may still be at it.
                ForgetPairs();
            _hasLearnt |= post.CanLearn;
        }
        (_post, _thread, _learner) = (null, null, null);
    }

    /// <summary>A window is open, and wants to hear. Allocates.</summary>
    public void OpenWindow()
    {
        _isWindowOpen = true;
        if (_post == null || _model == null || _post.Window != null)
            return;
        _post.Window = new WindowEar(_sampleRate, _channels, _model);
        Wake();
    }

    /// <summary>No window is open any more.</summary>
    public void CloseWindow()
    {
        _isWindowOpen = false;
        if (_post != null)
            _post.Window = null;
    }

    /// <summary>Another session was loaded: what it knows of its track is gone on from.</summary>
    public void Offer(LearntTrack known)
    {
        _post?.Offer(known);
        Wake();
    }

    /// <summary>Calls the listener thread. Any thread but the audio thread.</summary>
    public void Wake() => _thread?.Wake();

    /// <inheritdoc/>
    public void Dispose() => Stop();

    // A bounce in between does not cost what was heard live.
    private PairLearner PairOf(int sideChannels, bool isOffline)
    {
        ref var pair = ref _pairs[isOffline ? 1 : 0];
        if (pair?.Fits(_sampleRate, _channels, sideChannels) != true)
            pair = new PairLearner(_sampleRate, _channels, sideChannels, isOffline);
        return pair;
    }

    private void ForgetPairs()
    {
        Pair = null;
        Array.Clear(_pairs);
    }
}
