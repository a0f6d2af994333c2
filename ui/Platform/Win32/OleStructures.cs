using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>FORMATETC.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DataFormat
{
    public ushort Format;
    public void* Device;
    public uint Aspect;
    public int Index;
    public uint Media;

    /// <summary>A list of files, in memory (CF_HDROP, DVASPECT_CONTENT, TYMED_HGLOBAL).</summary>
    public static DataFormat Files => new() { Format = 15, Aspect = 1, Index = -1, Media = 1 };
}

/// <summary>STGMEDIUM.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StorageMedium
{
    public uint Medium;
    public nint Handle;
    public nint Releaser;
}

/// <summary>What a data object can be asked for (IDataObject).</summary>
internal static unsafe class DataObject
{
    private const int GetDataAt = 3, QueryGetDataAt = 5;

    /// <summary>Whether it has data in a format.</summary>
    public static bool Has(void* data, DataFormat format) =>
        ((delegate* unmanaged<void*, DataFormat*, int>)(*(void***)data)[QueryGetDataAt])(data, &format) == 0;

    /// <summary>Gives its data; the medium is then the caller's to release.</summary>
    public static bool TryGet(void* data, DataFormat format, StorageMedium* medium) =>
        ((delegate* unmanaged<void*, DataFormat*, StorageMedium*, int>)(*(void***)data)[GetDataAt])(data, &format, medium) == 0;
}
