using SemanticEq.Clicks;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Vst3;

namespace SemanticEq.Bench.Click;

/// <summary>A preset switch through the plug-in's binary: all parameters jump at one sample of a block of 512, 32-bit, offline.</summary>
internal static class PluginSwitch
{
    private const int BlockFrames = 512;

    /// <summary>The left channel of a stereo sine.</summary>
    /// <param name="library">The plug-in's.</param>
    /// <param name="before">In force from the start.</param>
    /// <param name="after">In force from <paramref name="switchAt"/> on; the same parameters.</param>
    /// <param name="switchAt">The sample; not a block's first.</param>
    public static double[] Render(
        PluginLibrary library,
        IReadOnlyList<(string Name, string Value)> before,
        IReadOnlyList<(string Name, string Value)> after,
        int switchAt)
    {
        using var plugin = PluginInstance.Create(library);
        var setup = new ProcessSetup(ProcessMode.Offline, false, BlockFrames, ClickMeasure.SampleRate);
        if (!plugin.SetChannels(2))
            throw new InvalidOperationException("the plug-in is not stereo");
        plugin.Setup(setup);
        var first = Read(plugin, before);
        var second = Read(plugin, after);
        first.Apply();
        plugin.SetActive(true);
        using var block = new AudioBlock(plugin, 2, setup);
        plugin.SetProcessing(true);
        double[] output = new double[ClickMeasure.Length];
        for (int at = 0; at < output.Length; at += BlockFrames)
        {
            int frames = Math.Min(BlockFrames, output.Length - at);
            block.Begin(frames);
            for (int i = 0; i < frames; i++)
                block.Float(BusDirection.Input, 0)[i] = block.Float(BusDirection.Input, 1)[i] = TestSine.At(at + i);
            if (at < switchAt && switchAt < at + frames)
                Jump(block.Changes, switchAt - at, first, second);
            if (!plugin.Process(block))
                throw new InvalidOperationException("the plug-in failed to process");
            for (int i = 0; i < frames; i++)
                output[at + i] = block.Float(BusDirection.Output, 0)[i];
        }

        plugin.SetProcessing(false);
        return output;
    }

    // Between points VST3 means straight lines: without a point just before, a jump within a block would be a ramp from its start.
    private static void Jump(ParameterChangeList changes, int offset, ParameterSettings from, ParameterSettings to)
    {
        foreach (var (id, normalized) in to.Values)
        {
            var points = changes.For(id);
            _ = points.Add(offset - 1, from.Values[id]);
            _ = points.Add(offset, normalized);
        }
    }

    private static ParameterSettings Read(PluginInstance plugin, IReadOnlyList<(string Name, string Value)> preset)
    {
        var settings = new ParameterSettings(plugin);
        foreach (var (name, value) in preset)
            settings.Set(name, value);
        return settings;
    }
}
