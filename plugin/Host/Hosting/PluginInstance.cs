using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>
/// One plug-in in this host's hands, reached through its interfaces only. Main thread, but for <see cref="Process"/> and
/// <see cref="SetProcessing"/>, which belong to the thread that renders.
/// </summary>
public sealed unsafe class PluginInstance : IDisposable
{
    private readonly HostContext _context = new();
    private void* _component;
    private void* _processor;
    private void* _controller;
    private bool _active;

    private PluginInstance(void* component, PluginClass description)
    {
        _component = component;
        Class = description;
    }

    /// <summary>What it is.</summary>
    public PluginClass Class { get; }

    /// <summary>What it tells its host.</summary>
    public EditListener Listener { get; } = new();

    /// <summary>Its parameters, in its order.</summary>
    public IReadOnlyList<HostedParameter> Parameters { get; private set; } = [];

    /// <summary>How many audio buses it has in a direction.</summary>
    public int BusCount(BusDirection direction) => Component->GetBusCount(_component, MediaType.Audio, (int)direction);

    /// <summary>Samples that its output lags behind.</summary>
    public int LatencySamples => checked((int)Processor->GetLatencySamples(_processor));

    private ComponentVtbl* Component => *(ComponentVtbl**)_component;

    private AudioProcessorVtbl* Processor => *(AudioProcessorVtbl**)_processor;

    private EditControllerVtbl* Controller => *(EditControllerVtbl**)_controller;

    /// <summary>Makes an instance of a library's audio class.</summary>
    public static PluginInstance Create(PluginLibrary library) => Create(library.Factory, library.AudioEffect);

    /// <summary>Makes an instance of a factory's class.</summary>
    /// <exception cref="UserError">The plug-in can't be made or lacks what this host needs.</exception>
    public static PluginInstance Create(void* factory, PluginClass description)
    {
        void* component = null;
        int result = PluginFactory.Create(factory, description.Id, InterfaceIds.Component, &component);
        if (result != Result.Ok || component == null)
            throw new UserError($"{description.Name} can't be created (result {result})");
        var instance = new PluginInstance(component, description);
        try
        {
            instance.Initialize();
            return instance;
        }
        catch
        {
            instance.Dispose();
            throw;
        }
    }

    /// <summary>Sets 1 or 2 channels in and out.</summary>
    /// <param name="channels">Of the main buses.</param>
    /// <param name="sideChannels">Of the second input bus, 1 or 2; 0 to leave it as it is.</param>
    /// <returns>False where the plug-in can't.</returns>
    public bool SetChannels(int channels, int sideChannels = 0)
    {
        int inputs = BusCount(BusDirection.Input), outputs = BusCount(BusDirection.Output);
        ulong* arrangements = stackalloc ulong[inputs + outputs];
        // A bus that is off keeps the arrangement that it has.
        for (int i = 0; i < inputs + outputs; i++)
            _ = Processor->GetBusArrangement(_processor, i < inputs ? 0 : 1, i < inputs ? i : i - inputs, &arrangements[i]);
        arrangements[0] = arrangements[inputs] = SpeakerArrangement.Of(channels);
        if (sideChannels > 0 && inputs > 1)
            arrangements[1] = SpeakerArrangement.Of(sideChannels);
        return Processor->SetBusArrangements(_processor, arrangements, inputs, arrangements + inputs, outputs) == Result.Ok;
    }

    /// <summary>Switches the second input bus on or off, which is off at first. Inactive only.</summary>
    /// <returns>False where there is none.</returns>
    public bool ActivateSideChain(bool active) =>
        BusCount(BusDirection.Input) > 1 && Component->ActivateBus(_component, MediaType.Audio, (int)BusDirection.Input, 1, (byte)(active ? 1 : 0)) == Result.Ok;

    /// <summary>Sets the format of the blocks to come. Inactive only.</summary>
    /// <exception cref="UserError">The plug-in can't serve it.</exception>
    public void Setup(in ProcessSetup setup)
    {
        var native = new NativeProcessSetup
        {
            ProcessMode = (int)setup.Mode,
            SymbolicSampleSize = setup.IsDouble ? 1 : 0,
            MaxSamplesPerBlock = setup.MaxBlockSamples,
            SampleRate = setup.SampleRate,
        };
        if (Processor->CanProcessSampleSize(_processor, native.SymbolicSampleSize) != Result.Ok
            || Processor->SetupProcessing(_processor, &native) != Result.Ok)
            throw new UserError($"{Class.Name} can't process at {setup.SampleRate:0} Hz in blocks of {setup.MaxBlockSamples} samples");
    }

    /// <summary>Switches on or off; each activation starts anew.</summary>
    /// <exception cref="UserError">The plug-in refuses.</exception>
    public void SetActive(bool active)
    {
        if (active == _active)
            return;
        if (Component->SetActive(_component, (byte)(active ? 1 : 0)) != Result.Ok && active)
            throw new UserError($"{Class.Name} refuses to be switched on");
        _active = active;
    }

    /// <summary>Tells that blocks will come, or no more. Main buses are switched on with the first.</summary>
    public void SetProcessing(bool processing) => _ = Processor->SetProcessing(_processor, (byte)(processing ? 1 : 0));

    /// <summary>Processes one block.</summary>
    /// <returns>False where the plug-in reports a failure.</returns>
    public bool Process(AudioBlock block) => Processor->Process(_processor, block.Data) == Result.Ok;

    /// <summary>The whole state, as a session keeps it.</summary>
    /// <exception cref="UserError">The plug-in gives none.</exception>
    public byte[] SaveState()
    {
        using var stream = new StateStream();
        return Component->GetState(_component, stream.Pointer) == Result.Ok
            ? stream.ToArray()
            : throw new UserError($"{Class.Name} gives no state");
    }

    /// <summary>What the controller keeps apart from <see cref="SaveState"/>; may be empty.</summary>
    /// <exception cref="UserError">The plug-in gives none.</exception>
    public byte[] SaveControllerState()
    {
        using var stream = new StateStream();
        int result = Controller->GetState(_controller, stream.Pointer);
        return result == Result.Ok || result == Result.NotImplemented
            ? stream.ToArray()
            : throw new UserError($"{Class.Name} gives no state of its controller");
    }

    /// <summary>Restores a state, on the processor and on the controller as hosts do.</summary>
    /// <returns>False where the plug-in can't read it.</returns>
    public bool LoadState(ReadOnlySpan<byte> state)
    {
        using var forComponent = new StateStream(state);
        using var forController = new StateStream(state);
        return Component->SetState(_component, forComponent.Pointer) == Result.Ok
            && Controller->SetComponentState(_controller, forController.Pointer) == Result.Ok;
    }

    /// <summary>A value's text, without its unit.</summary>
    public string Format(uint id, double normalized)
    {
        char* text = stackalloc char[FixedText.String128];
        return Controller->GetParamStringByValue(_controller, id, normalized, text) == Result.Ok
            ? FixedText.ReadUtf16(text, FixedText.String128)
            : "";
    }

    /// <summary>A value from text, read by the plug-in.</summary>
    public bool TryParse(uint id, string text, out double normalized)
    {
        char* native = stackalloc char[FixedText.String128];
        FixedText.WriteUtf16(native, FixedText.String128, text);
        double value = 0;
        bool ok = Controller->GetParamValueByString(_controller, id, native, &value) == Result.Ok;
        normalized = value;
        return ok;
    }

    /// <summary>Normalised (0 to 1) to plain units.</summary>
    public double ToPlain(uint id, double normalized) => Controller->NormalizedParamToPlain(_controller, id, normalized);

    /// <summary>The controller's value, 0 to 1.</summary>
    public double GetNormalized(uint id) => Controller->GetParamNormalized(_controller, id);

    /// <summary>Tells the controller of a value, 0 to 1; the sound follows the queues.</summary>
    public bool SetNormalized(uint id, double normalized) => Controller->SetParamNormalized(_controller, id, normalized) == Result.Ok;

    /// <summary>Makes an IPlugView, with a reference that is the caller's; null where the plug-in has no editor.</summary>
    public void* CreateView()
    {
        fixed (byte* name = "editor\0"u8)
            return Controller->CreateView(_controller, name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_component == null)
            return;
        if (_active)
            SetActive(false);
        if (_controller != null)
            _ = Controller->SetComponentHandler(_controller, null);
        _ = Component->Base.Terminate(_component);
        FUnknown.Release(_controller);
        FUnknown.Release(_processor);
        FUnknown.Release(_component);
        _component = _processor = _controller = null;
        Listener.Dispose();
        _context.Dispose();
    }

    private void Initialize()
    {
        if (Component->Base.Initialize(_component, _context.Pointer) != Result.Ok)
            throw new UserError($"{Class.Name} can't be initialised");
        _processor = FUnknown.Query(_component, InterfaceIds.AudioProcessor);
        _controller = FUnknown.Query(_component, InterfaceIds.EditController);
        if (_processor == null || _controller == null)
            throw new UserError($"{Class.Name} keeps its controller apart from its processor, which this host does not load");
        _ = Controller->SetComponentHandler(_controller, Listener.Pointer);
        foreach (var direction in new[] { BusDirection.Input, BusDirection.Output })
            _ = Component->ActivateBus(_component, MediaType.Audio, (int)direction, 0, 1);
        Parameters = ReadParameters();
    }

    private HostedParameter[] ReadParameters()
    {
        var parameters = new List<HostedParameter>();
        int count = Controller->GetParameterCount(_controller);
        for (int i = 0; i < count; i++)
        {
            ParameterInfo info = default;
            if (Controller->GetParameterInfo(_controller, i, &info) != Result.Ok)
                continue;
            parameters.Add(new HostedParameter(
                info.Id,
                FixedText.ReadUtf16(info.Title, FixedText.String128),
                FixedText.ReadUtf16(info.ShortTitle, FixedText.String128),
                FixedText.ReadUtf16(info.Units, FixedText.String128),
                info.StepCount,
                info.DefaultNormalizedValue,
                (ParameterFlags)info.Flags));
        }
        return [.. parameters];
    }
}
