namespace SemanticEq.Inference;

/// <summary>
/// What all instances in a process share: the model and the decode worker. Reference-counted: started by the first lease, gone
/// with the last. Main thread; the lock is never taken by an audio thread.
/// </summary>
public sealed class SharedDecoding
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string, string), SharedDecoding> Live = [];
    // A runtime that has stood still or thrown so often is not tried again: each try may cost its host a wait.
    private const int MaxFailures = 3;
    private static readonly DecoderStatus Unusable = new("C# twin", "it has failed again and again", IsFault: true);
    private readonly (string, string) _key;
    private readonly Lock _turn = new();
    private readonly Func<DecodeWorker> _start;
    private DecodeWorker _worker;
    private int _failures;
    private int _leases;

    private SharedDecoding((string Model, string Runtime) key, ModelFolder model)
        : this(model, () => new DecodeWorker(model, key.Runtime)) => _key = key;

    /// <summary>One that is found by nobody else, with other workers.</summary>
    internal SharedDecoding(ModelFolder model, Func<DecodeWorker> start)
    {
        Model = model;
        _start = start;
        _worker = start();
    }

    /// <summary>The model.</summary>
    public ModelFolder Model { get; }

    /// <summary>What decodes; null until the worker has looked. Any thread.</summary>
    public DecoderStatus? Status => _worker.Status;

    /// <summary>Joins the shared worker, or starts it.</summary>
    /// <param name="model">The model, already checked.</param>
    /// <param name="modelPath">Where it was read from: the sharing goes by it.</param>
    /// <param name="runtimeLibrary">Absolute path of the ONNX Runtime library; it need not be there.</param>
    public static SharedDecoding Join(ModelFolder model, string modelPath, string runtimeLibrary)
    {
        lock (Gate)
        {
            var key = (modelPath, runtimeLibrary);
            if (!Live.TryGetValue(key, out var shared))
                Live[key] = shared = new SharedDecoding(key, model);
            shared._leases++;
            return shared;
        }
    }

    /// <summary>Opens a channel to the worker; to a new one, where that has failed.</summary>
    public DecodeChannel Open()
    {
        lock (_turn)
        {
            if (_worker.HasFailed && _failures < MaxFailures)
            {
                _worker.Retire();
                _worker = ++_failures < MaxFailures ? _start() : DecodeWorker.OfTwin(Model, Unusable);
            }
            return _worker.Open();
        }
    }

    /// <summary>Closes a channel.</summary>
    public void Close(DecodeChannel channel) => channel.Worker.Close(channel);

    /// <summary>Leaves; the last to leave ends the worker.</summary>
    public void Leave()
    {
        lock (Gate)
        {
            if (--_leases > 0)
                return;
            Live.Remove(_key);
        }
        _worker.Dispose();
    }
}
