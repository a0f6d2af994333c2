using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults;

/// <summary>One instance of the built plug-in in this process's hands, with its buffers and noise to play.</summary>
internal sealed class Rig : IDisposable
{
    private readonly Random _noise = new(1);
    private AudioBlock? _block;

    public Rig(PluginLibrary library) => Plugin = PluginInstance.Create(library);

    public PluginInstance Plugin { get; }

    public ProcessSetup Setup { get; private set; }

    public AudioBlock Block => _block ?? throw new InvalidOperationException("not started");

    /// <summary>Sets up anew and switches on.</summary>
    public void Start(in ProcessSetup setup, int channels = 2)
    {
        Stop();
        _block?.Dispose();
        Setup = setup;
        if (!Plugin.SetChannels(channels))
            throw new FaultException($"{channels} channels are refused");
        Plugin.Setup(setup);
        Plugin.SetActive(true);
        _block = new AudioBlock(Plugin, channels, setup);
    }

    public void Stop() => Plugin.SetActive(false);

    /// <summary>Plays a block of noise and holds what comes out to be numbers.</summary>
    public void PlayNoise(int samples)
    {
        Block.Begin(samples);
        Fill(_noise);
        if (!Plugin.Process(Block))
            throw new FaultException("process has failed");
        DemandNumbers();
    }

    /// <summary>Noise of −12 dB from these random numbers into the block's input.</summary>
    public void Fill(Random random)
    {
        for (int channel = 0; channel < Block.Channels; channel++)
        {
            if (Setup.IsDouble)
            {
                foreach (ref double sample in Block.Double(BusDirection.Input, channel))
                    sample = 0.5 * (random.NextDouble() - 0.5);
            }
            else
            {
                foreach (ref float sample in Block.Float(BusDirection.Input, channel))
                    sample = 0.5f * (random.NextSingle() - 0.5f);
            }
        }
    }

    /// <summary>What came out, channel by channel, as 64-bit numbers.</summary>
    public IEnumerable<double> Output()
    {
        for (int channel = 0; channel < Block.Channels; channel++)
        {
            for (int i = 0; i < Samples; i++)
                yield return Setup.IsDouble ? Block.Double(BusDirection.Output, channel)[i] : Block.Float(BusDirection.Output, channel)[i];
        }
    }

    public void DemandNumbers()
    {
        foreach (double sample in Output())
        {
            if (!double.IsFinite(sample))
                throw new FaultException($"the plug-in gave the sample {sample}");
        }
    }

    /// <summary>Loads a state, and renders a tenth of a second of always the same noise with it, offline from the start.</summary>
    public double[] Render(ReadOnlySpan<byte> state)
    {
        if (!Plugin.LoadState(state))
            throw new FaultException("a whole state is refused");
        Start(new ProcessSetup(ProcessMode.Offline, true, 480, 48000));
        var noise = new Random(2);
        var output = new List<double>();
        for (int i = 0; i < 10; i++)
        {
            Block.Begin(480);
            Fill(noise);
            _ = Plugin.Process(Block);
            output.AddRange(Output());
        }
        return [.. output];
    }

    public void Dispose()
    {
        _block?.Dispose();
        Plugin.Dispose();
    }

    private unsafe int Samples => Block.Data->NumSamples;
}

/// <summary>The plug-in has not done what it must.</summary>
internal sealed class FaultException(string message) : Exception(message);
