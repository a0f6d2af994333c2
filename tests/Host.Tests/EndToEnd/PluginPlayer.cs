using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>Plays signals through the built plug-in's binary, offline and in 64-bit samples unless told.</summary>
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

    public double SampleRate { get; set; } = 48000;

    public ProcessMode Mode { get; init; } = ProcessMode.Offline;

    public int BlockSamples { get; init; } = 480;

    /// <summary>32- or 64-bit samples.</summary>
    public bool IsDouble { get; set; } = true;

    /// <summary>The next block's length, at most <see cref="BlockSamples"/>; all as long as that unless told.</summary>
    public Func<int>? NextBlockSamples { get; init; }

    /// <summary>Sets a value by a parameter's title and text, as a user would.</summary>
    public PluginPlayer Set(string title, string text)
    {
        var parameter = Parameter(title);
        Plugin.SetNormalized(parameter.Id, Normalized(parameter, text)).ShouldBeTrue();
        return this;
    }

    /// <summary>Sets values by titles and texts.</summary>
    public PluginPlayer Set(IEnumerable<(string Title, string Text)> values)
    {
        foreach (var (title, text) in values)
            Set(title, text);
        return this;
    }

    /// <summary>The parameter of a title.</summary>
    public HostedParameter Parameter(string title) => Plugin.Parameters.Single(parameter => parameter.Title == title);

    /// <summary>Starts it anew and plays a signal of one or two channels.</summary>
    /// <param name="input">One array a channel.</param>
    /// <param name="changes">Steps: at this sample, this parameter has this text.</param>
    public double[][] Play(double[][] input, params (int Sample, string Title, string Text)[] changes) => Play(input, (block, at) =>
    {
        foreach (var (sample, title, text) in changes)
            Step(block, sample - at, title, text);
    });

    /// <summary>Starts it anew and plays a signal of one or two channels.</summary>
    /// <param name="input">One array a channel; rounded to 32 bits where those are played.</param>
    /// <param name="beforeBlock">Called with each block, begun, and the place of its first sample.</param>
    public double[][] Play(double[][] input, Action<AudioBlock, int> beforeBlock)
    {
        var setup = new ProcessSetup(Mode, IsDouble, BlockSamples, SampleRate);
        Plugin.SetChannels(input.Length).ShouldBeTrue();
        Plugin.Setup(setup);
        Plugin.SetActive(true);
        using var block = new AudioBlock(Plugin, input.Length, setup);
        double[][] output = [.. input.Select(channel => new double[channel.Length])];
        for (int at = 0; at < input[0].Length; at += block.Data())
        {
            block.Begin(Math.Min(NextBlockSamples?.Invoke() ?? BlockSamples, input[0].Length - at));
            Plugin.Listener.Queue(block.Changes);
            beforeBlock(block, at);
            for (int channel = 0; channel < input.Length; channel++)
                Load(block, channel, input[channel].AsSpan(at, block.Data()));
            Plugin.Process(block).ShouldBeTrue();
            for (int channel = 0; channel < input.Length; channel++)
                Store(block, channel, output[channel].AsSpan(at, block.Data()));
        }
        Plugin.SetActive(false);
        return output;
    }

    public void Dispose()
    {
        Plugin.Dispose();
        _library.Dispose();
    }

    private void Load(AudioBlock block, int channel, ReadOnlySpan<double> samples)
    {
        if (IsDouble)
        {
            samples.CopyTo(block.Double(BusDirection.Input, channel));
            return;
        }
        var floats = block.Float(BusDirection.Input, channel);
        for (int i = 0; i < samples.Length; i++)
            floats[i] = (float)samples[i];
    }

    private void Store(AudioBlock block, int channel, Span<double> samples)
    {
        if (IsDouble)
        {
            block.Double(BusDirection.Output, channel).CopyTo(samples);
            return;
        }
        var floats = block.Float(BusDirection.Output, channel);
        for (int i = 0; i < samples.Length; i++)
            samples[i] = floats[i];
    }

    private void Step(AudioBlock block, int offset, string title, string text)
    {
        if (offset < 0 || offset >= block.Data())
            return;
        var parameter = Parameter(title);
        double normalized = Normalized(parameter, text);
        if (offset > 0)
            block.Changes.For(parameter.Id).Add(offset - 1, Plugin.GetNormalized(parameter.Id));
        block.Changes.For(parameter.Id).Add(offset, normalized);
        Plugin.SetNormalized(parameter.Id, normalized);
        foreach (var (id, edited) in Plugin.Listener.Edits)
            block.Changes.For(id).Add(offset, edited);
        Plugin.Listener.Edits.Clear();
    }

    private double Normalized(HostedParameter parameter, string text)
    {
        Plugin.TryParse(parameter.Id, text, out double normalized).ShouldBeTrue($"{parameter.Title} = {text}");
        return normalized;
    }
}

internal static unsafe class AudioBlockLength
{
    /// <summary>Samples of the block that was begun.</summary>
    public static int Data(this AudioBlock block) => block.Data->NumSamples;
}
