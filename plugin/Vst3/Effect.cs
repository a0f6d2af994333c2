namespace SemanticEq.Vst3;

/// <summary>
/// One plug-in instance as a host sees it: VST3's component, processor and edit controller in a single object.
/// Derive from it, and hand a <see cref="PluginDescription"/> with a constructor to <see cref="PluginModule"/>.
/// </summary>
/// <remarks>
/// Every member says which thread calls it. Members called on the audio thread must not allocate, lock, wait, throw or call
/// the operating system. An exception from a main-thread member becomes <c>kResultFalse</c>; one from <see cref="Process"/>
/// becomes silence: nothing ever crosses into the host. What main-thread members get is already checked: normalised values lie within
/// 0 to 1, ids are those of <see cref="Parameters"/>. <see cref="Process"/> comes only while active and in the sample format that was set
/// up, but blocks may be longer than the host promised; the values and offsets in its queues are the host's, unchecked.
/// </remarks>
public abstract class Effect : IDisposable
{
    /// <summary>The host's side of the conversation; null until a host has set its component handler. Main thread.</summary>
    public IEffectHost? Host { get; internal set; }

    /// <summary>The audio buses, inputs then outputs; fixed for the life of the instance. Main thread.</summary>
    public abstract IReadOnlyList<AudioBus> Buses { get; }

    /// <summary>The parameters in the order in which hosts list them; fixed for the life of the instance. Main thread.</summary>
    public abstract IReadOnlyList<ParameterDescription> Parameters { get; }

    /// <summary>Units whose programs are the values of a list parameter (IUnitInfo); fixed for the life of the instance. Main thread.</summary>
    public virtual IReadOnlyList<ProgramUnit> ProgramUnits => [];

    /// <summary>Writes the text of a value, without its unit (hosts append the unit). Main thread.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="normalized">The value, 0 to 1.</param>
    /// <returns>The text, or null where there is no such parameter.</returns>
    public abstract string? Format(uint id, double normalized);

    /// <summary>Reads a value from text, with or without a unit. Main thread.</summary>
    public abstract bool TryParse(uint id, string text, out double normalized);

    /// <summary>Normalised (0 to 1) to plain units. Main thread.</summary>
    public abstract double ToPlain(uint id, double normalized);

    /// <summary>Plain units to normalised (0 to 1). Main thread.</summary>
    public abstract double ToNormalized(uint id, double plain);

    /// <summary>The value as the controller knows it, 0 to 1. Main thread.</summary>
    public abstract double GetNormalized(uint id);

    /// <summary>Tells the controller of a value, 0 to 1. Main thread. What is heard changes by <see cref="Process"/>'s queues.</summary>
    /// <returns>False where there is no such parameter.</returns>
    public abstract bool SetNormalized(uint id, double normalized);

    /// <summary>
    /// Whether these channel counts can be processed; remembers them if so. If not it may take up the nearest that can, which
    /// <see cref="ChannelsOf"/> then tells. Main thread, while inactive.
    /// </summary>
    /// <param name="inputs">Channels of each input bus, in order (0: bus not used; −1: other speakers than mono's and stereo's).</param>
    /// <param name="outputs">Channels of each output bus, in order.</param>
    public abstract bool AcceptChannels(ReadOnlySpan<int> inputs, ReadOnlySpan<int> outputs);

    /// <summary>The channels that a bus has now. Main thread.</summary>
    public abstract int ChannelsOf(BusDirection direction, int index);

    /// <summary>A host switched a bus on or off. Main thread, while inactive.</summary>
    public virtual void SetBusActive(BusDirection direction, int index, bool active)
    {
    }

    /// <summary>Sample rate, block size and mode; buffers are made here. Main thread, while inactive.</summary>
    /// <returns>False where the setup can't be served.</returns>
    public abstract bool Setup(in ProcessSetup setup);

    /// <summary>Switched on or off. Main thread; may wait, bounded. Processing starts anew at each activation.</summary>
    public abstract void SetActive(bool active);

    /// <summary>Processing is about to start or has stopped. Any thread, the audio thread among them.</summary>
    public virtual void SetProcessing(bool processing)
    {
    }

    /// <summary>Constant delay of the output in samples. Any thread.</summary>
    public virtual uint LatencySamples => 0;

    /// <summary>How many samples sound on after the input has ended. Any thread.</summary>
    public abstract uint TailSamples { get; }

    /// <summary>Processes one block, or only its parameter changes where it has no samples. Audio thread.</summary>
    public abstract void Process(in ProcessBlock block);

    /// <summary>The whole state, to be kept in a session. Main thread, also while processing.</summary>
    public abstract byte[] SaveState();

    /// <summary>Takes a state made by <see cref="SaveState"/> of this or an earlier version. Main thread, also while processing.</summary>
    /// <returns>False where it can't be read; the instance is then unchanged.</returns>
    public abstract bool LoadState(ReadOnlySpan<byte> state);

    /// <summary>Makes a window for it; null where it has none: hosts then show the parameters in their own view. Main thread.</summary>
    public virtual EffectEditor? CreateEditor() => null;

    /// <summary>The last reference is gone. Main thread.</summary>
    public abstract void Dispose();
}
