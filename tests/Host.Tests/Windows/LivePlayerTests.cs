using SemanticEq.Host.Audio;
using SemanticEq.Host.Windows;

namespace SemanticEq.Host.Tests.Windows;

public class LivePlayerTests
{
    [Fact]
    public void A_file_plays_through_the_plugin_and_is_recorded_and_edits_reach_its_queues()
    {
        using var folder = new Folder();
        float[] wave = [.. Enumerable.Repeat(0.25f, 4096)];
        using (var writer = AudioWriter.Open(folder["in.wav"], 1, 48000))
        {
            writer.Write(wave, default);
            writer.Commit();
        }
        using (var plugin = InProcess.Create())
        {
            using var player = new LivePlayer(
                plugin, new LiveJob(folder["in.wav"], Loops: true, folder["out.wav"], new Dictionary<uint, double> { [DelayGain.GainId] = 0.5 }));
            player.Start();
            WaitFor(player, out double before, out double after);
            before.ShouldBe(20 * Math.Log10(0.25), 0.01);
            after.ShouldBe(before, 0.01, "0.5 is a gain of 0 dB");
            plugin.Listener.Add(DelayGain.GainId, 0.75);
            for (int i = 0; i < 3; i++)
                WaitFor(player, out before, out after);
            (after - before).ShouldBe(12.0, 0.01);
        }
        using var reader = AudioInput.Open(folder["out.wav"]);
        float[] recorded = new float[512];
        reader.Read(recorded, default).ShouldBe(512);
        recorded.ShouldAllBe(sample => Math.Abs(sample - 0.25f) < 1e-5f);
    }

    private static void WaitFor(LivePlayer player, out double before, out double after)
    {
        // Some blocks of 512 samples at 48 kHz: at least one is whole in it, however slow the machine is.
        do
        {
            Thread.Sleep(50);
            player.BringReports();
            (before, after) = player.TakeLevels();
        }
        while (before <= -200);
    }
}
