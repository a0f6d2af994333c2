namespace SemanticEq.Vst3.Abi;

/// <summary>ViewRect (iplugview.h), in pixels on X11 and Windows.</summary>
public struct ViewRect
{
    /// <summary>Left edge.</summary>
    public int Left;

    /// <summary>Top edge.</summary>
    public int Top;

    /// <summary>Right edge, outside.</summary>
    public int Right;

    /// <summary>Bottom edge, outside.</summary>
    public int Bottom;

    /// <summary>A rectangle of a size, from the origin.</summary>
    public static ViewRect Of(EditorSize size) => new() { Right = size.Width, Bottom = size.Height };

    /// <summary>Its size; null where it is empty, turned over, or larger than any screen.</summary>
    public readonly EditorSize? Size
    {
        get
        {
            long width = (long)Right - Left, height = (long)Bottom - Top;
            return width is > 0 and <= MaxSide && height is > 0 and <= MaxSide ? new EditorSize((int)width, (int)height) : null;
        }
    }

    // X11's own limit of a window's side.
    private const int MaxSide = 32767;
}

/// <summary>The kinds of windows (iplugview.h) and of views (ivsteditcontroller.h).</summary>
public static class ViewNames
{
    /// <summary>kPlatformTypeX11EmbedWindowID.</summary>
    public const string X11 = "X11EmbedWindowID";

    /// <summary>kPlatformTypeHWND.</summary>
    public const string Windows = "HWND";

    /// <summary>kPlatformTypeNSView.</summary>
    public const string MacOS = "NSView";

    /// <summary>ViewType::kEditor.</summary>
    public const string Editor = "editor";

    /// <summary>Room for any of these; longer names are of kinds not known here.</summary>
    public const int Capacity = 64;
}

/// <summary>IContextMenuItem (ivstcontextmenu.h).</summary>
public unsafe struct ContextMenuItem
{
    /// <summary>As users read it.</summary>
    public fixed char Name[FixedText.String128];

    /// <summary>What the item's target is called with.</summary>
    public int Tag;

    /// <summary>kIsSeparator 1, kIsDisabled 2, kIsChecked 4, and groups.</summary>
    public int Flags;
}
