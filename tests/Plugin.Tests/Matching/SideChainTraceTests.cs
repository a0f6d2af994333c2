using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;
using SemanticEq.Plugin.Tests.Editing;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Matching;

/// <summary>The side-chain's spectrum as a window reads it of the real plug-in that plays.</summary>
public class SideChainTraceTests
{
    private const int Rate = 48000;
    private const int Frame = 800;
    private const double FrameSeconds = (double)Frame / Rate;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_sine_on_the_side_chain_shows_there_and_nowhere_else(int sideChannels)
    {
        using var edited = new EditedPlugin();
        using var plugin = new InProcessPlugin();
        using var block = Start(plugin, sideChannels);
        var signals = new Signals(plugin.Effect.Processor, edited.Settings, edited.Session.Playing);
        signals.Open();
        Play(plugin, block, signals, 2.0);

        int at = Nearest(1000.0);
        double tilted = (edited.Settings.SpectrumTilt - 3.01) * Math.Log2(signals.FrequenciesHz[at] / 1000.0);
        (signals.SideChainDb[at] - tilted).ShouldBe(-20.0, 0.6);
        signals.SideChainDb[Nearest(4000.0)].ShouldBeLessThan(-80.0);
        signals.InputDb[at].ShouldBeLessThan(-140.0);
        signals.OutputDb[at].ShouldBeLessThan(-140.0);

        edited.Settings.ShowSideChain = false;
        Play(plugin, block, signals, 0.2);
        signals.SideChainDb[at].ShouldBeLessThan(-140.0, "one that does not show is not computed");
    }

    [Fact]
    public void Where_it_is_off_there_is_no_spectrum_of_it()
    {
        using var edited = new EditedPlugin();
        using var plugin = new InProcessPlugin();
        using var block = Start(plugin, 0);
        var signals = new Signals(plugin.Effect.Processor, edited.Settings, edited.Session.Playing);
        signals.Open();
        Play(plugin, block, signals, 0.2);
        signals.SideChainDb.IsEmpty.ShouldBeTrue();
        signals.InputDb.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void A_host_that_stops_leaves_it_to_fall_and_in_steady_state_nothing_is_allocated()
    {
        using var edited = new EditedPlugin();
        using var plugin = new InProcessPlugin();
        using var block = Start(plugin, 2);
        var signals = new Signals(plugin.Effect.Processor, edited.Settings, edited.Session.Playing);
        signals.Open();
        Play(plugin, block, signals, 2.0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(plugin, block, signals, 1.0);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        for (int i = 0; i < 20.0 / FrameSeconds; i++)
            signals.Tick(FrameSeconds);
        signals.SideChainDb[Nearest(1000.0)].ShouldBeLessThan(-100.0);
        plugin.Instance.SetActive(false);
        signals.Tick(FrameSeconds);
        signals.SideChainDb.IsEmpty.ShouldBeTrue();
    }

    private static AudioBlock Start(InProcessPlugin plugin, int sideChannels)
    {
        var setup = new ProcessSetup(ProcessMode.Realtime, false, Frame, Rate);
        plugin.Instance.SetChannels(2, sideChannels).ShouldBeTrue();
        plugin.Instance.ActivateSideChain(sideChannels > 0).ShouldBeTrue();
        plugin.Instance.Setup(setup);
        plugin.Instance.SetActive(true);
        return new AudioBlock(plugin.Instance, 2, setup, sideChannels);
    }

    // The track is silent.
    private static unsafe void Play(InProcessPlugin plugin, AudioBlock block, Signals signals, double seconds)
    {
        long time = 0;
        for (int i = 0; i < seconds / FrameSeconds; i++, time += Frame)
        {
            block.Begin(Frame);
            for (int channel = 0; channel < block.Data->Inputs[1].NumChannels; channel++)
            {
                for (int k = 0; k < Frame; k++)
                    block.SideChain(channel)[k] = (float)(0.1 * Math.Sin(2.0 * Math.PI * 1000.0 / Rate * (time + k)));
            }

            plugin.Instance.Process(block).ShouldBeTrue();
            signals.Tick(FrameSeconds);
        }
    }

    private static int Nearest(double hz) => (int)Math.Round(Math.Log(hz / 20.0) / Math.Log(1000.0) * (SpectrumAnalyser.Count - 1));
}
