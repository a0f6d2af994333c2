using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>The server's keymap by libxkbcommon: every layout and level.</summary>
internal sealed unsafe class XkbKeymap : IKeymap
{
    private const ushort CoreKeyboard = 0x100, NewKeymaps = 1 | 2, AllParts = 0xFF;
    private const byte NewKeyboard = 0, NewMap = 1;

    private readonly nint _keymap;
    private readonly nint _state;

    private readonly byte _firstEvent;

    private XkbKeymap(nint keymap, byte firstEvent) =>
        (_keymap, _state, _firstEvent) = (keymap, LibXkb.xkb_state_new(keymap), firstEvent);

    /// <summary>Asks the server and waits for its answer. Null where the libraries or the extension are missing.</summary>
    public static XkbKeymap? TryCreate(X11Connection connection)
    {
        byte firstEvent;
        if (!IsThere(LibXkb.Name) || !IsThere(LibXkbX11.Name) || !IsThere(LibXcbXkb.Name)
            || LibXkbX11.xkb_x11_setup_xkb_extension(connection.Handle, 1, 0, 0, null, null, &firstEvent, null) == 0)
            return null;
        // From now on the server tells this connection of new keymaps by the extension's events only.
        LibXcbXkb.xcb_xkb_select_events(connection.Handle, CoreKeyboard, NewKeymaps, 0, NewKeymaps, AllParts, AllParts, null);
        nint context = LibXkb.xkb_context_new(0);
        if (context == 0)
            return null;
        int device = LibXkbX11.xkb_x11_get_core_keyboard_device_id(connection.Handle);
        nint keymap = device < 0 ? 0 : LibXkbX11.xkb_x11_keymap_new_from_device(context, connection.Handle, device, 0);
        LibXkb.xkb_context_unref(context);
        return keymap == 0 ? null : new XkbKeymap(keymap, firstEvent);
    }

    /// <inheritdoc/>
    public bool IsChangedBy(in XEvent e) =>
        ((byte)e.Kind == _firstEvent && (e.Detail is NewKeyboard or NewMap)) || e.Kind == XEventKind.Mapping;

    /// <inheritdoc/>
    public uint KeysymOf(byte keycode, ushort state)
    {
        // An event's state has the modifiers that are in force in its low byte, and the layout in bits 13 and 14.
        LibXkb.xkb_state_update_mask(_state, state & 0xFFu, 0, 0, 0, 0, (uint)(state >> 13) & 3);
        return LibXkb.xkb_state_key_get_one_sym(_state, keycode);
    }

    /// <inheritdoc/>
    public uint LatinOf(byte keycode)
    {
        uint layouts = LibXkb.xkb_keymap_num_layouts_for_key(_keymap, keycode);
        for (uint layout = 0; layout < layouts; layout++)
        {
            uint* keysyms;
            if (LibXkb.xkb_keymap_key_get_syms_by_level(_keymap, keycode, layout, 0, &keysyms) == 1 && Keysyms.IsAscii(*keysyms))
                return *keysyms;
        }

        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        LibXkb.xkb_state_unref(_state);
        LibXkb.xkb_keymap_unref(_keymap);
    }

    private static bool IsThere(string library) => NativeLibrary.TryLoad(library, typeof(XkbKeymap).Assembly, null, out _);
}
