using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

/// <summary>IUnitInfo as a host asks it.</summary>
public sealed unsafe class UnitTests : IDisposable
{
    private readonly Instance _instance = new();
    private readonly void* _units;

    public UnitTests() => _units = FUnknown.Query(_instance.Controller, InterfaceIds.UnitInfo);

    private UnitInfoVtbl* Table => *(UnitInfoVtbl**)_units;

    public void Dispose()
    {
        TestMenus.AreOffered = false;
        FUnknown.Release(_units);
        _instance.Dispose();
    }

    [Fact]
    public void Without_units_of_its_own_there_is_the_root_and_no_list()
    {
        UnitInfo unit;
        (Table->GetUnitCount(_units), Table->GetProgramListCount(_units)).ShouldBe((1, 0));
        Table->GetUnitInfo(_units, 0, &unit).ShouldBe(Result.Ok);
        (unit.Id, unit.ParentUnitId, unit.ProgramListId).ShouldBe((0, -1, -1));
        Table->GetUnitInfo(_units, 1, &unit).ShouldBe(Result.InvalidArgument);
    }

    [Fact]
    public void A_list_parameter_is_a_unit_and_its_values_are_programs()
    {
        _instance.Effect.AddMode();
        UnitInfo unit;
        Table->GetUnitInfo(_units, 1, &unit).ShouldBe(Result.Ok);
        (unit.Id, unit.ParentUnitId, unit.ProgramListId, FixedText.ReadUtf16(unit.Name, 128)).ShouldBe((4, 0, 4, "Modes"));
        ProgramListInfo list;
        Table->GetProgramListInfo(_units, 0, &list).ShouldBe(Result.Ok);
        (list.Id, list.ProgramCount, FixedText.ReadUtf16(list.Name, 128)).ShouldBe((4, 3, "Mode list"));
        char* name = stackalloc char[FixedText.String128];
        for (int program = 0; program < 3; program++)
        {
            Table->GetProgramName(_units, 4, program, name).ShouldBe(Result.Ok);
            FixedText.ReadUtf16(name, 128).ShouldBe($"mode {program}");
        }
        ParameterInfo gain, mode;
        _instance.ControllerTable->GetParameterInfo(_instance.Controller, 0, &gain).ShouldBe(Result.Ok);
        _instance.ControllerTable->GetParameterInfo(_instance.Controller, 1, &mode).ShouldBe(Result.Ok);
        (gain.UnitId, mode.UnitId).ShouldBe((0, 4));
    }

    [Fact]
    public void What_is_not_there_is_refused_and_what_is_empty_is_no()
    {
        _instance.Effect.AddMode();
        char* name = stackalloc char[FixedText.String128];
        byte* attribute = stackalloc byte[] { (byte)'x', 0 };
        int unit;
        foreach (var (list, program) in new[] { (0, 0), (5, 0), (4, -1), (4, 3), (-1, 0) })
        {
            Table->GetProgramName(_units, list, program, name).ShouldBe(Result.InvalidArgument);
            Table->HasProgramPitchNames(_units, list, program).ShouldBe(Result.InvalidArgument);
        }
        Table->GetProgramName(_units, 4, 0, null).ShouldBe(Result.InvalidArgument);
        Table->GetUnitInfo(_units, 0, null).ShouldBe(Result.InvalidArgument);
        Table->GetProgramListInfo(_units, 1, null).ShouldBe(Result.InvalidArgument);
        Table->HasProgramPitchNames(_units, 4, 0).ShouldBe(Result.False);
        Table->GetProgramPitchName(_units, 4, 0, 60, name).ShouldBe(Result.False);
        Table->GetProgramInfo(_units, 4, 0, attribute, name).ShouldBe(Result.False);
        Table->GetUnitByBus(_units, 0, 0, 0, 0, &unit).ShouldBe(Result.False);
        Table->SetUnitProgramData(_units, 4, 0, null).ShouldBe(Result.NotImplemented);
    }

    [Fact]
    public void A_unit_that_is_there_can_be_selected()
    {
        _instance.Effect.AddMode();
        Table->GetSelectedUnit(_units).ShouldBe(0);
        Table->SelectUnit(_units, 4).ShouldBe(Result.Ok);
        Table->SelectUnit(_units, 5).ShouldBe(Result.InvalidArgument);
        Table->GetSelectedUnit(_units).ShouldBe(4);
    }

    [Fact]
    public void A_host_hears_of_new_names_where_it_has_a_handler_for_that()
    {
        TestMenus.AreOffered = true;
        TestHandler.Calls.Clear();
        TestHandler.References = 0;
        _instance.ControllerTable->SetComponentHandler(_instance.Controller, TestHandler.Self).ShouldBe(Result.Ok);
        _instance.Effect.Host!.ProgramNamesChanged(4, 1);
        _instance.Effect.Host!.ProgramNamesChanged(4, -1);
        TestHandler.Calls.ShouldBe(["program 1 of list 4", "program -1 of list 4"]);
        _ = _instance.ControllerTable->SetComponentHandler(_instance.Controller, null);
        TestHandler.References.ShouldBe(0);
    }

    [Fact]
    public void A_fault_in_it_is_no_fault_of_the_hosts()
    {
        _instance.Effect.AddMode();
        _instance.Effect.Throws = nameof(Effect.ProgramUnits);
        char* name = stackalloc char[FixedText.String128];
        UnitInfo unit;
        Table->GetUnitCount(_units).ShouldBe(1);
        Table->GetUnitInfo(_units, 1, &unit).ShouldBe(Result.False);
        Table->GetProgramName(_units, 4, 0, name).ShouldBe(Result.False);
        Table->SelectUnit(_units, 4).ShouldBe(Result.False);
    }
}
