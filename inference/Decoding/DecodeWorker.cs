namespace SemanticEq.Inference;

/// <summary>
/// The thread that decodes for all instances in a process. It makes the ONNX session on its first need, and goes on with the
/// twin where that can't be had. No allocation in steady state, no spinning: while instances ask it looks every 2 ms, where none has
/// for a second every 10 ms, which is still within the pipeline's 8 ticks at the usual rates.
/// </summary>
internal sealed class DecodeWorker : IDisposable
{
    private const int LookMilliseconds = 2;
    private const int IdleLookMilliseconds = 10;
    private const int IdleAfterMilliseconds = 1000;
    private readonly ModelFolder _model;
    private readonly string _runtimeLibrary;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private readonly Lock _registration = new();
    private DecodeChannel[] _channels = [];
    private volatile bool _stop;

    public DecodeWorker(ModelFolder model, string runtimeLibrary)
    {
        _model = model;
        _runtimeLibrary = runtimeLibrary;
        _thread = new Thread(Run) { IsBackground = true, Name = "Semantic EQ decoder", Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <summary>What decodes: the runtime's version, or why it is the twin; null until the first look. Any thread.</summary>
    public DecoderStatus? Status { get; private set; }

    /// <summary>A new channel, served from the next look on. Main thread.</summary>
    public DecodeChannel Open()
    {
        var channel = new DecodeChannel(_wake);
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
    }

    public void Dispose()
    {
        _stop = true;
        _wake.Set();
        _thread.Join();
        _wake.Dispose();
    }

    private void Run()
    {
        using var decoder = MakeDecoder();
        var batch = new DecodeBatch(decoder);
        long asked = Environment.TickCount64;
        while (!_stop)
        {
            var channels = Volatile.Read(ref _channels);
            bool any = false;
            foreach (var channel in channels)
            {
                any |= channel.Offline ? batch.ServeSingly(channel) : batch.Gather(channel);
                channel.RunErrand();
            }
            batch.Flush();
            if (any)
                asked = Environment.TickCount64;
            else
                _wake.WaitOne(channels.Length == 0 ? Timeout.Infinite : Environment.TickCount64 - asked < IdleAfterMilliseconds ? LookMilliseconds : IdleLookMilliseconds);
        }
    }

    private IDecoder MakeDecoder()
    {
        try
        {
            var decoder = new OnnxDecoder(_model, _runtimeLibrary);
            Status = new DecoderStatus($"ONNX Runtime {decoder.RuntimeVersion}", null);
            return decoder;
        }
        catch (Exception e)
        {
            // Whatever it is, this is a thread of the host's process, and an exception that leaves it would end that.
            Status = new DecoderStatus("C# twin", e.Message);
            return new DecoderTwin(_model);
        }
    }
}

/// <summary>What decodes, for people.</summary>
/// <param name="Engine">For example ONNX Runtime 1.27.0.</param>
/// <param name="Problem">Why it is not the ONNX Runtime, or null.</param>
public sealed record DecoderStatus(string Engine, string? Problem);
