namespace SemanticEq.Bench.Lv2;

/// <summary>One stereo LV2 plug-in at work, all ports connected, its controls at their defaults. One thread.</summary>
internal sealed unsafe class Lv2Instance : IDisposable
{
    private const int AtomBytes = 1 << 16;
    private static readonly uint Chunk = Lv2Urids.Of(Lv2Uri.AtomChunk);

    private readonly NativeBlocks _memory = new();
    private readonly Dictionary<string, (Lv2Port Port, nint Value)> _controls = [];
    private readonly List<nint> _eventOutputs = [];
    private readonly uint[] _inputs;
    private readonly uint[] _outputs;
    private readonly LilvInstance* _instance;
    private readonly int _maxFrames;

    /// <summary>Makes and activates it.</summary>
    /// <param name="plugin">What.</param>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="maxFrames">The longest block.</param>
    /// <exception cref="InvalidOperationException">It can't be made, or is not stereo.</exception>
    public Lv2Instance(Lv2Plugin plugin, double sampleRate, int maxFrames)
    {
        _maxFrames = maxFrames;
        _inputs = [.. plugin.Ports.Where(p => p.Kind == Lv2PortKind.Audio && p.IsInput).Select(p => p.Index)];
        _outputs = [.. plugin.Ports.Where(p => p.Kind == Lv2PortKind.Audio && !p.IsInput).Select(p => p.Index)];
        _instance = Lilv.Instantiate(plugin.Handle, sampleRate, Lv2Features.New(_memory, maxFrames));
        if (_instance == null || _inputs.Length != 2 || _outputs.Length != 2)
            throw new InvalidOperationException("an LV2 plug-in can't be made, or is not stereo");
        foreach (var port in plugin.Ports)
            Connect(port);
        if (_instance->Descriptor->Activate != null)
            _instance->Descriptor->Activate(_instance->Handle);
    }

    /// <summary>Sets an input control; it takes effect with the next block.</summary>
    /// <exception cref="InvalidOperationException">There is no such control, or it does not go so far.</exception>
    public void Set(string symbol, double value)
    {
        if (!_controls.TryGetValue(symbol, out var control) || !control.Port.IsInput)
            throw new InvalidOperationException($"no control {symbol}");
        if (value < control.Port.Minimum || value > control.Port.Maximum)
            throw new InvalidOperationException($"{symbol} goes from {control.Port.Minimum} to {control.Port.Maximum}, not to {value}");
        *(float*)control.Value = (float)value;
    }

    /// <summary>Processes a block.</summary>
    /// <param name="left">Native memory.</param>
    /// <param name="right">Native memory.</param>
    /// <param name="leftOut">Native memory, other than the input's.</param>
    /// <param name="rightOut">Native memory, other than the input's.</param>
    /// <param name="frames">Up to the longest.</param>
    public void Run(float* left, float* right, float* leftOut, float* rightOut, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, _maxFrames);
        var connect = _instance->Descriptor->ConnectPort;
        connect(_instance->Handle, _inputs[0], left);
        connect(_instance->Handle, _inputs[1], right);
        connect(_instance->Handle, _outputs[0], leftOut);
        connect(_instance->Handle, _outputs[1], rightOut);
        foreach (nint output in _eventOutputs)
            ResetOutput((Lv2Sequence*)output);
        _instance->Descriptor->Run(_instance->Handle, (uint)frames);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_instance->Descriptor->Deactivate != null)
            _instance->Descriptor->Deactivate(_instance->Handle);
        Lilv.InstanceFree(_instance);
        _memory.Dispose();
    }

    private void Connect(Lv2Port port)
    {
        void* data = port.Kind switch
        {
            Lv2PortKind.Control => NewControl(port),
            Lv2PortKind.Atom => NewEvents(port),
            _ => null,
        };
        _instance->Descriptor->ConnectPort(_instance->Handle, port.Index, data);
    }

    private float* NewControl(Lv2Port port)
    {
        float* value = _memory.New<float>();
        *value = port.Default;
        _controls[port.Symbol] = (port, (nint)value);
        return value;
    }

    private Lv2Sequence* NewEvents(Lv2Port port)
    {
        var events = (Lv2Sequence*)_memory.New<byte>(AtomBytes);
        if (port.IsInput)
        {
            // Eight bytes of body and no event: an empty sequence.
            (events->Size, events->Type) = (8, Lv2Urids.Of(Lv2Uri.AtomSequence));
        }
        else
        {
            ResetOutput(events);
            _eventOutputs.Add((nint)events);
        }

        return events;
    }

    // Before each block an output says how much room it has; the plug-in writes its sequence over that.
    private static void ResetOutput(Lv2Sequence* events) => (events->Size, events->Type) = (AtomBytes - 8, Chunk);
}
