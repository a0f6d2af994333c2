using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>The keymap of the core protocol: two layouts of two levels. Serves where libxkbcommon is missing.</summary>
internal sealed unsafe class CoreKeymap : IKeymap
{
    private const int ReplyBytes = 32;

    private readonly uint[] _keysyms;
    private readonly int _columns;
    private readonly byte _first;

    private CoreKeymap(uint[] keysyms, int columns, byte first) => (_keysyms, _columns, _first) = (keysyms, columns, first);

    /// <summary>Asks the server and waits for its answer.</summary>
    public static CoreKeymap Create(X11Connection connection)
    {
        XSetup* setup = LibXcb.xcb_get_setup(connection.Handle);
        uint cookie = LibXcb.xcb_get_keyboard_mapping(
            connection.Handle, setup->MinKeycode, (byte)(setup->MaxKeycode - setup->MinKeycode + 1));
        XReply* reply = LibXcb.xcb_get_keyboard_mapping_reply(connection.Handle, cookie, null);
        if (reply == null)
            return new CoreKeymap([], 1, 0);
        var keysyms = new ReadOnlySpan<uint>((byte*)reply + ReplyBytes, (int)reply->Length);
        var keymap = new CoreKeymap(keysyms.ToArray(), Math.Max(1, (int)reply->Format), setup->MinKeycode);
        NativeMemory.Free(reply);
        return keymap;
    }

    /// <inheritdoc/>
    public bool IsChangedBy(in XEvent e) => e.Kind == XEventKind.Mapping;

    /// <inheritdoc/>
    public uint KeysymOf(byte keycode, ushort state)
    {
        bool isShifted = (state & 1) != 0, isCapsLocked = (state & 2) != 0;
        int layout = (state >> 13) & 1;
        uint plain = At(keycode, 2 * layout), shifted = At(keycode, (2 * layout) + 1);
        bool isLetter = plain is >= 'a' and <= 'z';
        return (isLetter ? isShifted != isCapsLocked : isShifted) && shifted != 0 ? shifted : plain;
    }

    /// <inheritdoc/>
    public uint LatinOf(byte keycode)
    {
        for (int column = 0; column < _columns; column++)
        {
            if (Keysyms.IsAscii(At(keycode, column)))
                return At(keycode, column);
        }

        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private uint At(byte keycode, int column)
    {
        int index = ((keycode - _first) * _columns) + column;
        return column < _columns && index >= 0 && index < _keysyms.Length ? _keysyms[index] : 0;
    }
}
