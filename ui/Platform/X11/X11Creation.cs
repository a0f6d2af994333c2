using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>Makes the window on the server.</summary>
internal static unsafe class X11Creation
{
    /// <summary>
    /// The events that are asked for: buttons, crossing, motion, exposure, visibility, structure, focus. Not keys: they would come as soon as the
    /// pointer is over the window, and the host would miss them.
    /// </summary>
    public const uint EventMask = 0x4 | 0x8 | 0x10 | 0x20 | 0x40 | 0x8000 | 0x10000 | 0x20000 | 0x200000;

    private const uint BackPixmap = 1 << 0, BorderPixel = 1 << 3, BitGravity = 1 << 4, EventMaskValue = 1 << 11, Colormap = 1 << 13;
    private const uint NoPixmap = 0, NorthWest = 1;
    private const ushort InputOutput = 1;
    private const byte Replace = 0, Bits32 = 32;

    /// <summary>Makes a child window, not shown yet; waits for the server to say whether it could.</summary>
    /// <returns>Its id; 0 where there is no such parent.</returns>
    public static uint Create(X11Connection connection, uint parent, X11Visual visual, int width, int height)
    {
        uint colormap = connection.Screen->DefaultColormap;
        if (visual.Id != connection.Screen->RootVisual)
        {
            colormap = connection.NewId();
            LibXcb.xcb_create_colormap(connection.Handle, 0, colormap, connection.Screen->Root, visual.Id);
        }

        // A border colour and a colour map are needed where the host's window has another depth than ours. Without a ground of its own
        // and with its pixels kept at the top left, the window does not flicker while it is resized.
        uint* values = stackalloc uint[] { NoPixmap, 0, NorthWest, EventMask, colormap };
        uint window = connection.NewId();
        uint cookie = LibXcb.xcb_create_window_checked(
            connection.Handle, visual.Depth, window, parent, 0, 0, (ushort)width, (ushort)height, 0, InputOutput, visual.Id,
            BackPixmap | BorderPixel | BitGravity | EventMaskValue | Colormap, values);
        void* error = LibXcb.xcb_request_check(connection.Handle, cookie);
        bool isMade = error == null;
        NativeMemory.Free(error);
        return isMade ? window : 0;
    }

    /// <summary>A graphics context that asks for no events about copying.</summary>
    public static uint CreateContext(X11Connection connection, uint window)
    {
        const uint graphicsExposures = 1 << 16;
        uint off = 0, gc = connection.NewId();
        LibXcb.xcb_create_gc(connection.Handle, gc, window, graphicsExposures, &off);
        return gc;
    }

    /// <summary>Says by the XEmbed protocol, version 0, that the window wants to be shown, and shows it.</summary>
    public static void Show(X11Connection connection, uint window, X11Atoms atoms)
    {
        uint* info = stackalloc uint[] { 0, 1 };
        LibXcb.xcb_change_property(connection.Handle, Replace, window, atoms.EmbedInfo, atoms.EmbedInfo, Bits32, 2, info);
        LibXcb.xcb_map_window(connection.Handle, window);
    }
}
