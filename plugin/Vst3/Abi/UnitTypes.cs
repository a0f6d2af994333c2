namespace SemanticEq.Vst3.Abi;

/// <summary>UnitInfo (ivstunits.h): a group of parameters.</summary>
public unsafe struct UnitInfo
{
    /// <summary>kRootUnitId: the component itself.</summary>
    public const int Root = 0;

    /// <summary>kNoParentUnitId: the root's parent.</summary>
    public const int NoParent = -1;

    /// <summary>kNoProgramListId.</summary>
    public const int NoProgramList = -1;

    /// <summary>kAllProgramInvalid: the whole list has changed.</summary>
    public const int AllPrograms = -1;

    /// <summary>Stable for ever.</summary>
    public int Id;

    /// <summary>The unit that it is a part of.</summary>
    public int ParentUnitId;

    /// <summary>As hosts show it.</summary>
    public fixed char Name[128];

    /// <summary>Its list of programs, or <see cref="NoProgramList"/>.</summary>
    public int ProgramListId;
}

/// <summary>ProgramListInfo (ivstunits.h).</summary>
public unsafe struct ProgramListInfo
{
    /// <summary>Stable for ever.</summary>
    public int Id;

    /// <summary>As hosts show it.</summary>
    public fixed char Name[128];

    /// <summary>How many programs there are.</summary>
    public int ProgramCount;
}
