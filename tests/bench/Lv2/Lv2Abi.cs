#pragma warning disable CS0649 // filled by a plug-in or by lilv, or left at 0

namespace SemanticEq.Bench.Lv2;

/// <summary>LV2_Descriptor (lv2core 18): what a plug-in's binary offers.</summary>
internal unsafe struct Lv2Descriptor
{
    public byte* Uri;
    public delegate* unmanaged<Lv2Descriptor*, double, byte*, Lv2Feature**, void*> Instantiate;
    public delegate* unmanaged<void*, uint, void*, void> ConnectPort;
    public delegate* unmanaged<void*, void> Activate;
    public delegate* unmanaged<void*, uint, void> Run;
    public delegate* unmanaged<void*, void> Deactivate;
    public delegate* unmanaged<void*, void> Cleanup;
    public delegate* unmanaged<byte*, void*> ExtensionData;
}

/// <summary>LV2_Feature: what a host offers.</summary>
internal unsafe struct Lv2Feature
{
    public byte* Uri;
    public void* Data;
}

/// <summary>LV2_URID_Map.</summary>
internal unsafe struct Lv2UridMap
{
    public void* Handle;
    public delegate* unmanaged<void*, byte*, uint> Map;
}

/// <summary>LV2_URID_Unmap.</summary>
internal unsafe struct Lv2UridUnmap
{
    public void* Handle;
    public delegate* unmanaged<void*, uint, byte*> Unmap;
}

/// <summary>LV2_Options_Option. Context and subject 0: the instance.</summary>
internal unsafe struct Lv2Option
{
    public int Context;
    public uint Subject;
    public uint Key;
    public uint Size;
    public uint Type;
    public void* Value;
}

/// <summary>LV2_Atom_Sequence without events. Size counts what follows the type.</summary>
internal struct Lv2Sequence
{
    public uint Size;
    public uint Type;
    public uint Unit;
    public uint Pad;
}

/// <summary>The head of LilvInstance, which lilv.h's own inline functions read.</summary>
internal unsafe struct LilvInstance
{
    public Lv2Descriptor* Descriptor;
    public void* Handle;
}
