using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// Makes keys of X's key events. The keymap is asked for when the keyboard is first taken, which is a user's click: it is the one wait for
/// the server after opening, some milliseconds.
/// </summary>
internal sealed class X11Keyboard(X11Connection connection) : IDisposable
{
    private IKeymap? _keymap;
    private Compose? _compose;
    private bool _hasTriedCompose;

    /// <summary>Has the keymap be there.</summary>
    public void Prepare() => _keymap ??= (IKeymap?)XkbKeymap.TryCreate(connection) ?? CoreKeymap.Create(connection);

    /// <summary>Sees whether the layout was changed; the keymap is then asked for anew.</summary>
    public void Handle(in XEvent e)
    {
        if (_keymap is not null && _keymap.IsChangedBy(e))
            Forget();
    }

    /// <summary>The event as the window's client knows it.</summary>
    /// <returns>False while keys are collected for one letter.</returns>
    public bool Translate(in XEvent e, out KeyEvent key)
    {
        Prepare();
        bool isDown = e.Kind == XEventKind.KeyPress;
        Modifiers modifiers = X11Pointer.ModifiersOf(e.State);
        uint keysym = _keymap!.KeysymOf(e.Detail, e.State);
        key = default;
        if (isDown && (Keysyms.Composes(keysym) || _compose is { IsComposing: true }))
        {
            if (!_hasTriedCompose)
                _compose = Compose.TryCreate();
            _hasTriedCompose = true;
            // Shift and the like fall through the table untouched.
            if (_compose is not null)
                keysym = _compose.Feed(keysym);
            if (_compose is { IsComposing: true } || (_compose is not null && keysym == 0))
                return false;
        }

        Key meaning = Keysyms.KeyOf(keysym);
        Rune rune = meaning == Key.Character ? Typed(keysym) : default;
        if ((modifiers & Modifiers.Control) != 0 && meaning == Key.Character && rune.Value >= 0x80)
            rune = Keysyms.RuneOf(_keymap.LatinOf(e.Detail)) is { Value: > 0 } latin ? latin : rune;
        key = new KeyEvent(meaning, rune, modifiers, isDown);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _compose?.Dispose();
    }

    private void Forget()
    {
        _keymap?.Dispose();
        _keymap = null;
    }

    private Rune Typed(uint keysym)
    {
        Rune rune = Keysyms.RuneOf(keysym);
        if (rune.Value != 0 || _keymap is not XkbKeymap)
            return rune;
        // Older keysyms (Greek, Cyrillic, currency) have numbers that only tables know.
        return Rune.TryCreate(LibXkb.xkb_keysym_to_utf32(keysym), out rune) && !Rune.IsControl(rune) ? rune : default;
    }
}
