using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Tests;

public sealed unsafe class ProcessorTests : IDisposable
{
    private readonly Instance _instance = new();

    public void Dispose() => _instance.Dispose();

    [Theory]
    [InlineData(SpeakerArrangement.Mono, SpeakerArrangement.Mono, Result.Ok, 1)]
    [InlineData(SpeakerArrangement.Stereo, SpeakerArrangement.Stereo, Result.Ok, 2)]
    [InlineData(SpeakerArrangement.Mono, SpeakerArrangement.Stereo, Result.False, 2)]
    [InlineData(0x3FUL, 0x3FUL, Result.False, 2)]
    public void Arrangements_are_accepted_or_refused_and_told(ulong input, ulong output, int expected, int channels)
    {
        var table = _instance.ProcessorTable;
        table->SetBusArrangements(_instance.Processor, &input, 1, &output, 1).ShouldBe(expected);
        ulong now;
        table->GetBusArrangement(_instance.Processor, 1, 0, &now).ShouldBe(Result.Ok);
        now.ShouldBe(channels == 1 ? 1UL << 19 : 3UL);
    }

    [Fact]
    public void Arrangements_without_sense_are_refused()
    {
        var table = _instance.ProcessorTable;
        void* self = _instance.Processor;
        ulong stereo = SpeakerArrangement.Stereo, now;
        table->SetBusArrangements(self, null, 1, &stereo, 1).ShouldBe(Result.InvalidArgument);
        table->SetBusArrangements(self, &stereo, 1, null, 1).ShouldBe(Result.InvalidArgument);
        table->SetBusArrangements(self, &stereo, -1, &stereo, 1).ShouldBe(Result.InvalidArgument);
        table->SetBusArrangements(self, &stereo, int.MaxValue, &stereo, 1).ShouldBe(Result.InvalidArgument);
        table->SetBusArrangements(self, null, 0, null, 0).ShouldBe(Result.False);
        table->GetBusArrangement(self, 0, 9, &now).ShouldBe(Result.InvalidArgument);
        table->GetBusArrangement(self, 0, 0, null).ShouldBe(Result.InvalidArgument);
        _instance.Activate();
        table->SetBusArrangements(self, &stereo, 1, &stereo, 1).ShouldBe(Result.False, "not while active");
    }

    [Fact]
    public void Setups_without_sense_are_refused()
    {
        _instance.ProcessorTable->SetupProcessing(_instance.Processor, null).ShouldBe(Result.InvalidArgument);
        _instance.Setup(maxBlock: 0).ShouldBe(Result.InvalidArgument);
        _instance.Setup(sampleSize: 2).ShouldBe(Result.InvalidArgument);
        _instance.Setup(rate: double.NaN).ShouldBe(Result.InvalidArgument);
        _instance.Setup(rate: -1).ShouldBe(Result.InvalidArgument);
        _instance.Setup(mode: 3).ShouldBe(Result.InvalidArgument);
        _instance.Setup(128, 1, 96000, 2).ShouldBe(Result.Ok);
        _instance.Effect.LastSetup.ShouldBe(new ProcessSetup(ProcessMode.Offline, true, 128, 96000));
        _instance.ProcessorTable->CanProcessSampleSize(_instance.Processor, 1).ShouldBe(Result.Ok);
        _instance.ProcessorTable->CanProcessSampleSize(_instance.Processor, 2).ShouldBe(Result.False);
    }

    [Fact]
    public void Latency_tail_and_processing_come_from_the_effect()
    {
        _instance.ProcessorTable->GetLatencySamples(_instance.Processor).ShouldBe(5u);
        _instance.ProcessorTable->GetTailSamples(_instance.Processor).ShouldBe(9u);
        _instance.ProcessorTable->SetProcessing(_instance.Processor, 1).ShouldBe(Result.Ok);
        _instance.Effect.Processing.ShouldBeTrue();
    }

    [Fact]
    public void A_block_is_processed_in_the_hosts_own_memory()
    {
        _instance.Activate();
        using var block = new Block(2, 64);
        _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.Ok);
        block.Output(0).ToArray().ShouldAllBe(v => v == 2f);
        block.Output(1).ToArray().ShouldAllBe(v => v == 2f);
    }

    [Fact]
    public void An_exception_in_process_gives_silence_and_no_exception()
    {
        _instance.Activate();
        using var block = new Block(2, 64);
        _instance.Effect.Throws = nameof(Effect.Process);
        _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.False);
        block.Output(0).ToArray().ShouldAllBe(v => v == 0f);
        block.Output(1).ToArray().ShouldAllBe(v => v == 0f);
        block.Data->Outputs[0].SilenceFlags.ShouldBe(3UL);
        _instance.Effect.Throws = null;
    }

    [Fact]
    public void What_was_not_agreed_gives_silence_and_never_reaches_the_effect()
    {
        using var block = new Block(2, 64);
        _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.NotInitialized);
        block.Output(0).ToArray().ShouldAllBe(v => v == 0f);
        _instance.Activate();
        block.Data->NumSamples = -1;
        _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.InvalidArgument);
        block.Data->NumSamples = 32;
        block.Data->SymbolicSampleSize = 1;
        _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.InvalidArgument);
        _instance.Effect.Processed.ShouldBe(0);
    }

    [Fact]
    public void A_block_that_is_longer_than_was_promised_is_played()
    {
        _instance.Activate();
        using var block = new Block(2, 65);
        _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.Ok);
        block.Output(1)[64].ShouldBe(2f);
    }

    [Fact]
    public void Blocks_with_missing_buffers_are_survived()
    {
        _instance.Activate();
        var table = _instance.ProcessorTable;
        table->Process(_instance.Processor, null).ShouldBe(Result.InvalidArgument);
        using var block = new Block(2, 64);
        var data = block.Data;
        data->Outputs[0].ChannelBuffers[1] = null;
        table->Process(_instance.Processor, data).ShouldBe(Result.Ok);
        block.Output(0)[0].ShouldBe(2f);
        data->Outputs[0].ChannelBuffers = null;
        table->Process(_instance.Processor, data).ShouldBe(Result.Ok);
        data->Inputs[0].NumChannels = -5;
        table->Process(_instance.Processor, data).ShouldBe(Result.Ok);
        data->NumInputs = -1;
        table->Process(_instance.Processor, data).ShouldBe(Result.Ok);
        data->NumInputs = 1;
        data->Inputs = null;
        data->Outputs = null;
        table->Process(_instance.Processor, data).ShouldBe(Result.Ok);
        data->NumInputs = data->NumOutputs = 0;
        data->NumSamples = 0;
        table->Process(_instance.Processor, data).ShouldBe(Result.Ok);
        _instance.Effect.Throws = nameof(Effect.Process);
        data->NumOutputs = 1;
        data->NumSamples = 64;
        table->Process(_instance.Processor, data).ShouldBe(Result.False, "silence has nowhere to go, and that is fine");
        _instance.Effect.Throws = null;
    }

    [Fact]
    public void A_negative_number_of_buses_or_channels_is_none()
    {
        _instance.Activate();
        foreach (bool buses in new[] { true, false })
        {
            using var block = new Block(2, 64);
            if (buses)
                block.Data->NumInputs = -1;
            else
                block.Data->Inputs[0].NumChannels = -1;
            _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.Ok);
            block.Output(0).ToArray().ShouldAllBe(v => float.IsNaN(v), "the effect had nothing to write from");
        }
    }

    [Fact]
    public void Changes_reach_the_effect_and_its_reports_reach_the_host()
    {
        _instance.Activate();
        using var block = new Block(2, 64);
        TestChanges.Reset();
        block.Data->InputParameterChanges = block.Data->OutputParameterChanges = TestChanges.Self;
        _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.Ok);
        _instance.Effect.Points.ShouldBe([(TestEffect.GainId, 0, 0.0), (TestEffect.GainId, 10, 0.25)]);
        TestChanges.Reported.ShouldBe([(TestEffect.GainId, 0, 0.25)]);
    }

    [Fact]
    public void Queues_that_are_missing_negative_or_refuse_their_points_are_survived()
    {
        _instance.Activate();
        using var block = new Block(2, 64);
        block.Data->InputParameterChanges = block.Data->OutputParameterChanges = TestChanges.Self;
        foreach (int fault in new[] { 0, 1, 2, 3 })
        {
            TestChanges.Reset();
            TestChanges.GivesNoQueue = fault == 0;
            TestChanges.Count = fault == 1 ? -1 : 1;
            TestChanges.PointCount = fault == 2 ? -1 : 2;
            TestChanges.RefusesPoints = fault == 3;
            _instance.ProcessorTable->Process(_instance.Processor, block.Data).ShouldBe(Result.Ok);
            block.Output(0)[63].ShouldBe(2f, "processed, not silenced");
        }
        _instance.Effect.Points.ShouldBeEmpty();
    }

    [Fact]
    public void Exceptions_of_the_effect_become_results()
    {
        var effect = _instance.Effect;
        var table = _instance.ProcessorTable;
        void* self = _instance.Processor;
        ulong stereo = SpeakerArrangement.Stereo, now;
        effect.Throws = nameof(Effect.AcceptChannels);
        table->SetBusArrangements(self, &stereo, 1, &stereo, 1).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.ChannelsOf);
        table->GetBusArrangement(self, 0, 0, &now).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.Setup);
        _instance.Setup().ShouldBe(Result.False);
        effect.Throws = nameof(Effect.SetProcessing);
        table->SetProcessing(self, 1).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.LatencySamples);
        table->GetLatencySamples(self).ShouldBe(0u);
        effect.Throws = nameof(Effect.TailSamples);
        table->GetTailSamples(self).ShouldBe(0u);
        effect.Throws = null;
    }
}
