using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.EndToEnd.Numerics;

/// <summary>Plays on and on through a plug-in, in one channel of two, without keeping what was played.</summary>
internal sealed class PluginStream : IDisposable
{
    private readonly PluginPlayer _player;
    private readonly int _blockSamples;
    private readonly AudioBlock _block;

    public PluginStream(PluginPlayer player, int blockSamples)
    {
        _player = player;
        _blockSamples = blockSamples;
        var setup = new ProcessSetup(player.Mode, player.IsDouble, blockSamples, player.SampleRate);
        player.Plugin.SetChannels(2).ShouldBeTrue();
        player.Plugin.Setup(setup);
        player.Plugin.SetActive(true);
        _block = new AudioBlock(player.Plugin, 2, setup);
    }

    /// <summary>Plays samples of a source into both channels, and hands on what comes out of the left.</summary>
    public void Run(int samples, Func<double> next, Action<double> played)
    {
        for (int at = 0; at < samples; at += _blockSamples)
        {
            _block.Begin(Math.Min(_blockSamples, samples - at));
            for (int i = 0; i < _block.Data(); i++)
            {
                double sample = next();
                for (int channel = 0; channel < 2; channel++)
                    Write(channel, i, channel == 0 ? sample : -0.5 * sample);
            }
            _player.Plugin.Process(_block).ShouldBeTrue();
            for (int i = 0; i < _block.Data(); i++)
                played(_player.IsDouble ? _block.Double(BusDirection.Output, 0)[i] : _block.Float(BusDirection.Output, 0)[i]);
        }
    }

    public void Dispose()
    {
        _player.Plugin.SetActive(false);
        _block.Dispose();
    }

    private void Write(int channel, int place, double sample)
    {
        if (_player.IsDouble)
            _block.Double(BusDirection.Input, channel)[place] = sample;
        else
            _block.Float(BusDirection.Input, channel)[place] = (float)sample;
    }
}
