namespace SemanticEq.Ui.Platform.X11;

/// <summary>How the server keeps pixels, where it can take ours as they are: 32 bits, blue in the lowest byte.</summary>
/// <param name="Id">The visual.</param>
/// <param name="Depth">Bits that count.</param>
internal readonly record struct X11Visual(uint Id, byte Depth)
{
    private const byte TrueColour = 4, LeastByteFirst = 0, Depth24 = 24, Bits32 = 32;

    /// <summary>The screen's own visual if it will do, else another one of 24 bits. Null where there is none.</summary>
    public static unsafe X11Visual? Find(nint connection, XScreen* screen)
    {
        XSetup* setup = LibXcb.xcb_get_setup(connection);
        if (setup->ImageByteOrder != LeastByteFirst || !IsStoredIn32Bits(setup))
            return null;

        X11Visual? found = null;
        XIterator depths = LibXcb.xcb_screen_allowed_depths_iterator(screen);
        for (; depths.Remaining > 0; LibXcb.xcb_depth_next(&depths))
        {
            if (*depths.Data != Depth24)
                continue;
            XVisual* visuals = LibXcb.xcb_depth_visuals(depths.Data);
            for (int i = 0; i < LibXcb.xcb_depth_visuals_length(depths.Data); i++)
            {
                if (!IsOurs(visuals[i]))
                    continue;
                if (visuals[i].Id == screen->RootVisual)
                    return new X11Visual(visuals[i].Id, Depth24);
                found ??= new X11Visual(visuals[i].Id, Depth24);
            }
        }

        return found;
    }

    private static bool IsOurs(in XVisual visual) => visual is
    { Class: TrueColour, RedMask: 0xFF0000, GreenMask: 0x00FF00, BlueMask: 0x0000FF };

    private static unsafe bool IsStoredIn32Bits(XSetup* setup)
    {
        XFormat* formats = LibXcb.xcb_setup_pixmap_formats(setup);
        for (int i = 0; i < LibXcb.xcb_setup_pixmap_formats_length(setup); i++)
        {
            if (formats[i].Depth == Depth24)
                return formats[i].BitsPerPixel == Bits32;
        }

        return false;
    }
}
