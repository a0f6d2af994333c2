using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Tests;

public sealed unsafe class ComponentTests : IDisposable
{
    private readonly Instance _instance = new();

    public void Dispose() => _instance.Dispose();

    [Fact]
    public void Buses_are_told_with_the_side_chain_off_by_default()
    {
        var table = _instance.ComponentTable;
        void* self = _instance.Component;
        table->GetBusCount(self, MediaType.Audio, 0).ShouldBe(2);
        table->GetBusCount(self, MediaType.Audio, 1).ShouldBe(1);
        table->GetBusCount(self, MediaType.Event, 0).ShouldBe(0);
        table->GetBusCount(self, MediaType.Audio, 2).ShouldBe(0);

        BusInfo main, side;
        table->GetBusInfo(self, MediaType.Audio, 0, 0, &main).ShouldBe(Result.Ok);
        table->GetBusInfo(self, MediaType.Audio, 0, 1, &side).ShouldBe(Result.Ok);
        (main.BusType, main.Flags, main.ChannelCount).ShouldBe((BusInfo.Main, BusInfo.DefaultActive, 2));
        (side.BusType, side.Flags).ShouldBe((BusInfo.Aux, 0u));
        FixedText.ReadUtf16(side.Name, 128).ShouldBe("Side");
    }

    [Fact]
    public void Buses_that_do_not_exist_and_null_pointers_are_refused()
    {
        var table = _instance.ComponentTable;
        void* self = _instance.Component;
        BusInfo info;
        foreach (var (type, direction, index) in new[] { (0, 0, 2), (0, 0, -1), (0, 1, 1), (0, 2, 0), (1, 0, 0), (0, -1, 0) })
        {
            table->GetBusInfo(self, type, direction, index, &info).ShouldBe(Result.InvalidArgument);
            table->ActivateBus(self, type, direction, index, 1).ShouldBe(Result.InvalidArgument);
        }
        table->GetBusInfo(self, 0, 0, 0, null).ShouldBe(Result.InvalidArgument);
        table->SetState(self, null).ShouldBe(Result.InvalidArgument);
        table->GetState(self, null).ShouldBe(Result.InvalidArgument);
        table->GetRoutingInfo(self, null, null).ShouldBe(Result.NotImplemented);
        table->GetControllerClassId(self, null).ShouldBe(Result.NotImplemented);
        table->SetIoMode(self, 0).ShouldBe(Result.NotImplemented);
        table->Base.Initialize(self, null).ShouldBe(Result.Ok);
    }

    [Fact]
    public void A_bus_is_switched()
    {
        _instance.ComponentTable->ActivateBus(_instance.Component, MediaType.Audio, 0, 1, 1).ShouldBe(Result.Ok);
        _instance.Effect.BusSwitch.ShouldBe((BusDirection.Input, 1, true));
    }

    [Fact]
    public void Activation_needs_a_setup()
    {
        _instance.ComponentTable->SetActive(_instance.Component, 1).ShouldBe(Result.NotInitialized);
        _instance.Activate();
        _instance.Setup().ShouldBe(Result.False, "no setup while active");
        _instance.ComponentTable->SetActive(_instance.Component, 0).ShouldBe(Result.Ok);
        _instance.Setup().ShouldBe(Result.Ok);
    }

    [Theory]
    [InlineData(1, Result.Ok)]
    [InlineData(7, Result.False)]
    [InlineData(int.MaxValue, Result.Ok)]
    public void State_survives_streams_that_hand_over_a_few_bytes_at_a_time(int chunk, int endResult)
    {
        _instance.Effect.State = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 7))];
        TestStream.Reset();
        TestStream.ChunkBytes = chunk;
        TestStream.EndResult = endResult;
        _instance.ComponentTable->GetState(_instance.Component, TestStream.Self).ShouldBe(Result.Ok);
        TestStream.Bytes.ShouldBe(_instance.Effect.State);
        _instance.ComponentTable->SetState(_instance.Component, TestStream.Self).ShouldBe(Result.Ok);
        _instance.Effect.Loaded.ShouldBe(_instance.Effect.State);
    }

    [Fact]
    public void Streams_that_end_never_lie_or_refuse_change_nothing()
    {
        TestStream.Reset();
        TestStream.Endless = true;
        _instance.ComponentTable->SetState(_instance.Component, TestStream.Self).ShouldBe(Result.False);
        TestStream.BytesRead.ShouldBeLessThan(17 << 20);
        TestStream.Reset(1, 2, 3);
        TestStream.Lies = true;
        _instance.ComponentTable->SetState(_instance.Component, TestStream.Self).ShouldBe(Result.False);
        _instance.Effect.Loaded.ShouldBeNull();
        _instance.ComponentTable->GetState(_instance.Component, TestStream.Self).ShouldBe(Result.False);
        TestStream.Reset();
        TestStream.Refuses = true;
        _instance.ComponentTable->GetState(_instance.Component, TestStream.Self).ShouldBe(Result.False);
    }

    [Fact]
    public void A_state_that_the_effect_cannot_read_is_told_so()
    {
        _instance.Effect.AcceptsState = false;
        TestStream.Reset(9);
        _instance.ComponentTable->SetState(_instance.Component, TestStream.Self).ShouldBe(Result.False);
    }

    [Fact]
    public void Exceptions_of_the_effect_become_results()
    {
        var effect = _instance.Effect;
        var table = _instance.ComponentTable;
        void* self = _instance.Component;
        BusInfo info;
        TestStream.Reset(1);
        effect.Throws = nameof(Effect.Buses);
        table->GetBusCount(self, 0, 0).ShouldBe(0);
        table->GetBusInfo(self, 0, 0, 0, &info).ShouldBe(Result.False);
        table->ActivateBus(self, 0, 0, 0, 1).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.ChannelsOf);
        table->GetBusInfo(self, 0, 0, 0, &info).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.SetBusActive);
        table->ActivateBus(self, 0, 0, 0, 1).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.SaveState);
        table->GetState(self, TestStream.Self).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.LoadState);
        table->SetState(self, TestStream.Self).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.SetActive);
        _instance.Setup().ShouldBe(Result.Ok);
        table->SetActive(self, 1).ShouldBe(Result.False);
        effect.Throws = null;
    }
}
