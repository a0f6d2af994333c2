namespace SemanticEq.Ui.Platform.X11;

/// <summary>The names that are used here, as the server's numbers.</summary>
internal readonly record struct X11Atoms(
    uint Clipboard, uint Utf8String, uint Text, uint PlainText, uint Targets, uint Increments, uint Pasted, uint EmbedInfo)
{
    /// <summary>Of the core protocol: ATOM, STRING.</summary>
    public const uint Atom = 4, Latin1String = 31;

    /// <summary>Asks the server for them and waits for its answer.</summary>
    public static X11Atoms Of(X11Connection connection)
    {
        Span<uint> atoms = stackalloc uint[8];
        connection.Atoms(
            ["CLIPBOARD", "UTF8_STRING", "TEXT", "text/plain;charset=utf-8", "TARGETS", "INCR", "SEMANTIC_EQ_PASTED", "_XEMBED_INFO"], atoms);
        return new X11Atoms(atoms[0], atoms[1], atoms[2], atoms[3], atoms[4], atoms[5], atoms[6], atoms[7]);
    }
}
