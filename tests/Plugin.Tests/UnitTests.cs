using SemanticEq.Inference;
using SemanticEq.Plugin.Tests.Editing;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests;

/// <summary>The words as word A's programs.</summary>
public sealed class UnitTests : IDisposable
{
    private readonly SemanticEqEffect _effect = new();
    private readonly RecordingHost _host = new();

    public UnitTests() => _effect.Host = _host;

    public void Dispose() => _effect.Dispose();

    [Fact]
    public void Word_A_is_a_unit_with_its_slots_as_programs_and_stays_a_parameter_that_can_be_automated()
    {
        var unit = _effect.ProgramUnits.ShouldHaveSingleItem();
        var parameter = _effect.Parameters.Single(parameter => parameter.Id == unit.Parameter);

        (unit.Id, unit.Parameter).ShouldBe((1, ParameterId.WordA));
        parameter.StepCount.ShouldBe(Vocabulary.Slots - 1);
        parameter.Flags.ShouldBe(ParameterFlags.CanAutomate | ParameterFlags.IsList, "a program change is hidden from Ardour's users");
        Enumerable.Range(0, Vocabulary.Slots).ShouldAllBe(slot => !string.IsNullOrEmpty(Name(slot)));
        Enumerable.Range(0, Vocabulary.Slots).Select(Name).Distinct().Count().ShouldBe(Vocabulary.Slots, "programs are told apart by name");
    }

    [Fact]
    public void A_typed_phrase_is_told_as_the_new_name_of_its_program_once()
    {
        Name(Vocabulary.Phrase).ShouldBe("Typed phrase");
        _effect.Type(ParameterId.WordA, "warm and bright").ShouldBeTrue();

        _host.ProgramNames.ShouldBe([(1, Vocabulary.Phrase)]);
        Name(Vocabulary.Phrase).ShouldBe("warm and bright");

        _effect.Type(ParameterId.WordA, "warm").ShouldBeTrue();
        _effect.Type(ParameterId.WordB, "muddy and harsh").ShouldBeTrue();
        _host.ProgramNames.Count.ShouldBe(1, "no program was renamed");
    }

    [Fact]
    public void A_loaded_state_tells_its_phrase_and_one_with_the_same_tells_nothing()
    {
        using var other = new SemanticEqEffect();
        other.Type(ParameterId.WordA, "más cálido y brillante").ShouldBeTrue();
        byte[] state = other.SaveState();

        _effect.LoadState(state).ShouldBeTrue();
        _effect.LoadState(state).ShouldBeTrue();

        _host.ProgramNames.ShouldBe([(1, Vocabulary.Phrase)]);
        Name(Vocabulary.Phrase).ShouldBe("más cálido y brillante");
    }

    private string? Name(int slot) => _effect.Format(ParameterId.WordA, slot / (Vocabulary.Slots - 1.0));
}
