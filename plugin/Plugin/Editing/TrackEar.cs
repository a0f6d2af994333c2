using SemanticEq.Dsp;
using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>
/// What was asked for and what is heard of it while a window is open. Asked is what the decoder's bands, with Amount, do to the average
/// recording; heard is what came of it, fitting, trims and own bands with it, by the newest seconds before and behind the equaliser. Main
/// thread; in steady state no allocation.
/// </summary>
internal sealed class TrackEar : IEar
{
    // Less is not heard, and moves nothing that could be measured.
    private const double LeastAsked = 0.01;
    private const string WaitsForSound = "Play something: it listens.";
    private const double PauseSeconds = 3.0;
    private const double SettlingSeconds = 4.0;

    // Automation changes the bands all the time: what is heard of them begins anew at most so often.
    private const double LeastAnewSeconds = 2.0;

    // Who rises most is of interest where it stays so for a while.
    private const double StillSeconds = 1.0;

    // A remark waits until what is heard is of what is asked for, and is made anew where that is heard by so much more or less.
    private const double RemarkSeconds = 4.0;
    private const double RemarkShare = 0.1;

    private readonly SemanticEqEffect _effect;
    private readonly Playing _playing;
    private readonly AskedWord _word;
    private readonly AskedDirection? _direction;
    private readonly Remark? _remark;
    private readonly EarTimeline _timeline;
    private readonly FollowedWords _followed;
    private readonly double[] _curve = new double[CommonGrid.Count];
    private readonly float[] _curveDb = new float[CommonGrid.Count];
    private readonly float[] _asked = new float[DecoderShape.Output];
    private WindowEar? _window;
    private BeforeAfter? _heard;
    private BeforeAfter? _track;
    private int _trackSerial;
    private (bool IsHeard, double Seconds, double Heard) _told;
    private double _seconds;
    private double _toldAt = double.NegativeInfinity;
    private double _movedAt = double.NegativeInfinity;
    private double _anewAt = double.NegativeInfinity;
    private double _askedAt = double.NegativeInfinity;
    private double _saidShare = double.NaN;
    private bool _isToBeginAnew;

    /// <summary>Of an effect.</summary>
    public TrackEar(SemanticEqEffect effect, Playing playing, Words words)
    {
        (_effect, _playing) = (effect, playing);
        _word = new AskedWord(effect, words);
        var model = BundledListener.Newest;
        _direction = model == null ? null : new AskedDirection(model);
        _remark = model == null ? null : new Remark(model);
        _timeline = new EarTimeline(model?.Words.Count ?? 0);
        _followed = new FollowedWords(model, _timeline);
        // What is made at its first use is made here, and not in a frame.
        _ = _direction?.Change(_curveDb, _curveDb);
    }

    /// <inheritdoc/>
    public bool IsAvailable => _direction != null;

    /// <inheritdoc/>
    public EarState State { get; private set; }

    /// <inheritdoc/>
    public string Word => _word.Text;

    /// <inheritdoc/>
    public double Asked => _direction?.Asked ?? 0.0;

    /// <inheritdoc/>
    public double Heard { get; private set; }

    /// <inheritdoc/>
    public double HeardSeconds { get; private set; }

    /// <inheritdoc/>
    public string Remark { get; private set; } = "";

    /// <inheritdoc/>
    public (string First, string Second) Followed => _followed.Names;

    /// <inheritdoc/>
    public ReadOnlySpan<EarMoment> Moments => _timeline.Moments;

    /// <inheritdoc/>
    public int Serial { get; private set; }

    /// <summary>What the track sounds like before the equaliser, of the newest time that it was heard for a while; null where it was not.</summary>
    public (ReadOnlyMemory<float> Db, double Seconds)? Track => _track is { } heard ? (heard.Track, heard.TrackSeconds) : null;

    private bool IsFitting => FittedDecode.IsAsked(_playing.Plain);

    private bool IsFrozen => FittedDecode.IsFrozen(_playing.Plain);

    private bool IsFresh => _heard is { IsHeard: true } heard && heard.Beginning == _window?.Beginning;

    /// <summary>A window opens.</summary>
    public void Open()
    {
        _effect.Listening.OpenWindow();
        _followed.LearnLanguages(_effect.SessionModel?.Vocabulary);
    }

    /// <summary>The last one is closed.</summary>
    public void Close()
    {
        _effect.Listening.CloseWindow();
        Use(null);
    }

    /// <summary>Takes what is new.</summary>
    /// <param name="seconds">Since the last call.</param>
    public void Tick(double seconds)
    {
        if (_direction == null)
            return;
        _seconds += seconds;
        bool isOther = FollowAsked() | FollowTrack() | Use(_effect.Listening.Window);
        if (_window != null)
            isOther |= Hear(_window);
        isOther |= _followed.Choose(_seconds, Asked < LeastAsked ? null : _word, IsFresh && _seconds - _askedAt >= StillSeconds ? _heard : null);
        var state = StateNow();
        isOther |= state != State;
        State = state;
        if (Comment() || isOther)
            Serial++;
    }

    private bool Use(WindowEar? window)
    {
        if (window == _window)
            return false;
        (_window, _heard, _toldAt) = (window, null, double.NegativeInfinity);
        return true;
    }

    private bool FollowAsked()
    {
        bool isOther = _word.Follow(_playing.Plain, _seconds);
        if (!_playing.Asked.SequenceEqual(_asked))
        {
            _playing.Asked.CopyTo(_asked);
            Aim();
            isOther = _isToBeginAnew = true;
            _askedAt = _seconds;
        }
        if (isOther)
            _followed.Renew();
        return isOther;
    }

    // At one rate, whatever the track's: words mean the same at any.
    private void Aim()
    {
        DecodedCurve.Compute(_asked, _curve);
        for (int i = 0; i < _curve.Length; i++)
            _curveDb[i] = (float)_curve[i];
        _direction!.Aim(_curveDb);
        if (_heard is { IsHeard: true } heard)
            Heard = _direction.Change(heard.Before, heard.After);
    }

    private bool FollowTrack()
    {
        var track = _effect.Track;
        bool isOther = track.Serial != _trackSerial;
        if (isOther)
            (_trackSerial, _movedAt) = (track.Serial, _seconds);
        double heard = IsFitting ? track.Seconds : _heard?.Seconds ?? 0.0;
        isOther |= Math.Floor(heard) != Math.Floor(HeardSeconds);
        HeardSeconds = heard;
        return isOther;
    }

    private bool Hear(WindowEar window)
    {
        // Where other bands are asked for, what is heard of the ones before counts no more.
        if (_isToBeginAnew && _seconds - _anewAt >= LeastAnewSeconds)
        {
            window.BeginAnew();
            (_isToBeginAnew, _anewAt) = (false, _seconds);
        }
        bool isOther = _timeline.Take(window);
        if (window.Take() is not { } heard)
            return isOther;
        _heard = heard;
        // A host that stops and goes on brings another ear: what the one before knew counts until this one knows enough.
        if (heard.TrackSeconds > 0.0 && heard.TrackSeconds >= Math.Min(SideChainMatch.LeastSeconds, _track?.TrackSeconds ?? 0.0))
            _track = heard;
        if (IsFresh)
        {
            _toldAt = _seconds;
            Heard = _direction!.Change(heard.Before, heard.After);
        }
        // In silence the same is told again and again.
        var told = (heard.IsHeard, heard.Seconds, Heard);
        isOther |= told != _told;
        _told = told;
        return isOther;
    }

    private bool Comment()
    {
        string before = Remark;
        if (State is EarState.NothingAsked || _seconds - _askedAt < RemarkSeconds)
            (Remark, _saidShare) = ("", double.NaN);
        else if (State is EarState.Waiting)
            (Remark, _saidShare) = (WaitsForSound, double.NaN);
        else if (IsFresh && !(Math.Abs((Heard / Asked) - _saidShare) < RemarkShare))
            (Remark, _saidShare) = (_remark!.Of(_heard!.Before, _curveDb, Heard), Heard / Asked);
        return Remark != before;
    }

    private EarState StateNow()
    {
        if (Asked < LeastAsked)
            return EarState.NothingAsked;
        if (_seconds - _toldAt > PauseSeconds)
            return EarState.Waiting;
        if (!IsFitting)
            return EarState.Hearing;
        bool isSettled = IsFrozen || (_effect.Track.Seconds >= SettlingSeconds && _seconds - _movedAt >= SettlingSeconds);
        return isSettled ? EarState.Settled : EarState.Adapting;
    }
}
