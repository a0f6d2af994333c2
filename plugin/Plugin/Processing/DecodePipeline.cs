using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// The fixed-latency way from the semantic controls to decoded bands: what is asked at control tick n is applied at tick n + 8,
/// whoever decodes it. Offline the worker is waited for; live, an answer that is not there in time is decoded in place by the
/// twin, which is equal within 1e-5. So what is heard does not depend on the host's blocks. Audio thread; main thread while
/// inactive.
/// </summary>
internal sealed class DecodePipeline
{
    /// <summary>Ticks from a request to its effect.</summary>
    public const int LatencyTicks = 8;

    private const int RingSize = 16;
    private const int NoFrame = -1;
    private const int UsualPatienceMilliseconds = 10_000;

    // A host that is switched on stands still meanwhile, and what it then hears is the same within 1e-5.
    private const int LivePatienceMilliseconds = 2_000;
    private const int WaitSliceMilliseconds = 20;
    private const int Latent = DecoderShape.Latent;
    private const int Width = DecoderShape.Output;
    private readonly Vocabulary _vocabulary;
    private readonly DecodeChannel _channel;
    private readonly DecoderTwin _twin;
    private readonly int _patienceMilliseconds;
    private readonly Request[] _ring = new Request[RingSize];
    private readonly float[] _z = new float[RingSize * Latent];
    private readonly float[] _answers = new float[RingSize * Width];
    private readonly float[] _arrival = new float[Width];
    private readonly float[] _bands = new float[Width];
    private ControlFrame _last;
    private long _serial;
    private long _oldest;
    private bool _workerIsLost;

    /// <param name="vocabulary">The words and macros.</param>
    /// <param name="channel">The way to the worker; this pipeline's alone.</param>
    /// <param name="twin">Decodes where no answer is there in time.</param>
    /// <param name="patienceMilliseconds">How long an answer is waited for, where it is waited for at all.</param>
    public DecodePipeline(
        Vocabulary vocabulary, DecodeChannel channel, DecoderTwin twin, int patienceMilliseconds = UsualPatienceMilliseconds)
    {
        _patienceMilliseconds = patienceMilliseconds;
        _vocabulary = vocabulary;
        _channel = channel;
        _twin = twin;
    }

    /// <summary>The decode that is in force: 24 values as in the model contract.</summary>
    public ReadOnlySpan<float> Bands => _bands;

    /// <summary>Where the typed phrases lie that a frame with their serial means.</summary>
    public TypedPlaces Typed { get; set; } = TypedPlaces.None;

    /// <summary>How many decodes the twin did: here, because no answer was there in time, or on the worker, for want of the ONNX
    /// Runtime.</summary>
    public int TwinDecodes { get; private set; }

    /// <summary>
    /// Decodes at once and puts it in force, forgetting what was under way: before the first sample, where there is nothing to
    /// glide from.
    /// </summary>
    /// <param name="frame">The controls.</param>
    /// <param name="wait">Whether the worker may be waited for; else the twin decodes.</param>
    /// <param name="isLive">Whether only for a short while.</param>
    public void Jump(in ControlFrame frame, bool wait, bool isLive = false)
    {
        _oldest = _serial;
        _last = frame;
        _workerIsLost = false;
        ref var request = ref Ask(frame, tick: 0);
        if (wait)
            Await(ref request, isLive ? Math.Min(LivePatienceMilliseconds, _patienceMilliseconds) : _patienceMilliseconds);
        Finish(ref request);
        _oldest = _serial;
    }

    /// <summary>Begins where another pipeline was: its bands stay in force until the first answer to what this one is asked next.</summary>
    /// <param name="bands">24 values.</param>
    public void TakeOver(ReadOnlySpan<float> bands)
    {
        bands.CopyTo(_bands);
        _oldest = _serial;
        _last = new ControlFrame { Typed = NoFrame };
    }

    /// <summary>
    /// A control tick: asks if the controls have changed, and applies what is due. With the same controls and nothing under way it
    /// may be left out.
    /// </summary>
    /// <param name="tick">Counted from when processing started.</param>
    /// <param name="frame">The controls as they stand at this tick's first sample.</param>
    /// <returns>Whether other bands are in force now.</returns>
    public bool Tick(long tick, in ControlFrame frame)
    {
        bool applied = false;
        if (!frame.Equals(_last))
        {
            _last = frame;
            _ = Ask(frame, tick);
        }
        while (_oldest < _serial && _ring[_oldest % RingSize].Tick + LatencyTicks <= tick)
        {
            ref var due = ref _ring[_oldest % RingSize];
            if (_channel.Offline)
                Await(ref due, _patienceMilliseconds);
            Finish(ref due);
            _oldest++;
            applied = true;
        }
        return applied;
    }

    /// <summary>Has the worker run the channel's errand at its next look: the audio thread itself may call nobody.</summary>
    public void AskErrand() => _channel.AskErrand();

    /// <summary>Whether an answer is under way, so that <see cref="Tick"/> must not be left out.</summary>
    public bool IsUnderWay => _oldest < _serial;

    /// <summary>The controls that were last asked for.</summary>
    public ControlFrame Last => _last;

    private ref Request Ask(in ControlFrame frame, long tick)
    {
        long serial = _serial++;
        int place = (int)(serial % RingSize);
        var z = _z.AsSpan(place * Latent, Latent);
        LatentPlace.Locate(_vocabulary, frame, z, Typed);
        _ring[place] = new Request { Serial = serial, Tick = tick };
        _ = _channel.TryRequest(serial, z);
        return ref _ring[place];
    }

    private void Await(ref Request request, int patienceMilliseconds)
    {
        // Serials never start anew, so an answer to something long forgotten can't be taken for this one.
        if (_workerIsLost)
            return;
        int place = (int)(request.Serial % RingSize);
        for (int waited = 0; waited < patienceMilliseconds; waited += WaitSliceMilliseconds)
        {
            _channel.Wake();
            if (Collect(ref request))
                return;
            if (_channel.IsLost)
                break;
            _channel.WaitForAnswer(WaitSliceMilliseconds);
            // Asked once more: either ring may have been full. The same place has the same answer, so a second one does no harm.
            if (!Collect(ref request))
                _ = _channel.TryRequest(request.Serial, _z.AsSpan(place * Latent, Latent));
        }
        // Waited for once, not at every tick: from here to the next start the twin decodes.
        _workerIsLost = !Collect(ref request);
        if (_workerIsLost)
            _channel.GiveUp();
    }

    private bool Collect(ref Request request)
    {
        while (_channel.TryTakeAnswer(out long serial, _arrival))
        {
            if (serial < _oldest || serial >= _serial)
                continue;
            int place = (int)(serial % RingSize);
            _ring[place].IsAnswered = true;
            _arrival.CopyTo(_answers, place * Width);
        }
        return request.IsAnswered;
    }

    private void Finish(ref Request request)
    {
        int place = (int)(request.Serial % RingSize);
        if (Collect(ref request))
        {
            _answers.AsSpan(place * Width, Width).CopyTo(_bands);
            TwinDecodes += _channel.IsAnsweredByTwin ? 1 : 0;
            return;
        }
        _twin.Decode(_z.AsSpan(place * Latent, Latent), _bands);
        TwinDecodes++;
    }

    private struct Request
    {
        public long Serial;
        public long Tick;
        public bool IsAnswered;
    }
}
