namespace SemanticEq.Ui.Platform.X11;

/// <summary>What the keys of a keyboard mean.</summary>
internal interface IKeymap : IDisposable
{
    /// <summary>Whether an event says that this keymap is out of date.</summary>
    bool IsChangedBy(in XEvent e);

    /// <summary>The keysym of a key with the modifiers and the layout that an event's state tells; 0 for none.</summary>
    uint KeysymOf(byte keycode, ushort state);

    /// <summary>The letter that a key has in any Latin layout, for shortcuts under another script; 0 for none.</summary>
    uint LatinOf(byte keycode);
}
