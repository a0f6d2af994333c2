using System.Text;

namespace SemanticEq.Vst3.Abi;

/// <summary>Strings in fixed buffers of structs: cut to fit, always zero-terminated.</summary>
public static unsafe class FixedText
{
    /// <summary>Characters of Steinberg's String128, its zero among them.</summary>
    public const int String128 = 128;

    /// <summary>Writes UTF-8, cut at a whole character.</summary>
    /// <param name="destination">The buffer; null is left alone.</param>
    /// <param name="capacity">Its bytes, the zero among them; above 0.</param>
    /// <param name="text">What to write.</param>
    public static void WriteUtf8(byte* destination, int capacity, string text)
    {
        if (destination == null)
            return;
        var room = new Span<byte>(destination, capacity - 1);
        Encoding.UTF8.GetEncoder().Convert(text, room, flush: true, out _, out int written, out _);
        destination[written] = 0;
    }

    /// <summary>Writes UTF-16, never half of a surrogate pair.</summary>
    /// <param name="destination">The buffer; null is left alone.</param>
    /// <param name="capacity">Its characters, the zero among them; above 0.</param>
    /// <param name="text">What to write.</param>
    public static void WriteUtf16(char* destination, int capacity, string text)
    {
        if (destination == null)
            return;
        int length = Math.Min(capacity - 1, text.Length);
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
            length--;
        text.AsSpan(0, length).CopyTo(new Span<char>(destination, length));
        destination[length] = '\0';
    }

    /// <summary>Reads UTF-8 up to its zero, or the whole buffer where there is none.</summary>
    public static string ReadUtf8(byte* source, int capacity)
    {
        if (source == null)
            return "";
        // Reads no further than the zero: a host's string may end at the edge of its memory.
        int length = 0;
        while (length < capacity && source[length] != 0)
            length++;
        return Encoding.UTF8.GetString(source, length);
    }

    /// <summary>Reads UTF-16 up to its zero, or the whole buffer where there is none.</summary>
    public static string ReadUtf16(char* source, int capacity)
    {
        if (source == null)
            return "";
        int length = 0;
        while (length < capacity && source[length] != '\0')
            length++;
        return new string(source, 0, length);
    }
}
