using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>The clipboard's text. Another program may have it open: then it is tried again, without waiting.</summary>
internal sealed unsafe class Win32Clipboard(nint window)
{
    /// <summary>The longest text that is taken or given, in UTF-16 units: nobody types that much into an editor.</summary>
    public const int MaxLength = 100_000;

    private const uint UnicodeText = 13, Movable = 2;
    private const nuint MostTries = 20;

    /// <summary>Puts text there.</summary>
    public void Copy(string text)
    {
        if (text.Length > MaxLength || User32.OpenClipboard(window) == 0)
            return;
        _ = User32.EmptyClipboard();
        nint memory = Kernel32.GlobalAlloc(Movable, (nuint)(text.Length + 1) * sizeof(char));
        char* at = memory == 0 ? null : (char*)Kernel32.GlobalLock(memory);
        if (at != null)
        {
            text.CopyTo(new Span<char>(at, text.Length));
            at[text.Length] = '\0';
            _ = Kernel32.GlobalUnlock(memory);
            // From here on it is the system's.
            if (User32.SetClipboardData(UnicodeText, memory) != 0)
                memory = 0;
        }

        if (memory != 0)
            _ = Kernel32.GlobalFree(memory);
        _ = User32.CloseClipboard();
    }

    /// <summary>Has the text come, after what is being handled now.</summary>
    public void Request(nuint tries = 0) => _ = tries < MostTries && User32.PostMessageW(window, WindowMessage.Paste, tries, 0) != 0;

    /// <summary>Gives the client the text, or has it tried again.</summary>
    /// <param name="client">Who asked.</param>
    /// <param name="tries">How often it was tried.</param>
    public void Deliver(IWindowClient client, nuint tries)
    {
        if (User32.OpenClipboard(window) == 0)
        {
            Request(tries + 1);
            return;
        }

        string? text = Read();
        _ = User32.CloseClipboard();
        if (text is not null)
            client.Pasted(text);
    }

    private static string? Read()
    {
        nint memory = User32.GetClipboardData(UnicodeText);
        char* at = memory == 0 ? null : (char*)Kernel32.GlobalLock(memory);
        if (at == null)
            return null;
        // Who put it there may have forgotten the 0 at its end.
        var text = new ReadOnlySpan<char>(at, (int)Math.Min(Kernel32.GlobalSize(memory) / sizeof(char), MaxLength + 1));
        int end = text.IndexOf('\0');
        string? found = end >= 0 ? new string(text[..end]) : text.Length <= MaxLength ? new string(text) : null;
        _ = Kernel32.GlobalUnlock(memory);
        return found;
    }
}
