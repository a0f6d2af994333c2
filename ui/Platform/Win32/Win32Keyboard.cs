using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>
/// Makes keys of Windows' messages. A key that types comes twice, as a key and then as its letter: the key waits for the letter. What the client
/// has no use for is the host's, whose window gets the key itself, and makes a letter of it by its own loop.
/// </summary>
internal sealed unsafe class Win32Keyboard(nint window, nint parent, IWindowClient client)
{
    private TypedLetters _letters;
    private (uint Message, nuint W, nint L) _waiting;

    /// <summary>Handles a key or a letter.</summary>
    /// <param name="message">Of the messages from KeyDown to UnicodeChar.</param>
    /// <param name="w">The key or UTF-16 unit.</param>
    /// <param name="l">What else Windows says of it.</param>
    /// <param name="isOurs">Whether the client has the keyboard; else all goes to the host.</param>
    /// <returns>False where it is for Windows itself.</returns>
    public bool Handle(uint message, nuint w, nint l, bool isOurs)
    {
        switch (message)
        {
            case WindowMessage.KeyDown or WindowMessage.SystemKeyDown or WindowMessage.KeyUp or WindowMessage.SystemKeyUp:
                _waiting = default;
                if ((int)w == VirtualKeys.InputMethod)
                    return false;
                if (!isOurs)
                    PassOn(message, w, l);
                else
                    Press(message, w, l);
                return true;
            case WindowMessage.Char or WindowMessage.SystemChar:
                if (isOurs)
                    Type(_letters.Take((char)w), message, w, l);
                return true;
            case WindowMessage.UnicodeChar:
                if (isOurs && Rune.TryCreate((uint)w, out Rune rune) && !Rune.IsControl(rune))
                    _ = client.Key(new KeyEvent(Key.Character, rune, VirtualKeys.Held));
                return true;
            case WindowMessage.DeadChar or WindowMessage.SystemDeadChar:
                // Windows keeps it, and makes one letter of it and the next.
                _waiting = default;
                return true;
            default:
                return false;
        }
    }

    private void Press(uint message, nuint w, nint l)
    {
        bool isDown = message is WindowMessage.KeyDown or WindowMessage.SystemKeyDown;
        Modifiers held = VirtualKeys.Held;
        Key key = VirtualKeys.KeyOf((int)w);
        bool isCommand = (held & (Modifiers.Control | Modifiers.Alt)) == Modifiers.Control;
        if (key == Key.Character && isDown && !isCommand && LetterFollows())
        {
            _waiting = (message, w, l);
            return;
        }

        Rune letter = key == Key.Character && isCommand ? VirtualKeys.LetterOf((int)w, (held & Modifiers.Shift) != 0) : default;
        if (!client.Key(new KeyEvent(key, letter, held, isDown)))
            PassOn(message, w, l);
    }

    private void Type(Rune letter, uint message, nuint w, nint l)
    {
        // Half a letter, or a key that was told already.
        if (letter == default)
            return;
        var waiting = _waiting;
        _waiting = default;
        if (client.Key(new KeyEvent(Key.Character, letter, VirtualKeys.Held)))
            return;
        if (waiting.Message != 0)
            PassOn(waiting.Message, waiting.W, waiting.L);
        else
            PassOn(message, w, l);
    }

    // The host's loop has made the letter of the key before it handed the key on.
    private bool LetterFollows()
    {
        QueuedMessage next;
        return User32.PeekMessageW(&next, window, WindowMessage.KeyDown, WindowMessage.UnicodeChar, 0) != 0
            && (next.Message is WindowMessage.Char or WindowMessage.DeadChar or WindowMessage.SystemChar or WindowMessage.SystemDeadChar);
    }

    private void PassOn(uint message, nuint w, nint l)
    {
        if (parent != 0)
            _ = User32.PostMessageW(parent, message, w, l);
    }
}
