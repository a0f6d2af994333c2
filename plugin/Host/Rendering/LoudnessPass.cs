using SemanticEq.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Rendering;

/// <summary>Lets a plug-in measure a file's loudness, before it renders the same file: one pass with its switch on, as fast as it goes.</summary>
public sealed class LoudnessPass(PluginInstance plugin)
{
    /// <summary>The switch.</summary>
    public const string Parameter = "Measure loudness";

    /// <summary>The switches for which it matters.</summary>
    public static IReadOnlyList<string> Matching { get; } = ["Auto gain", "Dry compare"];

    private const int BlockSamples = 4096;

    /// <summary>Plays the file to its end; the plug-in then stops, and remembers.</summary>
    /// <param name="input">From its start.</param>
    /// <param name="cancellation">Cancelled when the user interrupts.</param>
    /// <exception cref="UserError">The plug-in or the file fails.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(AudioReader input, CancellationToken cancellation)
    {
        uint measure = new ParameterSettings(plugin).Find(Parameter).Id;
        var setup = new ProcessSetup(ProcessMode.Offline, false, BlockSamples, input.SampleRate);
        if (!plugin.SetChannels(input.Channels))
            throw new UserError($"{plugin.Class.Name} can't process {input.Channels} channel(s)");
        plugin.Setup(setup);
        plugin.SetActive(true);
        using (var block = new AudioBlock(plugin, input.Channels, setup))
        {
            plugin.SetProcessing(true);
            for (bool isFirst = true; ; isFirst = false)
            {
                cancellation.ThrowIfCancellationRequested();
                block.Begin(BlockSamples);
                int samples = input.Read(
                    block.Float(BusDirection.Input, 0), block.Channels == 2 ? block.Float(BusDirection.Input, 1) : default);
                // The switch is read at the plug-in's ticks: the block that switches it off, of silence, holds many.
                block.Begin(samples > 0 ? samples : BlockSamples);
                if (samples == 0)
                    Silence(block);
                if (isFirst || samples == 0)
                    _ = block.Changes.For(measure).Add(0, samples > 0 ? 1 : 0);
                if (!plugin.Process(block))
                    throw new UserError($"{plugin.Class.Name} failed to process a block of {samples} samples");
                if (samples == 0)
                    break;
            }
            plugin.SetProcessing(false);
        }
        plugin.SetActive(false);
    }

    private static void Silence(AudioBlock block)
    {
        for (int channel = 0; channel < block.Channels; channel++)
            block.Float(BusDirection.Input, channel).Clear();
    }
}
