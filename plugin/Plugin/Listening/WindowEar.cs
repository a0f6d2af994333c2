using SemanticEq.Dsp;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// What an open window hears: the newest ten seconds before and behind the equaliser and the track as a whole, twice a second, and how strongly
/// each anchor is heard, once a second. Fed by the listener thread, read by the main thread; neither waits. Allocates when made, never after.
/// </summary>
internal sealed class WindowEar
{
    private const double WindowSeconds = 10.0;
    private const double HopSeconds = 0.5;
    private const double MomentWindowSeconds = 3.0;
    private const double MomentHopSeconds = 1.0;
    private readonly TrackSpectrum _before;
    private readonly TrackSpectrum _after;
    private readonly TrackSpectrum _moment;
    private readonly TrackLearner _track;
    private readonly Listener _listener;
    private readonly float[] _spectrum = new float[CommonGrid.Count];
    private readonly float[] _scores;
    private readonly MomentRing _moments;
    private readonly TripleBuffer<BeforeAfter> _told = new(new(), new(), new());
    private readonly int _hopSamples;
    private int _sinceTold;
    private int _begun;
    private volatile int _beginning;
    private double _secondsBefore;

    /// <summary>For a sample rate in Hz, 1 or 2 channels and a listener. Main thread.</summary>
    public WindowEar(double sampleRate, int channels, ListenerModel model)
    {
        _before = new TrackSpectrum(sampleRate, channels, WindowSeconds, HopSeconds);
        _after = new TrackSpectrum(sampleRate, channels, WindowSeconds, HopSeconds);
        _moment = new TrackSpectrum(sampleRate, channels, MomentWindowSeconds, MomentHopSeconds);
        _track = new TrackLearner(sampleRate, channels);
        _listener = new Listener(model);
        _scores = new float[model.Words.Count];
        _moments = new MomentRing(model.Words.Count);
        _listener.Score(_spectrum, _scores);
        _hopSamples = (int)(HopSeconds * sampleRate);
    }

    /// <summary>How often it has begun anew. Main thread.</summary>
    public int Beginning => _beginning;

    /// <summary>Something else is asked for: what was heard of the last is to count no more. Main thread.</summary>
    public void BeginAnew() => _beginning++;

    /// <summary>The newest of before and after, if that is new; it stays as it is until the next call. Main thread.</summary>
    public BeforeAfter? Take() => _told.Take();

    /// <summary>The oldest second that was not taken yet: a score for each anchor; NaN in silence. Main thread.</summary>
    public bool TryTakeMoment(Span<float> scores) => _moments.TryRead(scores);

    /// <summary>Hears samples. Listener thread.</summary>
    /// <param name="ring">Where they lie.</param>
    /// <param name="count">How many, readable in one piece.</param>
    public void Hear(SignalRing ring, int count)
    {
        if (!ring.HasOutput)
            return;
        if (_begun != _beginning)
            Begin();
        var left = ring.Samples(true, 0, count);
        var right = ring.Samples(true, 1, count);
        _before.Push(ring.Samples(false, 0, count), ring.Samples(false, 1, count));
        _track.Push(ring.Samples(false, 0, count), ring.Samples(false, 1, count));
        _after.Push(left, right);
        while (_moment.PushToWindow(ref left, ref right))
            EndMoment();
        _sinceTold += count;
        if (_sinceTold >= _hopSamples)
            Tell();
    }

    private void Begin()
    {
        _begun = _beginning;
        _secondsBefore += _before.SecondsHeard;
        _before.Reset();
        _after.Reset();
        _sinceTold = 0;
    }

    private void EndMoment()
    {
        if (_moment.TryReadWindow(_spectrum))
            _listener.Score(_spectrum, _scores);
        else
            Array.Fill(_scores, float.NaN);
        _moments.TryWrite(_scores);
    }

    private void Tell()
    {
        _sinceTold = 0;
        var told = _told.Back;
        // Until a whole window has gone by, all there was.
        told.IsHeard = _before.Windows > 0
            ? _before.TryReadWindow(told.Before) && _after.TryReadWindow(told.After)
            : _before.TryRead(told.Before) && _after.TryRead(told.After);
        told.Seconds = _secondsBefore + _before.SecondsHeard;
        told.Beginning = _begun;
        told.TrackSeconds = _track.TryRead(told.Track) ? _track.SecondsHeard : 0.0;
        _told.Publish();
    }
}
