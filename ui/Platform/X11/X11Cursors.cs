using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>The looks of the pointer, from the server's cursor font; made when first wanted. The arrow is the host's own.</summary>
internal sealed unsafe class X11Cursors(X11Connection connection, uint window)
{
    private const uint CursorAttribute = 1 << 14;

    private readonly uint[] _cursors = new uint[Enum.GetValues<CursorShape>().Length];
    private CursorShape _shown;
    private uint _font;

    /// <summary>Shows a cursor over the window.</summary>
    public void Show(CursorShape shape)
    {
        if (shape == _shown || (uint)shape >= (uint)_cursors.Length)
            return;
        _shown = shape;
        uint cursor = shape == CursorShape.Arrow ? 0 : Cursor(shape);
        LibXcb.xcb_change_window_attributes(connection.Handle, window, CursorAttribute, &cursor);
    }

    private uint Cursor(CursorShape shape)
    {
        ref uint cursor = ref _cursors[(int)shape];
        if (cursor != 0)
            return cursor;
        if (_font == 0)
        {
            _font = connection.NewId();
            fixed (byte* name = "cursor"u8)
                LibXcb.xcb_open_font(connection.Handle, _font, 6, name);
        }

        cursor = connection.NewId();
        ushort glyph = GlyphOf(shape);
        LibXcb.xcb_create_glyph_cursor(
            connection.Handle, cursor, _font, _font, glyph, (ushort)(glyph + 1), 0, 0, 0, 0xFFFF, 0xFFFF, 0xFFFF);
        return cursor;
    }

    // X11/cursorfont.h.
    private static ushort GlyphOf(CursorShape shape) => shape switch
    {
        CursorShape.Hand => 60,
        CursorShape.Text => 152,
        CursorShape.UpDown => 116,
        CursorShape.Move => 52,
        CursorShape.Resize => 14,
        _ => 68,
    };
}
