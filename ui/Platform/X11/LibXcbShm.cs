using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>libxcb-shm, the MIT-SHM extension: images by shared memory.</summary>
internal static partial class LibXcbShm
{
    public const string Name = "libxcb-shm.so.0";

    [LibraryImport(Name)] public static partial uint xcb_shm_attach_checked(nint connection, uint segment, uint id, byte readOnly);
    [LibraryImport(Name)] public static partial uint xcb_shm_attach(nint connection, uint segment, uint id, byte readOnly);
    [LibraryImport(Name)] public static partial uint xcb_shm_detach(nint connection, uint segment);
    [LibraryImport(Name)]
    public static partial uint xcb_shm_put_image(
        nint connection, uint drawable, uint gc, ushort totalWidth, ushort totalHeight, ushort sourceX, ushort sourceY, ushort width,
        ushort height, short x, short y, byte depth, byte format, byte sendEvent, uint segment, uint offset);
}
