namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IUnitInfo (ivstunits.h).</summary>
public unsafe struct UnitInfoVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>getUnitCount: the root among them.</summary>
    public delegate* unmanaged<void*, int> GetUnitCount;

    /// <summary>getUnitInfo: index.</summary>
    public delegate* unmanaged<void*, int, UnitInfo*, int> GetUnitInfo;

    /// <summary>getProgramListCount.</summary>
    public delegate* unmanaged<void*, int> GetProgramListCount;

    /// <summary>getProgramListInfo: index.</summary>
    public delegate* unmanaged<void*, int, ProgramListInfo*, int> GetProgramListInfo;

    /// <summary>getProgramName: list, program, a String128.</summary>
    public delegate* unmanaged<void*, int, int, char*, int> GetProgramName;

    /// <summary>getProgramInfo: list, program, the name of an attribute, a String128.</summary>
    public delegate* unmanaged<void*, int, int, byte*, char*, int> GetProgramInfo;

    /// <summary>hasProgramPitchNames: list, program.</summary>
    public delegate* unmanaged<void*, int, int, int> HasProgramPitchNames;

    /// <summary>getProgramPitchName: list, program, MIDI pitch, a String128.</summary>
    public delegate* unmanaged<void*, int, int, short, char*, int> GetProgramPitchName;

    /// <summary>getSelectedUnit.</summary>
    public delegate* unmanaged<void*, int> GetSelectedUnit;

    /// <summary>selectUnit.</summary>
    public delegate* unmanaged<void*, int, int> SelectUnit;

    /// <summary>getUnitByBus: media type, direction, bus, channel, the unit.</summary>
    public delegate* unmanaged<void*, int, int, int, int, int*, int> GetUnitByBus;

    /// <summary>setUnitProgramData: list or unit, program, an IBStream.</summary>
    public delegate* unmanaged<void*, int, int, void*, int> SetUnitProgramData;
}

/// <summary>IUnitHandler (ivstunits.h), the host's.</summary>
public unsafe struct UnitHandlerVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>notifyUnitSelection: the unit that a user looks at.</summary>
    public delegate* unmanaged<void*, int, int> NotifyUnitSelection;

    /// <summary>notifyProgramListChange: list, program or <see cref="UnitInfo.AllPrograms"/>.</summary>
    public delegate* unmanaged<void*, int, int, int> NotifyProgramListChange;
}
