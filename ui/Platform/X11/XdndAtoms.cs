namespace SemanticEq.Ui.Platform.X11;

/// <summary>The names of the XDND protocol, as the server's numbers.</summary>
internal readonly record struct XdndAtoms(
    uint Aware, uint Enter, uint Position, uint Status, uint Leave, uint Drop, uint Finished, uint TypeList, uint Selection, uint Copy,
    uint UriList, uint Dropped)
{
    /// <summary>Asks the server for them and waits for its answer.</summary>
    public static XdndAtoms Of(X11Connection connection)
    {
        Span<uint> atoms = stackalloc uint[12];
        connection.Atoms(
            ["XdndAware", "XdndEnter", "XdndPosition", "XdndStatus", "XdndLeave", "XdndDrop", "XdndFinished", "XdndTypeList", "XdndSelection",
                "XdndActionCopy", "text/uri-list", "SEMANTIC_EQ_DROPPED"], atoms);
        return new XdndAtoms(
            atoms[0], atoms[1], atoms[2], atoms[3], atoms[4], atoms[5], atoms[6], atoms[7], atoms[8], atoms[9], atoms[10], atoms[11]);
    }
}
