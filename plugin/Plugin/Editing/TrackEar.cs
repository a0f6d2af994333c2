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
    // Of bands as they were heard at 48 kHz: words mean the same at any rate.
    private const double AskedRate = 48000.0;

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

    // With nothing asked for, those heard most are looked for so often.
    private const double ChoiceSeconds = 20.0;

    private readonly SemanticEqEffect _effect;
    private readonly Playing _playing;
    private readonly AskedWord _word;
    private readonly AskedDirection? _direction;
    private readonly Listener? _listener;
    private readonly Remark? _remark;
    private readonly EarTimeline _timeline;
    private readonly Band[] _bands = new Band[DecoderShape.Bands];
    private readonly double[] _curve = new double[CommonGrid.Count];
    private readonly float[] _curveDb = new float[CommonGrid.Count];
    private readonly float[] _asked = new float[DecoderShape.Output];
    private readonly float[] _scoresBefore;
    private readonly float[] _scoresAfter;
    private readonly bool[] _noneRepeated;
    private bool[]? _repeated;
    private WindowEar? _window;
    private BeforeAfter? _heard;
    private int _trackSerial;
    private (bool IsHeard, double Seconds, double Heard) _told;
    private double _seconds;
    private double _toldAt = double.NegativeInfinity;
    private double _movedAt = double.NegativeInfinity;
    private double _anewAt = double.NegativeInfinity;
    private double _askedAt = double.NegativeInfinity;
    private double _saidShare = double.NaN;
    private double _chosenAt = double.NegativeInfinity;
    private bool _isToBeginAnew;
    private bool _isToChoose = true;

    /// <summary>Of an effect.</summary>
    public TrackEar(SemanticEqEffect effect, Playing playing, Words words)
    {
        (_effect, _playing) = (effect, playing);
        _word = new AskedWord(effect, words);
        var model = BundledListener.Newest;
        int anchors = model?.Words.Count ?? 0;
        _direction = model == null ? null : new AskedDirection(model);
        _listener = model == null ? null : new Listener(model);
        _remark = model == null ? null : new Remark(model);
        _timeline = new EarTimeline(anchors);
        _scoresBefore = new float[anchors];
        _scoresAfter = new float[anchors];
        _noneRepeated = new bool[anchors];
        // What is made at its first use is made here, and not in a frame.
        _ = _direction?.Change(_curveDb, _curveDb);
        _listener?.Score(_curveDb, _scoresAfter);
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
    public (string First, string Second) Followed { get; private set; } = ("", "");

    /// <inheritdoc/>
    public ReadOnlySpan<EarMoment> Moments => _timeline.Moments;

    /// <inheritdoc/>
    public int Serial { get; private set; }

    private bool IsFitting => FittedDecode.IsAsked(_playing.Plain);

    private bool IsFrozen => FittedDecode.IsFrozen(_playing.Plain);

    private bool IsFresh => _heard is { IsHeard: true } heard && heard.Beginning == _window?.Beginning;

    /// <summary>A window opens.</summary>
    public void Open()
    {
        _effect.Listening.OpenWindow();
        FindRepeated();
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
        isOther |= Choose();
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
        _isToChoose |= isOther;
        return isOther;
    }

    private void Aim()
    {
        for (int i = 0; i < _bands.Length; i++)
            _bands[i] = new Band(Equaliser.DecoderBandType(i), Math.Pow(2.0, _asked[3 * i]), _asked[(3 * i) + 1], Math.Pow(2.0, _asked[(3 * i) + 2]));
        CurveResponse.ComputeDb(_bands, AskedRate, CommonGrid.FrequenciesHz, _curve);
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

    // Those asked for, where the listener knows them; else those that rise most; with nothing asked, those heard most.
    private bool Choose()
    {
        bool isAsked = Asked >= LeastAsked;
        if (!_isToChoose && (isAsked || _seconds - _chosenAt < ChoiceSeconds))
            return false;
        var (first, second) = (IndexOf(_word.First), IndexOf(_word.Second));
        if (first < 0)
            (first, second) = (second, -1);
        bool isNamed = isAsked && first >= 0;
        if (!isNamed && isAsked && (!IsFresh || _seconds - _askedAt < StillSeconds))
            return false;
        if (!isNamed)
            (first, second) = isAsked ? Risers() : _timeline.Strongest(Repeated());
        _isToChoose = first < 0;
        _chosenAt = _seconds;
        if (!_timeline.Follow(first, second))
            return false;
        Followed = (NameOf(first), NameOf(second));
        return true;
    }

    private (int First, int Second) Risers()
    {
        _listener!.Score(_heard!.Before, _scoresBefore);
        _listener.Score(_heard.After, _scoresAfter);
        for (int i = 0; i < _scoresAfter.Length; i++)
            _scoresAfter[i] -= _scoresBefore[i];
        return EarTimeline.Largest(_scoresAfter, Repeated());
    }

    // Anchors in another language say again what English ones say; who asks for one has it by its name. In frames nothing is made here.
    private bool[] Repeated() => _repeated ?? _noneRepeated;

    private void FindRepeated()
    {
        if (_repeated == null && _effect.SessionModel?.Vocabulary is { } vocabulary)
            _repeated = [.. (_listener?.Words ?? []).Select(word => vocabulary.SlotOf(word) is { } slot && vocabulary.At(slot)!.Language != "en")];
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

    private int IndexOf(string word)
    {
        if (word.Length == 0)
            return -1;
        for (int i = 0; i < _scoresBefore.Length; i++)
        {
            if (_listener!.Words[i].Equals(word, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    private string NameOf(int anchor) => anchor < 0 ? "" : _listener!.Words[anchor];
}
