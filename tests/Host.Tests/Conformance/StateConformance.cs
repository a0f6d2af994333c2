using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>States out and in, while inactive, active and processing (VST 3 documentation, "Persistence").</summary>
public sealed unsafe class StateConformance : IDisposable
{
    private readonly RawPlugin _plugin = new();

    public void Dispose() => _plugin.Dispose();

    private uint[] Settable => [.. _plugin.Parameters.Where(parameter => !((ParameterFlags)parameter.Flags).HasFlag(ParameterFlags.IsReadOnly)).Select(parameter => parameter.Id)];

    [Fact]
    public void What_any_parameter_was_set_to_is_what_another_instance_loads()
    {
        var random = new Random(5);
        using var other = new RawPlugin();
        for (int round = 0; round < 20; round++)
        {
            foreach (uint id in Settable)
                _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, id, random.NextDouble()).ShouldBe(Result.Ok);
            byte[] state = _plugin.Save();
            other.Load(state).ShouldBe(Result.Ok);
            foreach (uint id in Settable)
            {
                double set = _plugin.ControllerTable->GetParamNormalized(_plugin.Controller, id), loaded = other.ControllerTable->GetParamNormalized(other.Controller, id);
                other.Text(id, loaded).ShouldBe(_plugin.Text(id, set), $"parameter {id}");
            }
            other.Save().ShouldBe(state, "opened and saved it does not change");
        }
    }

    [Fact]
    public void Cut_or_damaged_states_are_refused_and_change_nothing()
    {
        byte[] state = _plugin.Save();
        _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, Settable[4], 0.7).ShouldBe(Result.Ok);
        byte[] before = _plugin.Save();
        for (int length = 0; length < state.Length; length += 1 + (state.Length / 100))
            _plugin.Load(state.AsSpan(0, length)).ShouldNotBe(Result.Ok, $"{length} bytes");
        for (int at = 0; at < state.Length; at += 1 + (state.Length / 100))
        {
            byte[] damaged = [.. state];
            damaged[at] ^= 0x10;
            _plugin.Load(damaged).ShouldNotBe(Result.Ok, $"byte {at}");
        }
        _plugin.ComponentTable->SetState(_plugin.Component, null).ShouldBe(Result.InvalidArgument);
        _plugin.ComponentTable->GetState(_plugin.Component, null).ShouldBe(Result.InvalidArgument);
        _plugin.ControllerTable->SetComponentState(_plugin.Controller, null).ShouldBe(Result.InvalidArgument);
        _plugin.Save().ShouldBe(before);
    }

    [Fact]
    public void The_controller_keeps_nothing_apart_and_says_so_by_an_empty_state()
    {
        using var stream = new StateStream();
        _plugin.ControllerTable->GetState(_plugin.Controller, stream.Pointer).ShouldBe(Result.Ok);
        stream.ToArray().ShouldBeEmpty();
        _plugin.ControllerTable->SetState(_plugin.Controller, stream.Pointer).ShouldBe(Result.Ok);
    }

    [Fact]
    public void Bypass_is_kept_and_heard_again()
    {
        var bypass = _plugin.Parameters.Single(parameter => ((ParameterFlags)parameter.Flags).HasFlag(ParameterFlags.IsBypass));
        uint wordA = _plugin.Parameters.Single(parameter => FixedText.ReadUtf16(parameter.Title, 128) == "Word A").Id;
        _ = _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, wordA, _plugin.Value(wordA, "bright")!.Value);
        foreach (double value in new[] { 1.0, 0.0 })
        {
            _ = _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, bypass.Id, value);
            using var loaded = new RawPlugin();
            loaded.Load(_plugin.Save()).ShouldBe(Result.Ok);
            loaded.ControllerTable->GetParamNormalized(loaded.Controller, bypass.Id).ShouldBe(value);
            loaded.Setup(mode: 2).ShouldBe(Result.Ok);
            loaded.Activate(true);
            using var block = new RawBlock(512);
            block.Noise(new Random(1));
            block.Play(loaded).ShouldBe(Result.Ok);
            block.Samples(ref block.Output, 0).SequenceEqual(block.Samples(ref block.Main, 0)).ShouldBe(value == 1.0);
        }
    }

    [Fact]
    public void Loaded_between_blocks_and_again_the_sound_stays_finite_and_the_values_are_the_states()
    {
        var random = new Random(9);
        var states = new List<byte[]>();
        for (int i = 0; i < 4; i++)
        {
            foreach (uint id in Settable)
                _ = _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, id, random.NextDouble());
            states.Add(_plugin.Save());
        }
        _plugin.Setup().ShouldBe(Result.Ok);
        _plugin.Activate(true);
        using var block = new RawBlock(512);
        for (int round = 0; round < 60; round++)
        {
            block.Noise(random);
            block.Play(_plugin).ShouldBe(Result.Ok);
            block.Samples(ref block.Output, round & 1).ShouldAllBe(sample => double.IsFinite(sample));
            _plugin.Load(states[round % states.Count]).ShouldBe(Result.Ok);
            block.Noise(random);
            block.Play(_plugin).ShouldBe(Result.Ok);
            if (round < 8)
                _plugin.Save().ShouldBe(states[round % states.Count], $"round {round}");
        }
    }
}
