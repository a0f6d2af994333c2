using SemanticEq.Host.Audio;
using SemanticEq.Host.Rendering;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.Rendering;

public class RendererTests
{
    private const int Samples = 20_011;

    [Theory]
    [InlineData("1", 0)]
    [InlineData("512", 0)]
    [InlineData("512", 777)]
    [InlineData("4096", 30_000)]
    [InlineData("random:3", 777)]
    [InlineData("65536", 5)]
    public void Whatever_the_blocks_and_the_latency_the_output_lines_up_and_is_as_long_as_the_input(string blocks, int latency)
    {
        using var folder = new Folder();
        var (path, signal) = folder.Noise("in.wav", 2, Samples);
        var (outcome, output) = Render(folder, path, blocks, Pace.Offline, latency, [], []);
        outcome.Samples.ShouldBe(Samples);
        output.Length.ShouldBe(2);
        output[0].ShouldBe(signal[0]);
        output[1].ShouldBe(signal[1]);
        DelayGain.LastSetup.Mode.ShouldBe(ProcessMode.Offline);
        DelayGain.BlockLengths.Max().ShouldBeLessThanOrEqualTo(DelayGain.LastSetup.MaxBlockSamples);
    }

    [Fact]
    public void Random_blocks_are_random_and_the_same_for_the_same_seed()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, Samples);
        _ = Render(folder, path, "random:9", Pace.Offline, 0, [], []);
        int[] first = [.. DelayGain.BlockLengths];
        _ = Render(folder, path, "random:9", Pace.Offline, 0, [], []);
        DelayGain.BlockLengths.ShouldBe(first);
        first.Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Automation_acts_on_its_very_sample_in_blocks_of_any_size()
    {
        using var folder = new Folder();
        var (path, signal) = folder.Noise("in.wav", 1, Samples);
        foreach (string blocks in new[] { "64", "random:1", "8192" })
        {
            var lane = new AutomationLane(DelayGain.GainId, 0.5, [(1000, 0.75), (1024, 0.25), (19_999, 0.5)]);
            var (_, output) = Render(folder, path, blocks, Pace.Offline, 0, [], [lane]);
            for (int i = 0; i < Samples; i++)
            {
                double gain = DelayGain.Factor(i < 1000 ? 0.5 : i < 1024 ? 0.75 : i < 19_999 ? 0.25 : 0.5);
                output[0][i].ShouldBe((float)(signal[0][i] * gain), 1e-6f, $"sample {i}, blocks {blocks}");
            }
        }
    }

    [Fact]
    public void Initial_values_reach_the_first_sample()
    {
        using var folder = new Folder();
        var (path, signal) = folder.Noise("in.wav", 1, 1000);
        var (_, output) = Render(folder, path, "512", Pace.Offline, 0, new() { [DelayGain.GainId] = 0.25 }, []);
        output[0][0].ShouldBe((float)(signal[0][0] * DelayGain.Factor(0.25)), 1e-6f);
        output[0][999].ShouldBe((float)(signal[0][999] * DelayGain.Factor(0.25)), 1e-6f);
    }

    [Fact]
    public void Reported_counts_are_read_back_in_plain_units()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 5 * 512);
        Render(folder, path, "512", Pace.Offline, 0, [], []).Outcome.TwinDecodes.ShouldBe(5);
    }

    [Fact]
    public void Live_runs_in_real_time_and_unpaced_does_not_but_both_say_realtime()
    {
        using var folder = new Folder();
        var (path, signal) = folder.Noise("in.wav", 1, 24_000);
        var (paced, output) = Render(folder, path, "256", Pace.Live, 0, [], []);
        paced.TotalSeconds.ShouldBeInRange(0.49, 1.5);
        output[0].ShouldBe(signal[0]);
        DelayGain.LastSetup.Mode.ShouldBe(ProcessMode.Realtime);
        var (unpaced, _) = Render(folder, path, "256", Pace.LiveUnpaced, 0, [], []);
        unpaced.TotalSeconds.ShouldBeLessThan(0.4);
        DelayGain.LastSetup.Mode.ShouldBe(ProcessMode.Realtime);
    }

    [Fact]
    public void A_plugin_that_fails_is_an_error_on_the_live_thread_too_and_leaves_no_file()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 1000);
        foreach (var pace in new[] { Pace.Offline, Pace.LiveUnpaced })
        {
            Should.Throw<UserError>(() => Render(folder, path, "512", pace, 0, [], [], fails: true)).Message.ShouldContain("failed to process");
            Directory.GetFiles(folder.Path).ShouldBe([path]);
        }
    }

    [Fact]
    public void Cancelling_leaves_no_file()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 1000);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => Render(folder, path, "512", Pace.Offline, 0, [], [], cancellation: cancelled.Token));
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void An_empty_file_gives_an_empty_file()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 2, 0);
        var (outcome, output) = Render(folder, path, "512", Pace.Offline, 100, [], []);
        outcome.Samples.ShouldBe(0);
        output[0].ShouldBeEmpty();
    }

    private static (RenderOutcome Outcome, float[][] Output) Render(
        Folder folder, string path, string blocks, Pace pace, int latency, Dictionary<uint, double> settings, AutomationLane[] lanes,
        bool fails = false, CancellationToken cancellation = default)
    {
        DelayGain.Reset();
        DelayGain.Delay = latency;
        DelayGain.Fails = fails;
        using var plugin = InProcess.CreateAsIs();
        using var reader = AudioInput.Open(path);
        RenderOutcome outcome;
        using (var writer = AudioWriter.Open(folder["out.wav"], reader.Channels, reader.SampleRate))
        {
            outcome = new Renderer(plugin, new RenderJob(reader, writer, settings, lanes, BlockSizes.Parse(blocks), pace), cancellation).Run();
            writer.Commit();
        }
        return (outcome, Folder.ReadAll(folder["out.wav"]));
    }
}
