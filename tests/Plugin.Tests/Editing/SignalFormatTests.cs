using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>What a window hears in formats that few hosts use.</summary>
public sealed class SignalFormatTests
{
    private const double Level = 0.1;

    [Theory]
    [InlineData(4000.0, 1, 64)]
    [InlineData(11_025.0, 2, 441)]
    [InlineData(37_800.5, 1, 1)]
    [InlineData(48_000.0, 1, 8192)]
    [InlineData(176_400.0, 2, 4096)]
    [InlineData(1_536_000.0, 1, 8192)]
    public void A_sine_reads_its_level_at_any_rate_in_mono_too(double rate, int channels, int blockSamples)
    {
        using var plugin = new InProcessPlugin();
        using var edited = new EditedPlugin();
        var signals = new Signals(plugin.Effect.Processor, edited.Settings, edited.Session.Playing);
        var setup = new ProcessSetup(ProcessMode.Realtime, false, blockSamples, rate);
        plugin.Instance.SetChannels(channels).ShouldBeTrue();
        plugin.Instance.Setup(setup);
        signals.Open();
        signals.Tick(0.02);
        plugin.Instance.SetActive(true);
        using (var block = new AudioBlock(plugin.Instance, channels, setup))
        {
            long time = 0;
            double unseen = 0.0;
            while (time < 2.5 * rate)
            {
                block.Begin(blockSamples);
                for (int channel = 0; channel < channels; channel++)
                {
                    for (int i = 0; i < blockSamples; i++)
                        block.Float(BusDirection.Input, channel)[i] = (float)(Level * Math.Sin(2.0 * Math.PI * 1000.0 / rate * (time + i)));
                }
                plugin.Instance.Process(block).ShouldBeTrue();
                time += blockSamples;
                unseen += blockSamples / rate;
                if (unseen < 0.016)
                    continue;
                signals.Tick(unseen);
                unseen = 0.0;
            }
        }

        (signals.SampleRate, signals.Channels).ShouldBe((rate, channels));
        int at = (int)Math.Round(Math.Log(1000.0 / 20.0) / Math.Log(1000.0) * (SpectrumAnalyser.Count - 1));
        (signals.OutputDb[at] - ((edited.Settings.SpectrumTilt - 3.01) * Math.Log2(signals.FrequenciesHz[at] / 1000.0))).ShouldBe(-20.0, 0.5);
        foreach (double db in signals.OutputDb)
            double.IsFinite(db).ShouldBeTrue();
        signals.PeakDb(true, 0).ShouldBe(-20.0, 0.3);
        if (channels > 1)
            signals.PeakDb(true, 1).ShouldBe(-20.0, 0.3);
        else
            signals.PeakDb(true, 1).ShouldBe(double.NegativeInfinity);
        // BS.1770: a channel's sine of 1 kHz at full scale is −3.01 LUFS.
        signals.ShortTermLufs(false).ShouldBe(channels > 1 ? -20.0 : -23.0, 0.3);
        plugin.Instance.SetActive(false);
        signals.Tick(1.0);
        signals.Close();
    }
}
