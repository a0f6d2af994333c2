using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// Adapt: fits the decode to the track as it gets known. What is learnt is looked at every quarter of a second of the sample clock, and
/// taken up where it would move a band so far that it is worth it: so bands settle and then rest. New words are fitted at once with what is
/// known, at most every 16 ticks. Frozen, what was taken up stays. With Adapt at 0 it does nothing. Audio thread.
/// </summary>
internal sealed class TrackAdaptation
{
    /// <summary>Least ticks from one fit to the next.</summary>
    public const int FitTicks = 16;

    private const double LookSeconds = 0.25;

    // Of less, a single note could set the bands.
    private const double LeastSeconds = 1.0;

    // While it settles every little counts; then only what is more than a sound's own ups and downs, and is heard: by 5 % of what is asked.
    private const double SettledSeconds = 4.0;
    private const double SettlingMoveDb = 0.1;
    private const double SettledMoveDb = 0.5;
    private const double SettledGain = 0.05;

    private readonly ListeningTap _tap;
    private readonly LearntTrack _known = new();
    private readonly LearntTrack _newest = new();
    private readonly TripleBuffer<LearntTrack> _told = new(new(), new(), new());
    private FittedDecode _fitted = new(null);
    private ListenerModel? _model;
    private TrackLearner? _learner;
    private ListeningPost? _post;
    private long _lookTicks = 1;
    private long _nextFit;
    private bool _isOn;
    private bool _isToFit;
    private bool _isToCall;

    /// <param name="tap">By which it listens.</param>
    public TrackAdaptation(ListeningTap tap) => _tap = tap;

    /// <summary>Begins anew with what is known. Main thread, while stopped.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="model">The listener, or null.</param>
    /// <param name="known">What the session knows of its track.</param>
    /// <param name="learner">Offline, who learns in place; else null.</param>
    /// <param name="post">Live, where is listened; else null.</param>
    public void Start(double sampleRate, ListenerModel? model, LearntTrack known, TrackLearner? learner, ListeningPost? post)
    {
        if (model != _model)
            _fitted = new FittedDecode(model);
        (_model, _learner, _post) = (model, learner, post);
        _tap.Use(learner, post);
        _lookTicks = Math.Max(1, (long)Math.Round(LookSeconds * sampleRate / EqProcessor.TickSamples));
        _isOn = false;
        Use(known);
    }

    /// <summary>Takes over what a session knows of its track; it is fitted to at once.</summary>
    public void Use(LearntTrack known)
    {
        _known.CopyFrom(known);
        _newest.CopyFrom(known);
        _learner?.Resume(known);
        Jump();
    }

    /// <summary>The next fit is at once.</summary>
    public void Jump() => (_isToFit, _nextFit) = (true, long.MinValue);

    /// <summary>Whether there is something to do at a tick, though no control has changed.</summary>
    public bool IsDue(long tick) => _isOn && ((_isToFit && tick >= _nextFit) || IsLook(tick));

    /// <summary>Whether the listener thread is to be called, since the last time that this was asked.</summary>
    public bool TakeCall()
    {
        bool isToCall = _isToCall;
        _isToCall = false;
        return isToCall;
    }

    /// <summary>Follows controls, bands and track.</summary>
    /// <param name="tick">Of the control clock; all samples before it have been heard.</param>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="decode">24 values as in the model contract.</param>
    /// <param name="changes">What has changed since the last call.</param>
    /// <returns>What has changed now.</returns>
    public ControlChanges Follow(long tick, ReadOnlySpan<double> plain, ReadOnlySpan<float> decode, ControlChanges changes)
    {
        if (changes.HasFlag(ControlChanges.Adaptation))
        {
            Switch(plain);
            changes |= ControlChanges.Bands;
        }
        if (!_isOn)
            return changes;
        if (changes.HasFlag(ControlChanges.Bands))
            _isToFit |= _fitted.Ask(plain, decode);
        if (IsLook(tick) && Listen())
            Weigh(plain);
        if (_isToFit && tick >= _nextFit)
        {
            Fit(tick);
            changes |= ControlChanges.Bands;
        }
        return changes;
    }

    /// <summary>The decode as it is to play. Only what <see cref="Follow"/> was told counts.</summary>
    public ReadOnlySpan<float> Apply(ReadOnlySpan<double> plain, ReadOnlySpan<float> decode) => _isOn ? _fitted.Apply(plain, decode) : decode;

    /// <summary>What was taken up last, if that is new; it stays as it is until the next call. Main thread.</summary>
    public LearntTrack? Take() => _told.Take();

    private bool IsLook(long tick) => _tap.IsLearning && tick > 0 && tick % _lookTicks == 0;

    private void Switch(ReadOnlySpan<double> plain)
    {
        bool wasOn = _isOn;
        _isOn = _model != null && FittedDecode.IsAsked(plain);
        if (_isOn && !wasOn)
            Jump();
        bool learns = _isOn && !FittedDecode.IsFrozen(plain);
        _isToCall |= learns && !_tap.IsLearning && _post != null;
        if (learns != _tap.IsLearning)
            _tap.Learn(learns);
    }

    // Whether something new is known of this session's track.
    private bool Listen()
    {
        if (_learner != null)
        {
            double before = _newest.Seconds;
            if (!(_learner.SecondsHeard > before) || !_learner.TryRead(_newest.LevelFreeDb))
                return false;
            _newest.Seconds = _learner.SecondsHeard;
        }
        else
        {
            if (_post?.TakeLearnt() is not { } learnt || learnt.Session != _known.Session)
                return false;
            _newest.CopyFrom(learnt);
        }
        return true;
    }

    private void Weigh(ReadOnlySpan<double> plain)
    {
        if (!_known.IsKnown && _newest.Seconds < LeastSeconds)
            return;
        var (moveDb, gain) = _fitted.Weigh(plain, _newest);
        bool isWorthIt = _newest.Seconds < SettledSeconds ? moveDb > SettlingMoveDb : moveDb > SettledMoveDb && gain > SettledGain;
        // Where it moves nothing, the newest is the best to begin another word with.
        if (!_known.IsKnown || moveDb == 0.0 || isWorthIt)
            _isToFit = true;
        else
            _known.Seconds = _newest.Seconds;
        Tell();
    }

    private void Fit(long tick)
    {
        _isToFit = false;
        _nextFit = tick + FitTicks;
        if (_tap.IsLearning && _newest.Seconds >= LeastSeconds)
            _known.CopyFrom(_newest);
        _fitted.Fit(_known);
        Tell();
    }

    private void Tell()
    {
        _told.Back.CopyFrom(_known);
        _told.Publish();
    }
}
