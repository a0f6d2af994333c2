using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>Buses and their arrangements (VST 3 documentation, IComponent and IAudioProcessor::setBusArrangements).</summary>
public sealed unsafe class BusConformance : IDisposable
{
    private const ulong FiveOne = 0x3F;
    private readonly RawPlugin _plugin = new();

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public void Every_bus_that_is_counted_is_described_and_no_other()
    {
        (int Direction, string Name, int Type, uint Flags)[] expected =
            [(0, "Input", BusInfo.Main, BusInfo.DefaultActive), (0, "Side-chain", BusInfo.Aux, 0), (1, "Output", BusInfo.Main, BusInfo.DefaultActive)];
        var found = new List<(int, string, int, uint)>();
        foreach (int direction in new[] { 0, 1 })
        {
            int count = _plugin.ComponentTable->GetBusCount(_plugin.Component, MediaType.Audio, direction);
            for (int index = 0; index < count; index++)
            {
                BusInfo info;
                _plugin.ComponentTable->GetBusInfo(_plugin.Component, MediaType.Audio, direction, index, &info).ShouldBe(Result.Ok);
                (info.MediaType, info.Direction).ShouldBe((MediaType.Audio, direction));
                info.ChannelCount.ShouldBe(SpeakerArrangement.Channels(_plugin.Arrangement(direction, index)));
                found.Add((direction, FixedText.ReadUtf16(info.Name, 128), info.BusType, info.Flags));
            }
            BusInfo none;
            ulong arrangement;
            foreach (int index in new[] { -1, int.MinValue, count, count + 1, int.MaxValue })
            {
                _plugin.ComponentTable->GetBusInfo(_plugin.Component, MediaType.Audio, direction, index, &none).ShouldBe(Result.InvalidArgument);
                _plugin.ComponentTable->ActivateBus(_plugin.Component, MediaType.Audio, direction, index, 1).ShouldBe(Result.InvalidArgument);
                _plugin.ProcessorTable->GetBusArrangement(_plugin.Processor, direction, index, &arrangement).ShouldBe(Result.InvalidArgument);
            }
            _plugin.ComponentTable->GetBusCount(_plugin.Component, MediaType.Event, direction).ShouldBe(0);
            _plugin.ComponentTable->GetBusInfo(_plugin.Component, MediaType.Event, direction, 0, &none).ShouldBe(Result.InvalidArgument);
            _plugin.ComponentTable->GetBusInfo(_plugin.Component, MediaType.Audio, direction, 0, null).ShouldBe(Result.InvalidArgument);
        }
        found.ShouldBe(expected);
        _plugin.ComponentTable->GetBusCount(_plugin.Component, 7, 0).ShouldBe(0);
        _plugin.ComponentTable->GetBusCount(_plugin.Component, MediaType.Audio, 7).ShouldBe(0);
    }

    [Fact]
    public void Every_bus_can_be_switched_on_and_off_and_on_again()
    {
        foreach (var (direction, index) in new[] { (0, 0), (0, 1), (1, 0) })
        {
            foreach (byte state in new byte[] { 1, 0, 1, 1, 0, 0 })
                _plugin.ComponentTable->ActivateBus(_plugin.Component, MediaType.Audio, direction, index, state).ShouldBe(Result.Ok);
        }
    }

    [Theory]
    [InlineData(SpeakerArrangement.Mono)]
    [InlineData(SpeakerArrangement.Stereo)]
    public void Mono_and_stereo_are_taken_with_any_side_chain_and_told_so(ulong main)
    {
        foreach (ulong side in new[] { SpeakerArrangement.Empty, SpeakerArrangement.Mono, SpeakerArrangement.Stereo })
        {
            _plugin.Arrange(main, side, main).ShouldBe(Result.Ok);
            (_plugin.Arrangement(0, 0), _plugin.Arrangement(0, 1), _plugin.Arrangement(1, 0)).ShouldBe((main, side, main));
        }
    }

    [Theory]
    [InlineData(SpeakerArrangement.Mono, SpeakerArrangement.Stereo, SpeakerArrangement.Stereo)]
    [InlineData(SpeakerArrangement.Stereo, SpeakerArrangement.Mono, SpeakerArrangement.Mono)]
    [InlineData(FiveOne, FiveOne, SpeakerArrangement.Stereo)]
    [InlineData(SpeakerArrangement.Empty, SpeakerArrangement.Stereo, SpeakerArrangement.Stereo)]
    public void What_can_not_be_taken_is_refused_and_the_nearest_is_told(ulong input, ulong output, ulong nearest)
    {
        foreach (ulong before in new[] { SpeakerArrangement.Mono, SpeakerArrangement.Stereo })
        {
            _plugin.Arrange(before, SpeakerArrangement.Stereo, before).ShouldBe(Result.Ok);
            _plugin.Arrange(input, SpeakerArrangement.Stereo, output).ShouldBe(Result.False);
            (_plugin.Arrangement(0, 0), _plugin.Arrangement(1, 0)).ShouldBe((nearest, nearest));
            _plugin.Arrange(nearest, SpeakerArrangement.Stereo, nearest).ShouldBe(Result.Ok, "what is told can be had");
        }
    }

    [Fact]
    public void While_it_is_active_nothing_is_rearranged()
    {
        _plugin.Arrange(SpeakerArrangement.Stereo, SpeakerArrangement.Stereo, SpeakerArrangement.Stereo).ShouldBe(Result.Ok);
        _plugin.Setup().ShouldBe(Result.Ok);
        _plugin.Activate(true);
        _plugin.Arrange(SpeakerArrangement.Mono, SpeakerArrangement.Mono, SpeakerArrangement.Mono).ShouldBe(Result.False);
        (_plugin.Arrangement(0, 0), _plugin.Arrangement(1, 0)).ShouldBe((SpeakerArrangement.Stereo, SpeakerArrangement.Stereo));
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_told_apart_from_what_can_not_be_had()
    {
        ulong stereo = SpeakerArrangement.Stereo;
        _plugin.ProcessorTable->SetBusArrangements(_plugin.Processor, null, 2, &stereo, 1).ShouldBe(Result.InvalidArgument);
        _plugin.ProcessorTable->SetBusArrangements(_plugin.Processor, &stereo, -1, &stereo, 1).ShouldBe(Result.InvalidArgument);
        _plugin.ProcessorTable->SetBusArrangements(_plugin.Processor, &stereo, int.MaxValue, &stereo, 1).ShouldBe(Result.InvalidArgument);
        _plugin.ProcessorTable->SetBusArrangements(_plugin.Processor, null, 0, null, 0).ShouldBe(Result.False);
        _plugin.ProcessorTable->GetBusArrangement(_plugin.Processor, 0, 0, null).ShouldBe(Result.InvalidArgument);
        _plugin.ComponentTable->GetControllerClassId(_plugin.Component, null).ShouldBe(Result.NotImplemented);
        _plugin.ComponentTable->SetIoMode(_plugin.Component, 0).ShouldBe(Result.NotImplemented);
    }
}
