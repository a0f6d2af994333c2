using System.Diagnostics;
using SemanticEq.Inference.Onnx;
using SemanticEq.Inference.Platform;

namespace SemanticEq.Inference;

/// <summary>
/// The thread that decodes for all instances in a process. It makes the ONNX session on its first need, and goes on with the
/// twin where that can't be had, or throws. No allocation in steady state, no spinning: while instances ask it looks every 2 ms, where
/// none has for a second every 10 ms, which is still within the pipeline's 8 ticks at the usual rates. It can't be trusted to end:
/// foreign code runs on it, so nobody waits for it without a bound.
/// </summary>
internal sealed class DecodeWorker : IDisposable
{
    private const int LookMilliseconds = 2;
    private const int IdleLookMilliseconds = 10;
    private const int IdleAfterMilliseconds = 1000;
    private const int EndingMilliseconds = 1000;
    private static readonly TimeSpan UsualStall = TimeSpan.FromSeconds(10);
    private static readonly DecoderStatus Lost = new("C# twin", "it has stopped answering", IsFault: true);
    private readonly Func<(IDecoder, DecoderStatus)> _make;
    private readonly Func<IDecoder> _makeTwin;
    private readonly TimeSpan _stall;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private readonly Lock _registration = new();
    private DecodeChannel[] _channels = [];
    private DecoderStatus? _status;
    private long _busySince;
    private volatile bool _stop;
    private volatile bool _isRetired;
    private volatile bool _hasThrown;
    private volatile bool _isGivenUp;

    /// <param name="model">What is decoded.</param>
    /// <param name="runtimeLibrary">Absolute path of the ONNX Runtime library; it need not be there.</param>
    public DecodeWorker(ModelFolder model, string runtimeLibrary)
        : this(() => Make(model, runtimeLibrary), () => new DecoderTwin(model), UsualStall)
    {
    }

    /// <summary>A worker with other decoders.</summary>
    /// <param name="make">Makes the decoder, on the worker's thread.</param>
    /// <param name="makeTwin">Makes what decodes once that has thrown.</param>
    /// <param name="stall">After how long in one look it counts as standing still.</param>
    internal DecodeWorker(Func<(IDecoder, DecoderStatus)> make, Func<IDecoder> makeTwin, TimeSpan stall)
    {
        (_make, _makeTwin, _stall) = (make, makeTwin, stall);
        _busySince = Stopwatch.GetTimestamp();
        _thread = new Thread(Run) { IsBackground = true, Name = "Semantic EQ decoder", Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <summary>A worker that does not try the ONNX Runtime.</summary>
    /// <param name="model">What is decoded.</param>
    /// <param name="status">Why.</param>
    public static DecodeWorker OfTwin(ModelFolder model, DecoderStatus status) =>
        new(() => (new DecoderTwin(model), status), () => new DecoderTwin(model), UsualStall);

    /// <summary>What decodes: the runtime's version, or why it is the twin; null until the first look. Any thread, no allocation.</summary>
    public DecoderStatus? Status => IsLost ? Lost : Volatile.Read(ref _status);

    /// <summary>Whether nobody answers: it has not come back from a decoder for long, or somebody has waited in vain. Any thread; it reads the clock.</summary>
    public bool IsLost => _isGivenUp || IsStalled;

    /// <summary>Whether who comes next is better served by another worker: one that is merely slow to begin is not replaced.</summary>
    public bool HasFailed => _hasThrown || IsStalled;

    private bool IsStalled => Volatile.Read(ref _busySince) is not 0 and var since && Stopwatch.GetElapsedTime(since) > _stall;

    /// <summary>A new channel, served from the next look on. Main thread.</summary>
    public DecodeChannel Open()
    {
        var channel = new DecodeChannel(this, _wake);
        lock (_registration)
            Volatile.Write(ref _channels, [.. _channels, channel]);
        _wake.Set();
        return channel;
    }

    /// <summary>Serves a channel no longer. Main thread.</summary>
    public void Close(DecodeChannel channel)
    {
        lock (_registration)
            Volatile.Write(ref _channels, [.. _channels.Where(other => other != channel)]);
        if (_isRetired)
            _wake.Set();
    }

    /// <summary>Ends it once its last channel is closed: another one serves whoever comes from now on. Main thread.</summary>
    public void Retire()
    {
        _isRetired = true;
        _wake.Set();
    }

    /// <summary>Somebody has waited in vain. It counts as lost until it looks again.</summary>
    public void GiveUp() => _isGivenUp = true;

    /// <summary>Ends it. What stands still in foreign code is left to end by itself, as it may never.</summary>
    public void Dispose()
    {
        _stop = true;
        _wake.Set();
        if (_thread.Join(IsLost ? 0 : EndingMilliseconds))
            _wake.Dispose();
    }

    // A thread of the host's process: an exception that left it would end that.
    private void Run()
    {
        try
        {
            Serve(_make);
        }
        catch (Exception e)
        {
            ServeByTwin(e);
        }
    }

    private void ServeByTwin(Exception fault)
    {
        _hasThrown = true;
        var status = new DecoderStatus("C# twin", $"it failed while it decoded: {fault.Message}", IsFault: true);
        try
        {
            Serve(() => (_makeTwin(), status));
        }
        catch (Exception)
        {
            // Nobody answers any more: whoever plays decodes for himself.
            _isGivenUp = true;
        }
    }

    private void Serve(Func<(IDecoder, DecoderStatus)> make)
    {
        var (decoder, status) = make();
        using var rest = new PreciseWait(_wake);
        var batch = new DecodeBatch(decoder);
        Volatile.Write(ref _status, status);
        long asked = Environment.TickCount64;
        while (!_stop)
        {
            var channels = Volatile.Read(ref _channels);
            if (_isRetired && channels.Length == 0)
                break;
            // Each look anew: one that is always asked never rests, and is not lost for that.
            Volatile.Write(ref _busySince, Stopwatch.GetTimestamp());
            bool any = Look(channels, batch);
            _isGivenUp = false;
            if (any)
                asked = Environment.TickCount64;
            else
                Rest(rest, channels.Length == 0 ? Timeout.Infinite : Environment.TickCount64 - asked < IdleAfterMilliseconds ? LookMilliseconds : IdleLookMilliseconds);
        }
        // One that has thrown is left as it is: foreign code in a state that nobody knows had better not be called again.
        decoder.Dispose();
    }

    private static bool Look(DecodeChannel[] channels, DecodeBatch batch)
    {
        bool any = false;
        foreach (var channel in channels)
        {
            any |= channel.Offline ? batch.ServeSingly(channel) : batch.Gather(channel);
            channel.RunErrand();
        }
        batch.Flush();
        return any;
    }

    private void Rest(PreciseWait rest, int milliseconds)
    {
        Volatile.Write(ref _busySince, 0);
        rest.Wait(milliseconds);
    }

    private static (IDecoder, DecoderStatus) Make(ModelFolder model, string runtimeLibrary)
    {
        try
        {
            var decoder = new OnnxDecoder(model, runtimeLibrary);
            return (decoder, new DecoderStatus($"ONNX Runtime {decoder.RuntimeVersion}", null));
        }
        catch (Exception e)
        {
            return (new DecoderTwin(model), DecoderStatus.Without(e));
        }
    }
}

/// <summary>What decodes, for people.</summary>
/// <param name="Engine">For example ONNX Runtime 1.27.0.</param>
/// <param name="Problem">Why it is not the ONNX Runtime, or null.</param>
/// <param name="IsFault">Whether that was there and went wrong; it is tried again when a host next switches an instance on.</param>
/// <param name="Remedy">What the user can do about it, a whole sentence less its full stop, where that is not to install Semantic EQ anew; or null.</param>
public sealed record DecoderStatus(string Engine, string? Problem, bool IsFault = false, string? Remedy = null)
{
    /// <summary>The twin's, where the ONNX Runtime could not be had.</summary>
    /// <param name="problem">Why.</param>
    internal static DecoderStatus Without(Exception problem) => new("C# twin", problem.Message, Remedy: (problem as OnnxException)?.Remedy);
}
