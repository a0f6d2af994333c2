using SemanticEq.Bench.Running;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Vst3;

namespace SemanticEq.Bench.Plugin;

/// <summary>
/// An instance of the plug-in, through its binary, on stereo noise in 32-bit samples at 48 kHz. What is timed is process alone;
/// blocks with their parameter queues are made beforehand, reading the queues back from this host is in it, as in any host.
/// </summary>
internal class HostedSubject : Subject
{
    /// <summary>In Hz.</summary>
    public const double SampleRate = 48000.0;

    private const int RunFrames = 8192;

    private readonly AudioBlock[] _blocks;
    private readonly int _blockFrames;
    private readonly string _word;
    private bool _failed;

    /// <param name="name">As in the table.</param>
    /// <param name="library">The plug-in's.</param>
    /// <param name="word">What word A is; empty for none.</param>
    /// <param name="blockFrames">Frames of each block.</param>
    /// <param name="mode">Live or offline.</param>
    public HostedSubject(string name, PluginLibrary library, string word, int blockFrames = 512, ProcessMode mode = ProcessMode.Offline)
        : base(name, RunFrames)
    {
        _blockFrames = blockFrames;
        _word = word;
        Plugin = PluginInstance.Create(library);
        var setup = new ProcessSetup(mode, false, blockFrames, SampleRate);
        if (!Plugin.SetChannels(2))
            throw new InvalidOperationException("the plug-in is not stereo");
        Plugin.Setup(setup);
        var settings = new ParameterSettings(Plugin);
        if (word.Length > 0)
            settings.Set(ParameterSettings.WordA, word);
        settings.Apply();
        Plugin.SetActive(true);
        _blocks = [.. Enumerable.Range(0, RunFrames / blockFrames).Select(_ => new AudioBlock(Plugin, 2, setup))];
        Fill(new StereoNoise(RunFrames));
        Plugin.SetProcessing(true);
    }

    /// <summary>The instance.</summary>
    protected PluginInstance Plugin { get; }

    /// <summary>Whether the output is the input, bit for bit.</summary>
    protected bool ChangesNothing => _blocks.All(block => Enumerable.Range(0, 2).All(channel =>
        block.Float(BusDirection.Input, channel).SequenceEqual(block.Float(BusDirection.Output, channel))));

    public override void Prepare()
    {
        foreach (var block in _blocks)
        {
            block.Begin(_blockFrames);
            Automate(block.Changes, _blockFrames);
        }
    }

    public override void Run()
    {
        foreach (var block in _blocks)
            _failed |= !Plugin.Process(block);
    }

    public override void Check()
    {
        if (_failed)
            throw new InvalidOperationException($"{Name}: a block failed");
        if (ChangesNothing != (_word.Length == 0))
            throw new InvalidOperationException($"{Name}: {(ChangesNothing ? "it changes nothing" : "it is not flat")}");
    }

    public override void Dispose()
    {
        Plugin.SetProcessing(false);
        Plugin.SetActive(false);
        foreach (var block in _blocks)
            block.Dispose();
        Plugin.Dispose();
    }

    /// <summary>Adds a block's parameter changes.</summary>
    protected virtual void Automate(ParameterChangeList changes, int frames)
    {
    }

    private void Fill(StereoNoise noise)
    {
        for (int i = 0; i < RunFrames; i++)
        {
            var block = _blocks[i / _blockFrames];
            if (i % _blockFrames == 0)
                block.Begin(_blockFrames);
            block.Float(BusDirection.Input, 0)[i % _blockFrames] = (float)noise.Left[i];
            block.Float(BusDirection.Input, 1)[i % _blockFrames] = (float)noise.Right[i];
        }
    }
}
