using SemanticEq.Audio;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Rendering;

/// <summary>
/// Lets a plug-in hear a file and, by its side-chain, another one that the first is to be like: one pass, as fast as it goes. The plug-in then
/// understands "like the side-chain", as in a DAW.
/// </summary>
public sealed class MatchPass(PluginInstance plugin)
{
    private const int BlockSamples = 4096;

    /// <summary>Plays both to their ends; then the side-chain is switched off again.</summary>
    /// <param name="input">From its start.</param>
    /// <param name="reference">From its start, at the input's rate.</param>
    /// <param name="listener">Hears the reference too.</param>
    /// <param name="progress">Told how many samples were heard.</param>
    /// <param name="cancellation">Cancelled when the user interrupts.</param>
    /// <exception cref="UserError">The plug-in or a file fails.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(AudioReader input, ResampledReader reference, ISignalListener listener, Action<long>? progress, CancellationToken cancellation)
    {
        var setup = new ProcessSetup(ProcessMode.Offline, false, BlockSamples, input.SampleRate);
        if (!plugin.SetChannels(input.Channels, reference.Channels) || !plugin.ActivateSideChain(true))
            throw new UserError($"{plugin.Class.Name} has no side-chain of {reference.Channels} channel(s) to hear a reference by");
        plugin.Setup(setup);
        plugin.SetActive(true);
        using (var block = new AudioBlock(plugin, input.Channels, setup, reference.Channels))
        {
            plugin.SetProcessing(true);
            for (long heard = 0; Fill(block, input, reference, listener); progress?.Invoke(heard))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!plugin.Process(block))
                    throw new UserError($"{plugin.Class.Name} failed to process a block of {BlockSamples} samples");
                heard += BlockSamples;
            }
            plugin.SetProcessing(false);
        }
        plugin.SetActive(false);
        _ = plugin.ActivateSideChain(false);
    }

    // Whether there was anything more in either.
    private static bool Fill(AudioBlock block, AudioReader input, ResampledReader reference, ISignalListener listener)
    {
        block.Begin(BlockSamples);
        int ofInput = input.Read(block.Float(BusDirection.Input, 0), input.Channels == 2 ? block.Float(BusDirection.Input, 1) : default);
        var left = block.SideChain(0);
        var right = reference.Channels == 2 ? block.SideChain(1) : default;
        int ofReference = reference.Read(left, right);
        listener.Listen(left[..ofReference], right.IsEmpty ? right : right[..ofReference]);
        for (int channel = 0; channel < input.Channels; channel++)
            block.Float(BusDirection.Input, channel)[ofInput..].Clear();
        for (int channel = 0; channel < reference.Channels; channel++)
            block.SideChain(channel)[ofReference..].Clear();
        return ofInput > 0 || ofReference > 0;
    }
}
