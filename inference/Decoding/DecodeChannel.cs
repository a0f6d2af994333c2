namespace SemanticEq.Inference;

/// <summary>
/// One instance's way to the decode worker: requests in a ring one way, answers in a ring back. The instance's side is for its
/// audio thread alone (or, while that rests, its main thread). Nothing here locks or allocates; only
/// <see cref="WaitForAnswer"/> and <see cref="Wake"/> may touch the operating system, and they are for offline use.
/// </summary>
public sealed class DecodeChannel
{
    private const int Capacity = 64;
    private readonly TickRing _requests = new(Capacity, DecoderShape.Latent);
    private readonly TickRing _answers = new(Capacity, DecoderShape.Output);
    private readonly AutoResetEvent _answered = new(false);
    private readonly AutoResetEvent _wakeWorker;
    private volatile bool _offline;
    private volatile bool _byTwin;
    private volatile bool _isErrandAsked;

    internal DecodeChannel(DecodeWorker worker, AutoResetEvent wakeWorker)
    {
        Worker = worker;
        _wakeWorker = wakeWorker;
    }

    /// <summary>Who serves it.</summary>
    internal DecodeWorker Worker { get; }

    /// <summary>Whether nobody answers, so that waiting is in vain. Offline and main thread only: it reads the clock.</summary>
    public bool IsLost => Worker.IsLost;

    /// <summary>Says that an answer was waited for in vain. Offline and main thread only.</summary>
    public void GiveUp() => Worker.GiveUp();

    /// <summary>
    /// Offline, the worker decodes each request by itself, since a batch's size may change the last bits of its answers, and
    /// says when it has answered. Set while inactive.
    /// </summary>
    public bool Offline
    {
        get => _offline;
        set => _offline = value;
    }

    /// <summary>What the worker does once when it is asked to: short, and without exceptions. Set before the first use.</summary>
    public Action? Errand { get; set; }

    /// <summary>Whether the worker answers by the twin, for want of the ONNX Runtime. Any thread.</summary>
    public bool IsAnsweredByTwin
    {
        get => _byTwin;
        internal set => _byTwin = value;
    }

    /// <summary>Asks for a decode. Audio thread.</summary>
    /// <returns>False where the ring is full: the twin must do it.</returns>
    public bool TryRequest(long tick, ReadOnlySpan<float> z) => _requests.TryWrite(tick, z);

    /// <summary>Takes the oldest answer, if there is one. Audio thread.</summary>
    /// <param name="tick">The tick of its request.</param>
    /// <param name="bands">24 values.</param>
    public bool TryTakeAnswer(out long tick, Span<float> bands) => _answers.TryRead(out tick, bands);

    /// <summary>Asks for <see cref="Errand"/>, done at the worker's next look. Audio thread.</summary>
    public void AskErrand() => _isErrandAsked = true;

    /// <summary>Calls the worker at once instead of at its next look. Offline and main thread only: it calls the system.</summary>
    public void Wake() => _wakeWorker.Set();

    /// <summary>Waits until the worker has answered something, or the time is over. Offline and main thread only.</summary>
    public void WaitForAnswer(int milliseconds) => _answered.WaitOne(milliseconds);

    /// <summary>Worker: does what was asked.</summary>
    internal void RunErrand()
    {
        if (!_isErrandAsked)
            return;
        _isErrandAsked = false;
        Errand?.Invoke();
    }

    /// <summary>Worker: takes a request.</summary>
    internal bool TryTakeRequest(out long tick, Span<float> z) => _requests.TryRead(out tick, z);

    /// <summary>Worker: answers. An instance that takes no answers loses them.</summary>
    internal void Answer(long tick, ReadOnlySpan<float> bands) => _answers.TryWrite(tick, bands);

    /// <summary>Worker: all that was asked has been answered.</summary>
    internal void AnnounceAnswers() => _answered.Set();
}
