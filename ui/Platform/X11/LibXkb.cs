using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>libxkbcommon: what keys type.</summary>
internal static unsafe partial class LibXkb
{
    public const string Name = "libxkbcommon.so.0";
    public const int Accepted = 1, Composing = 1, Composed = 2;

    [LibraryImport(Name)] public static partial nint xkb_context_new(int flags);
    [LibraryImport(Name)] public static partial void xkb_context_unref(nint context);
    [LibraryImport(Name)] public static partial void xkb_keymap_unref(nint keymap);
    [LibraryImport(Name)] public static partial uint xkb_keymap_num_layouts_for_key(nint keymap, uint key);
    [LibraryImport(Name)]
    public static partial int xkb_keymap_key_get_syms_by_level(nint keymap, uint key, uint layout, uint level, uint** syms);
    [LibraryImport(Name)] public static partial nint xkb_state_new(nint keymap);
    [LibraryImport(Name)] public static partial void xkb_state_unref(nint state);
    [LibraryImport(Name)]
    public static partial int xkb_state_update_mask(
        nint state, uint depressed, uint latched, uint locked, uint depressedLayout, uint latchedLayout, uint lockedLayout);
    [LibraryImport(Name)] public static partial uint xkb_state_key_get_one_sym(nint state, uint key);
    [LibraryImport(Name)] public static partial uint xkb_keysym_to_utf32(uint keysym);

    [LibraryImport(Name)] public static partial nint xkb_compose_table_new_from_locale(nint context, byte* locale, int flags);
    [LibraryImport(Name)] public static partial void xkb_compose_table_unref(nint table);
    [LibraryImport(Name)] public static partial nint xkb_compose_state_new(nint table, int flags);
    [LibraryImport(Name)] public static partial void xkb_compose_state_unref(nint state);
    [LibraryImport(Name)] public static partial void xkb_compose_state_reset(nint state);
    [LibraryImport(Name)] public static partial int xkb_compose_state_feed(nint state, uint keysym);
    [LibraryImport(Name)] public static partial int xkb_compose_state_get_status(nint state);
    [LibraryImport(Name)] public static partial uint xkb_compose_state_get_one_sym(nint state);
}

/// <summary>libxcb-xkb, which libxkbcommon-x11 stands on: news of a changed keymap.</summary>
internal static unsafe partial class LibXcbXkb
{
    public const string Name = "libxcb-xkb.so.1";

    [LibraryImport(Name)]
    public static partial uint xcb_xkb_select_events(
        nint connection, ushort device, ushort affectWhich, ushort clear, ushort selectAll, ushort affectMap, ushort map, void* details);
}

/// <summary>libxkbcommon-x11: the server's keymap.</summary>
internal static unsafe partial class LibXkbX11
{
    public const string Name = "libxkbcommon-x11.so.0";

    [LibraryImport(Name)]
    public static partial int xkb_x11_setup_xkb_extension(
        nint connection, ushort major, ushort minor, int flags, ushort* majorOut, ushort* minorOut, byte* baseEvent, byte* baseError);
    [LibraryImport(Name)] public static partial int xkb_x11_get_core_keyboard_device_id(nint connection);
    [LibraryImport(Name)]
    public static partial nint xkb_x11_keymap_new_from_device(nint context, nint connection, int device, int flags);
}
