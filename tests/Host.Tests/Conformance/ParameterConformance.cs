using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>Parameters, their units and their text (VST 3 documentation, IEditController, IUnitInfo and "Parameters and Automation").</summary>
public sealed unsafe class ParameterConformance : IDisposable
{
    private const int RoundTrips = 6000;
    private readonly RawPlugin _plugin = new();

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public void Every_parameter_is_described_without_contradiction()
    {
        var parameters = _plugin.Parameters;
        parameters.Length.ShouldBeGreaterThan(100);
        parameters.Select(parameter => parameter.Id).ShouldBeUnique();
        parameters.ShouldAllBe(parameter => parameter.Id <= int.MaxValue, "the upper half of ids is the host's");
        parameters.Select(Title).ShouldBeUnique();
        foreach (var parameter in parameters)
        {
            Title(parameter).ShouldNotBeNullOrWhiteSpace();
            parameter.StepCount.ShouldBeGreaterThanOrEqualTo(0);
            parameter.DefaultNormalizedValue.ShouldBeInRange(0, 1);
            _plugin.ControllerTable->GetParamNormalized(_plugin.Controller, parameter.Id).ShouldBe(parameter.DefaultNormalizedValue, 1e-12, Title(parameter));
            var flags = (ParameterFlags)parameter.Flags;
            (flags.HasFlag(ParameterFlags.IsReadOnly) && flags.HasFlag(ParameterFlags.CanAutomate)).ShouldBeFalse(Title(parameter));
            (flags.HasFlag(ParameterFlags.IsHidden) && flags.HasFlag(ParameterFlags.CanAutomate)).ShouldBeFalse(Title(parameter));
            if (flags.HasFlag(ParameterFlags.IsList))
                parameter.StepCount.ShouldBeGreaterThan(0);
        }
        var bypass = parameters.Where(parameter => ((ParameterFlags)parameter.Flags).HasFlag(ParameterFlags.IsBypass)).ShouldHaveSingleItem();
        (bypass.StepCount, ((ParameterFlags)bypass.Flags).HasFlag(ParameterFlags.CanAutomate)).ShouldBe((1, true));
        ParameterInfo none;
        foreach (int index in new[] { -1, parameters.Length, int.MaxValue })
            _plugin.ControllerTable->GetParameterInfo(_plugin.Controller, index, &none).ShouldBe(Result.InvalidArgument);
        _plugin.ControllerTable->GetParameterInfo(_plugin.Controller, 0, null).ShouldBe(Result.InvalidArgument);
    }

    [Fact]
    public void Units_are_a_tree_and_each_parameter_is_in_one_of_them()
    {
        int count = _plugin.UnitTable->GetUnitCount(_plugin.Units), lists = _plugin.UnitTable->GetProgramListCount(_plugin.Units);
        var units = new UnitInfo[count];
        for (int i = 0; i < count; i++)
        {
            fixed (UnitInfo* unit = &units[i])
                _plugin.UnitTable->GetUnitInfo(_plugin.Units, i, unit).ShouldBe(Result.Ok);
        }
        var programs = new ProgramListInfo[lists];
        for (int i = 0; i < lists; i++)
        {
            fixed (ProgramListInfo* list = &programs[i])
                _plugin.UnitTable->GetProgramListInfo(_plugin.Units, i, list).ShouldBe(Result.Ok);
        }
        units.Select(unit => unit.Id).ShouldBeUnique();
        units.Where(unit => unit.ParentUnitId == UnitInfo.NoParent).ShouldHaveSingleItem().Id.ShouldBe(UnitInfo.Root);
        units.Where(unit => unit.ParentUnitId != UnitInfo.NoParent).ShouldAllBe(unit => units.Any(parent => parent.Id == unit.ParentUnitId));
        units.Where(unit => unit.ProgramListId != UnitInfo.NoProgramList).Select(unit => unit.ProgramListId).ShouldBe(programs.Select(list => list.Id));
        _plugin.Parameters.ShouldAllBe(parameter => units.Any(unit => unit.Id == parameter.UnitId));
        var wordA = _plugin.Parameters.Single(parameter => Title(parameter) == "Word A");
        units.Single(unit => unit.Id == wordA.UnitId).ProgramListId.ShouldBe(programs[0].Id);
        programs[0].ProgramCount.ShouldBe(wordA.StepCount + 1);
        char* name = stackalloc char[FixedText.String128];
        for (int program = 0; program < programs[0].ProgramCount; program++)
        {
            _plugin.UnitTable->GetProgramName(_plugin.Units, programs[0].Id, program, name).ShouldBe(Result.Ok);
            FixedText.ReadUtf16(name, 128).ShouldBe(_plugin.Text(wordA.Id, program / (double)wordA.StepCount));
        }
        _plugin.UnitTable->GetProgramName(_plugin.Units, programs[0].Id, programs[0].ProgramCount, name).ShouldBe(Result.InvalidArgument);
    }

    [Fact]
    public void Normalised_values_go_through_plain_ones_and_through_text_and_back()
    {
        var random = new Random(11);
        var parameters = _plugin.Parameters;
        for (int round = 0; round < RoundTrips; round++)
        {
            var parameter = parameters[round % parameters.Length];
            double normalized = round < parameters.Length ? 0 : round < 2 * parameters.Length ? 1 : random.NextDouble();
            string what = $"{Title(parameter)} at {normalized}";
            double plain = _plugin.ControllerTable->NormalizedParamToPlain(_plugin.Controller, parameter.Id, normalized);
            double back = _plugin.ControllerTable->PlainParamToNormalized(_plugin.Controller, parameter.Id, plain);
            back.ShouldBeInRange(0, 1, what);
            if (parameter.StepCount == 0)
                back.ShouldBe(normalized, 1e-9, what);
            else
                Math.Abs(back - normalized).ShouldBeLessThanOrEqualTo(1.0 / parameter.StepCount, what);
            _plugin.ControllerTable->NormalizedParamToPlain(_plugin.Controller, parameter.Id, back).ShouldBe(plain, 1e-9 * Math.Max(1, Math.Abs(plain)), what);
            string text = _plugin.Text(parameter.Id, normalized).ShouldNotBeNull(what);
            text.ShouldNotBeEmpty(what);
            double read = _plugin.Value(parameter.Id, text).ShouldNotBeNull($"{what}: {text}");
            _plugin.Text(parameter.Id, read).ShouldBe(text, what);
            _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, parameter.Id, normalized).ShouldBe(Result.Ok, what);
            _plugin.ControllerTable->GetParamNormalized(_plugin.Controller, parameter.Id).ShouldBe(normalized, what);
        }
    }

    [Fact]
    public void Values_that_are_none_are_refused_or_held_in_range()
    {
        var gain = _plugin.Parameters.Single(parameter => Title(parameter) == "Output gain");
        _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, gain.Id, double.NaN).ShouldBe(Result.InvalidArgument);
        _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, gain.Id, 1e300).ShouldBe(Result.Ok);
        _plugin.ControllerTable->GetParamNormalized(_plugin.Controller, gain.Id).ShouldBe(1);
        _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, uint.MaxValue, 0.5).ShouldBe(Result.InvalidArgument);
        _plugin.Text(uint.MaxValue, 0.5).ShouldBeNull();
        _plugin.Value(uint.MaxValue, "1").ShouldBeNull();
        _plugin.Value(gain.Id, "loud").ShouldBeNull();
        _plugin.ControllerTable->GetParamStringByValue(_plugin.Controller, gain.Id, 0.5, null).ShouldBe(Result.InvalidArgument);
        double value;
        _plugin.ControllerTable->GetParamValueByString(_plugin.Controller, gain.Id, null, &value).ShouldBe(Result.InvalidArgument);
    }

    [Fact]
    public void A_typed_phrase_of_any_script_comes_back_whole()
    {
        var wordA = _plugin.Parameters.Single(parameter => Title(parameter) == "Word A");
        foreach (string phrase in new[] { "más cálido y brillante", "warm 🎵 and bright", "ＷＡＲＭ, warm 明るい" })
        {
            double value = _plugin.Value(wordA.Id, phrase).ShouldNotBeNull(phrase);
            _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, wordA.Id, value).ShouldBe(Result.Ok);
            _plugin.Text(wordA.Id, value).ShouldBe(phrase);
        }
    }

    private static string Title(ParameterInfo parameter) => FixedText.ReadUtf16(parameter.Title, FixedText.String128);
}
