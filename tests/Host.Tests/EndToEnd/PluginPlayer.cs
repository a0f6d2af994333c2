using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>Plays signals through the built plug-in's binary, in 64-bit samples unless told.</summary>
internal sealed class PluginPlayer : IDisposable
{
    private readonly PluginLibrary _library;

    /// <param name="bundle">The bundle's folder; the built one unless told.</param>
    public PluginPlayer(string? bundle = null)
    {
        BuiltBundle.Require();
        _library = PluginLibrary.Open(new PluginBundle(bundle ?? BuiltBundle.Path));
        Plugin = PluginInstance.Create(_library);
    }

    public PluginInstance Plugin { get; }

    public double SampleRate { get; init; } = 48000;

    public ProcessMode Mode { get; init; } = ProcessMode.Offline;

    public int BlockSamples { get; init; } = 480;

    /// <summary>Sets a value by a parameter's title and text, as a user would.</summary>
    public PluginPlayer Set(string title, string text)
    {
        var parameter = Find(title);
        Plugin.TryParse(parameter.Id, text, out double normalized).ShouldBeTrue($"{title} = {text}");
        Plugin.SetNormalized(parameter.Id, normalized).ShouldBeTrue();
        return this;
    }

    /// <summary>Starts it anew and plays a signal of one or two channels.</summary>
    /// <param name="input">One array a channel.</param>
    /// <param name="changes">Steps: at this sample, this parameter has this text.</param>
    public double[][] Play(double[][] input, params (int Sample, string Title, string Text)[] changes)
    {
        var setup = new ProcessSetup(Mode, true, BlockSamples, SampleRate);
        Plugin.SetChannels(input.Length).ShouldBeTrue();
        Plugin.Setup(setup);
        Plugin.SetActive(true);
        using var block = new AudioBlock(Plugin, input.Length, setup);
        double[][] output = [.. input.Select(channel => new double[channel.Length])];
        for (int at = 0; at < input[0].Length; at += BlockSamples)
        {
            block.Begin(Math.Min(BlockSamples, input[0].Length - at));
            foreach (var (sample, title, text) in changes)
                Step(block, sample - at, title, text);
            for (int channel = 0; channel < input.Length; channel++)
                input[channel].AsSpan(at, block.Data()).CopyTo(block.Double(BusDirection.Input, channel));
            Plugin.Process(block).ShouldBeTrue();
            for (int channel = 0; channel < input.Length; channel++)
                block.Double(BusDirection.Output, channel).CopyTo(output[channel].AsSpan(at));
        }
        Plugin.SetActive(false);
        return output;
    }

    public void Dispose()
    {
        Plugin.Dispose();
        _library.Dispose();
    }

    private void Step(AudioBlock block, int offset, string title, string text)
    {
        if (offset < 0 || offset >= block.Data())
            return;
        var parameter = Find(title);
        Plugin.TryParse(parameter.Id, text, out double normalized).ShouldBeTrue($"{title} = {text}");
        if (offset > 0)
            block.Changes.For(parameter.Id).Add(offset - 1, Plugin.GetNormalized(parameter.Id));
        block.Changes.For(parameter.Id).Add(offset, normalized);
        Plugin.SetNormalized(parameter.Id, normalized);
    }

    private HostedParameter Find(string title) => Plugin.Parameters.Single(parameter => parameter.Title == title);
}

internal static unsafe class AudioBlockLength
{
    /// <summary>Samples of the block that was begun.</summary>
    public static int Data(this AudioBlock block) => block.Data->NumSamples;
}
