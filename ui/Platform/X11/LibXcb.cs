using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// The few functions of libxcb (1.12 or later) that are used here, under their own names. A cookie is a structure of one number and is
/// passed as that number. Windows, atoms and other ids are 32 bits.
/// </summary>
internal static unsafe partial class LibXcb
{
    public const string Name = "libxcb.so.1";

    [LibraryImport(Name)] public static partial nint xcb_connect(byte* display, int* screen);
    [LibraryImport(Name)] public static partial void xcb_disconnect(nint connection);
    [LibraryImport(Name)] public static partial int xcb_connection_has_error(nint connection);
    [LibraryImport(Name)] public static partial int xcb_get_file_descriptor(nint connection);
    [LibraryImport(Name)] public static partial XSetup* xcb_get_setup(nint connection);
    [LibraryImport(Name)] public static partial uint xcb_generate_id(nint connection);
    [LibraryImport(Name)] public static partial int xcb_flush(nint connection);
    [LibraryImport(Name)] public static partial XEvent* xcb_poll_for_event(nint connection);
    [LibraryImport(Name)] public static partial int xcb_poll_for_reply(nint connection, uint request, void** reply, void** error);
    [LibraryImport(Name)] public static partial void xcb_discard_reply(nint connection, uint request);
    [LibraryImport(Name)] public static partial void* xcb_request_check(nint connection, uint cookie);

    [LibraryImport(Name)] public static partial XIterator xcb_setup_roots_iterator(XSetup* setup);
    [LibraryImport(Name)] public static partial void xcb_screen_next(XIterator* screens);
    [LibraryImport(Name)] public static partial XIterator xcb_screen_allowed_depths_iterator(XScreen* screen);
    [LibraryImport(Name)] public static partial void xcb_depth_next(XIterator* depths);
    [LibraryImport(Name)] public static partial XVisual* xcb_depth_visuals(byte* depth);
    [LibraryImport(Name)] public static partial int xcb_depth_visuals_length(byte* depth);
    [LibraryImport(Name)] public static partial XFormat* xcb_setup_pixmap_formats(XSetup* setup);
    [LibraryImport(Name)] public static partial int xcb_setup_pixmap_formats_length(XSetup* setup);

    [LibraryImport(Name)]
    public static partial uint xcb_create_window_checked(
        nint connection, byte depth, uint window, uint parent, short x, short y, ushort width, ushort height, ushort border,
        ushort windowClass, uint visual, uint mask, uint* values);
    [LibraryImport(Name)] public static partial uint xcb_map_window(nint connection, uint window);
    [LibraryImport(Name)] public static partial uint xcb_destroy_window(nint connection, uint window);
    [LibraryImport(Name)] public static partial uint xcb_configure_window(nint connection, uint window, ushort mask, uint* values);
    [LibraryImport(Name)] public static partial uint xcb_change_window_attributes(nint connection, uint window, uint mask, uint* values);
    [LibraryImport(Name)] public static partial uint xcb_get_window_attributes(nint connection, uint window);
    [LibraryImport(Name)]
    public static partial uint xcb_create_colormap(nint connection, byte allocate, uint colormap, uint window, uint visual);

    [LibraryImport(Name)] public static partial uint xcb_intern_atom(nint connection, byte onlyIfExists, ushort length, byte* name);
    [LibraryImport(Name)] public static partial XReply* xcb_intern_atom_reply(nint connection, uint cookie, void** error);
    [LibraryImport(Name)] public static partial uint xcb_query_extension(nint connection, ushort length, byte* name);
    [LibraryImport(Name)] public static partial XReply* xcb_query_extension_reply(nint connection, uint cookie, void** error);

    [LibraryImport(Name)]
    public static partial uint xcb_change_property(
        nint connection, byte mode, uint window, uint property, uint type, byte format, uint length, void* data);
    [LibraryImport(Name)]
    public static partial uint xcb_get_property(
        nint connection, byte delete, uint window, uint property, uint type, uint offset, uint length);
    [LibraryImport(Name)] public static partial byte* xcb_get_property_value(XReply* reply);
    [LibraryImport(Name)] public static partial int xcb_get_property_value_length(XReply* reply);
    [LibraryImport(Name)] public static partial uint xcb_set_selection_owner(nint connection, uint owner, uint selection, uint time);
    [LibraryImport(Name)]
    public static partial uint xcb_convert_selection(
        nint connection, uint requestor, uint selection, uint target, uint property, uint time);
    [LibraryImport(Name)]
    public static partial uint xcb_send_event(nint connection, byte propagate, uint destination, uint mask, XEvent* message);

    [LibraryImport(Name)]
    public static partial uint xcb_translate_coordinates(nint connection, uint from, uint to, short x, short y);

    [LibraryImport(Name)] public static partial uint xcb_get_input_focus(nint connection);
    [LibraryImport(Name)] public static partial uint xcb_set_input_focus(nint connection, byte revertTo, uint focus, uint time);
    [LibraryImport(Name)] public static partial uint xcb_get_keyboard_mapping(nint connection, byte first, byte count);
    [LibraryImport(Name)] public static partial XReply* xcb_get_keyboard_mapping_reply(nint connection, uint cookie, void** error);

    [LibraryImport(Name)] public static partial uint xcb_open_font(nint connection, uint font, ushort length, byte* name);
    [LibraryImport(Name)]
    public static partial uint xcb_create_glyph_cursor(
        nint connection, uint cursor, uint sourceFont, uint maskFont, ushort source, ushort mask, ushort foreRed, ushort foreGreen,
        ushort foreBlue, ushort backRed, ushort backGreen, ushort backBlue);

    [LibraryImport(Name)] public static partial uint xcb_create_gc(nint connection, uint gc, uint drawable, uint mask, uint* values);
    [LibraryImport(Name)]
    public static partial uint xcb_put_image(
        nint connection, byte format, uint drawable, uint gc, ushort width, ushort height, short x, short y, byte leftPad, byte depth,
        uint length, byte* data);
}
