using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using static SemanticEq.Vst3.Objects.EffectObject;

namespace SemanticEq.Vst3.Objects;

/// <summary>
/// IUnitInfo: the root unit, then <see cref="Effect.ProgramUnits"/>, each with the values of a list parameter as its programs.
/// A unit's program list has the unit's own id. Main thread.
/// </summary>
internal static unsafe class UnitTable
{
    public static readonly UnitInfoVtbl* Table = Make();

    private static UnitInfoVtbl* Make()
    {
        var table = NativeTable.Allocate<UnitInfoVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->GetUnitCount = &GetUnitCount;
        table->GetUnitInfo = &GetUnitInfo;
        table->GetProgramListCount = &GetProgramListCount;
        table->GetProgramListInfo = &GetProgramListInfo;
        table->GetProgramName = &GetProgramName;
        table->GetProgramInfo = &GetProgramInfo;
        table->HasProgramPitchNames = &HasProgramPitchNames;
        table->GetProgramPitchName = &GetProgramPitchName;
        table->GetSelectedUnit = &GetSelectedUnit;
        table->SelectUnit = &SelectUnit;
        table->GetUnitByBus = &GetUnitByBus;
        table->SetUnitProgramData = &SetUnitProgramData;
        return table;
    }

    private static EffectInstance Self(void* self) => Instance(self, UnitSlot);

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => EffectObject.QueryInterface(Of(self, UnitSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => EffectObject.AddRef(Of(self, UnitSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => EffectObject.Release(Of(self, UnitSlot));

    [UnmanagedCallersOnly]
    private static int GetUnitCount(void* self) => CountUnits(self, 1);

    [UnmanagedCallersOnly]
    private static int GetProgramListCount(void* self) => CountUnits(self, 0);

    private static int CountUnits(void* self, int more)
    {
        try
        {
            return Self(self).Effect.ProgramUnits.Count + more;
        }
        catch
        {
            return more;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetUnitInfo(void* self, int index, UnitInfo* info)
    {
        try
        {
            var units = Self(self).Effect.ProgramUnits;
            if (info == null || index < 0 || index > units.Count)
                return Result.InvalidArgument;
            *info = default;
            info->Id = index == 0 ? UnitInfo.Root : units[index - 1].Id;
            info->ParentUnitId = index == 0 ? UnitInfo.NoParent : UnitInfo.Root;
            info->ProgramListId = index == 0 ? UnitInfo.NoProgramList : units[index - 1].Id;
            FixedText.WriteUtf16(info->Name, FixedText.String128, index == 0 ? "Root" : units[index - 1].Name);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetProgramListInfo(void* self, int index, ProgramListInfo* info)
    {
        try
        {
            var instance = Self(self);
            var units = instance.Effect.ProgramUnits;
            if (info == null || (uint)index >= (uint)units.Count)
                return Result.InvalidArgument;
            *info = default;
            info->Id = units[index].Id;
            info->ProgramCount = instance.CountPrograms(units[index]);
            FixedText.WriteUtf16(info->Name, FixedText.String128, units[index].ListName);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetProgramName(void* self, int list, int program, char* name)
    {
        try
        {
            if (name == null || Self(self).FindProgram(list, program) is not { } found)
                return Result.InvalidArgument;
            if (Self(self).Effect.Format(found.Parameter, found.Normalized) is not { } text)
                return Result.False;
            FixedText.WriteUtf16(name, FixedText.String128, text);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    // No program has an attribute, such as an instrument, or names for MIDI pitches.
    [UnmanagedCallersOnly]
    private static int GetProgramInfo(void* self, int list, int program, byte* attribute, char* value) =>
        attribute == null || value == null ? Result.InvalidArgument : Nothing(self, list, program);

    [UnmanagedCallersOnly]
    private static int HasProgramPitchNames(void* self, int list, int program) => Nothing(self, list, program);

    [UnmanagedCallersOnly]
    private static int GetProgramPitchName(void* self, int list, int program, short pitch, char* name) =>
        name == null ? Result.InvalidArgument : Nothing(self, list, program);

    private static int Nothing(void* self, int list, int program)
    {
        try
        {
            return Self(self).FindProgram(list, program) is null ? Result.InvalidArgument : Result.False;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetSelectedUnit(void* self)
    {
        try
        {
            return Self(self).SelectedUnit;
        }
        catch
        {
            return UnitInfo.Root;
        }
    }

    [UnmanagedCallersOnly]
    private static int SelectUnit(void* self, int id)
    {
        try
        {
            if (id != UnitInfo.Root && Self(self).FindUnit(id) is null)
                return Result.InvalidArgument;
            Self(self).SelectedUnit = id;
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    // No bus or channel belongs to a unit of its own.
    [UnmanagedCallersOnly]
    private static int GetUnitByBus(void* self, int mediaType, int direction, int bus, int channel, int* unit) =>
        unit == null ? Result.InvalidArgument : Result.False;

    // A program is a value of a parameter: there is nothing to be loaded into it.
    [UnmanagedCallersOnly]
    private static int SetUnitProgramData(void* self, int listOrUnit, int program, void* stream) => Result.NotImplemented;
}
