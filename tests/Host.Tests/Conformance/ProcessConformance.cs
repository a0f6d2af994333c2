using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>Processing in every format and order that the VST 3 documentation allows, and in some that it does not (IAudioProcessor).</summary>
public sealed unsafe class ProcessConformance : IDisposable
{
    private readonly RawPlugin _plugin = new();

    public void Dispose() => _plugin.Dispose();

    public static TheoryData<double> Rates => [8000, 11025, 12345.678, 22050, 32000, 44100, 48000, 88200, 96000, 176400, 192000, 384000];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Every_rate_plays_both_formats_in_blocks_of_changing_length(double rate)
    {
        var random = new Random(3);
        foreach (int sampleSize in new[] { 0, 1 })
        {
            foreach (int mode in new[] { 0, 1, 2 })
            {
                _plugin.ProcessorTable->CanProcessSampleSize(_plugin.Processor, sampleSize).ShouldBe(Result.Ok);
                _plugin.Setup(rate, 2048, sampleSize, mode).ShouldBe(Result.Ok);
                Set("Word A", "bright");
                _plugin.Activate(true);
                double loudest = 0;
                foreach (int samples in new[] { 1, 2, 3, 64, 511, 512, 1, 2048, 7, 1024 })
                {
                    using var block = new RawBlock(samples, sampleSize, mode: mode);
                    block.Noise(random);
                    block.Play(_plugin).ShouldBe(Result.Ok);
                    loudest = Math.Max(loudest, block.Samples(ref block.Output, 0).Max(Math.Abs));
                }
                loudest.ShouldBeInRange(0.2, 8, $"{rate} Hz");
                _plugin.Activate(false);
            }
        }
        _plugin.ProcessorTable->CanProcessSampleSize(_plugin.Processor, 2).ShouldBe(Result.False);
    }

    [Fact]
    public void What_no_host_may_set_up_is_refused_and_what_was_set_up_stands()
    {
        _plugin.Setup().ShouldBe(Result.Ok);
        foreach (double rate in new[] { 0.0, -48000, double.NaN, double.PositiveInfinity })
            _plugin.Setup(rate).ShouldBe(Result.InvalidArgument);
        _plugin.Setup(1).ShouldBe(Result.False, "a number, but no rate that can be played");
        _plugin.Setup(maxBlock: 0).ShouldBe(Result.InvalidArgument);
        _plugin.Setup(sampleSize: 2).ShouldBe(Result.InvalidArgument);
        _plugin.Setup(mode: 3).ShouldBe(Result.InvalidArgument);
        _plugin.ProcessorTable->SetupProcessing(_plugin.Processor, null).ShouldBe(Result.InvalidArgument);
        _plugin.Activate(true);
        _plugin.Setup(96000).ShouldBe(Result.False, "not while active");
        using var block = new RawBlock(512);
        block.Play(_plugin).ShouldBe(Result.Ok);
    }

    [Fact]
    public void Calls_out_of_order_give_silence_and_then_it_plays()
    {
        using var block = new RawBlock(512);
        block.Noise(new Random(1));
        block.Set(ref block.Output, 0, 9, 0.5);
        block.Play(_plugin).ShouldNotBe(Result.Ok, "before anything was set up");
        (block.Samples(ref block.Output, 0).Max(Math.Abs), block.Output.SilenceFlags).ShouldBe((0, 3UL));
        _plugin.ComponentTable->SetActive(_plugin.Component, 1).ShouldNotBe(Result.Ok, "nothing is set up");
        _plugin.Setup(maxBlock: 256).ShouldBe(Result.Ok);
        block.Play(_plugin).ShouldNotBe(Result.Ok, "not active");
        _plugin.Activate(true);
        _plugin.ComponentTable->SetActive(_plugin.Component, 1).ShouldBe(Result.Ok);
        block.Set(ref block.Output, 0, 9, 0.5);
        block.Play(_plugin).ShouldNotBe(Result.Ok, "longer than promised");
        block.Samples(ref block.Output, 0).Max(Math.Abs).ShouldBe(0);
        block.Data.NumSamples = 256;
        block.Data.SymbolicSampleSize = 1;
        block.Play(_plugin).ShouldNotBe(Result.Ok, "another format than was set up");
        block.Data.SymbolicSampleSize = 0;
        block.Play(_plugin).ShouldBe(Result.Ok);
        block.Samples(ref block.Output, 0).ShouldBe(block.Samples(ref block.Main, 0), "flat");
        _plugin.ProcessorTable->Process(_plugin.Processor, null).ShouldBe(Result.InvalidArgument);
        for (int round = 0; round < 30; round++)
        {
            _plugin.Activate(false);
            _plugin.Activate(true);
            block.Play(_plugin).ShouldBe(Result.Ok);
        }
    }

    [Fact]
    public void A_call_without_samples_brings_its_parameters()
    {
        _plugin.Setup(mode: 2).ShouldBe(Result.Ok);
        _plugin.Activate(true);
        uint gain = Id("Output gain");
        using var flush = new RawBlock(0);
        flush.Changes.For(gain).Add(0, 0.75);
        (flush.Data.NumInputs, flush.Data.NumOutputs) = (0, 0);
        flush.Data.Inputs = flush.Data.Outputs = null;
        flush.Play(_plugin).ShouldBe(Result.Ok);
        using var block = new RawBlock(512);
        block.Noise(new Random(1));
        block.Play(_plugin).ShouldBe(Result.Ok);
        double expected = Math.Pow(10, _plugin.ControllerTable->NormalizedParamToPlain(_plugin.Controller, gain, 0.75) / 20);
        (block.Get(ref block.Output, 0, 500) / block.Get(ref block.Main, 0, 500)).ShouldBe(expected, 1e-3 * expected);
        _plugin.ControllerTable->GetParamNormalized(_plugin.Controller, gain).ShouldBe(0.75);
    }

    [Fact]
    public void Buffers_may_be_one_memory_each_way_or_missing()
    {
        Set("Word A", "warm");
        double[] apart = Play(block => { });
        Play(block =>
        {
            for (int channel = 0; channel < 2; channel++)
                block.Output.ChannelBuffers[channel] = block.Main.ChannelBuffers[channel];
        }).ShouldBe(apart, "in place");
        Play(block =>
        {
            block.Side.NumChannels = 0;
            block.Side.ChannelBuffers = null;
        }).ShouldBe(apart, "a side-chain without channels");
        Play(block => block.Side.ChannelBuffers[0] = block.Side.ChannelBuffers[1] = null).ShouldBe(apart, "a side-chain without memory");
        Play(block => block.Data.NumInputs = 1).ShouldBe(apart, "no side-chain at all");
        Play(block => block.Data.InputParameterChanges = block.Data.OutputParameterChanges = null).ShouldBe(apart, "no queues");
        Play(block => block.Main.ChannelBuffers[1] = null).ShouldBe(apart, "the left one, where the right one is missing");
        _ = Play(block => block.Output.ChannelBuffers = null);
        _ = Play(block => block.Data.Inputs = block.Data.Outputs = null);
        Play(block =>
        {
            block.Data.NumInputs = 0;
            block.Data.Inputs = null;
        }).ShouldAllBe(sample => sample == 0);
    }

    [Fact]
    public void Silence_in_is_told_as_silence_out_once_nothing_rings_any_more()
    {
        Set("Word A", "bright");
        _plugin.Setup().ShouldBe(Result.Ok);
        _plugin.Activate(true);
        using var block = new RawBlock(512);
        block.Noise(new Random(1));
        block.Play(_plugin).ShouldBe(Result.Ok);
        block.Output.SilenceFlags.ShouldBe(0UL, "it sounds");
        for (int channel = 0; channel < 2; channel++)
            new Span<float>(block.Main.ChannelBuffers[channel], 512).Clear();
        block.Main.SilenceFlags = 3;
        uint tail = _plugin.ProcessorTable->GetTailSamples(_plugin.Processor);
        for (long at = 0; block.Output.SilenceFlags != 3; at += 512)
        {
            at.ShouldBeLessThan(tail, "no tail is longer than is told");
            block.Play(_plugin).ShouldBe(Result.Ok);
            bool isZero = Enumerable.Range(0, 2).All(channel => block.Samples(ref block.Output, channel).All(sample => sample == 0));
            (block.Output.SilenceFlags == 3 && !isZero).ShouldBeFalse("what is flagged is zero");
        }
        block.Noise(new Random(2));
        block.Main.SilenceFlags = 0;
        block.Play(_plugin).ShouldBe(Result.Ok);
        block.Output.SilenceFlags.ShouldBe(0UL);
    }

    [Fact]
    public void Nothing_of_the_hosts_clock_is_asked_for()
    {
        void* requirements = FUnknown.Query(_plugin.Component, InterfaceIds.ProcessContextRequirements);
        (*(ProcessContextRequirementsVtbl**)requirements)->GetProcessContextRequirements(requirements).ShouldBe(0u);
        FUnknown.Release(requirements);
        _plugin.ProcessorTable->GetLatencySamples(_plugin.Processor).ShouldBe(0u);
    }

    private uint Id(string title) => _plugin.Parameters.Single(parameter => FixedText.ReadUtf16(parameter.Title, 128) == title).Id;

    private void Set(string title, string text) =>
        _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, Id(title), _plugin.Value(Id(title), text)!.Value).ShouldBe(Result.Ok);

    // The left channel of a block that a test has its way with; offline, so that each time is the same.
    private double[] Play(Action<RawBlock> change)
    {
        _plugin.Setup(mode: 2).ShouldBe(Result.Ok);
        _plugin.Activate(true);
        using var block = new RawBlock(512, mode: 2);
        block.Noise(new Random(4));
        nint left = (nint)block.Output.ChannelBuffers[0];
        change(block);
        if (block.Data.Outputs != null && block.Output.ChannelBuffers != null)
            left = (nint)block.Output.ChannelBuffers[0];
        block.Play(_plugin).ShouldBe(Result.Ok);
        _plugin.Activate(false);
        double[] samples = new double[512];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = ((float*)left)[i];
        return samples;
    }
}
