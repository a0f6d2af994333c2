using System.Globalization;
using System.Text;

namespace SemanticEq.Ui.Platform;

/// <summary>Reads a list of files as another program hands it over: text/uri-list (RFC 2483, section 5) of file URIs (RFC 8089). Trusts nothing in it.</summary>
internal static class UriList
{
    /// <summary>The most files that are taken of a list; what comes behind is left out.</summary>
    public const int MostFiles = 100;

    private const int EscapeLength = 3;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The absolute paths of this machine's files, in the list's order. Whatever is not one is left out: comments, other schemes, other machines'
    /// files, what is not UTF-8 once its escapes are undone.
    /// </summary>
    /// <param name="list">Lines that end by CR, LF or both.</param>
    public static List<string> Files(ReadOnlySpan<byte> list)
    {
        List<string> files = [];
        while (!list.IsEmpty && files.Count < MostFiles)
        {
            int end = list.IndexOfAny((byte)'\r', (byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? list : list[..end];
            list = end < 0 ? default : list[(end + 1)..];
            if (PathOf(line.Trim(" \t\0"u8)) is { } path)
                files.Add(path);
        }

        return files;
    }

    // file:///path, file://host/path, and file:/path as some write it. Comments begin with #, which no scheme does.
    private static string? PathOf(ReadOnlySpan<byte> uri)
    {
        ReadOnlySpan<byte> scheme = "file:"u8;
        if (uri.Length < scheme.Length || !Ascii.EqualsIgnoreCase(uri[..scheme.Length], scheme))
            return null;
        ReadOnlySpan<byte> rest = uri[scheme.Length..];
        if (rest.StartsWith("//"u8))
        {
            rest = rest["//"u8.Length..];
            int slash = rest.IndexOf((byte)'/');
            if (slash < 0 || !IsThisMachine(rest[..slash]))
                return null;
            rest = rest[slash..];
        }

        return rest.StartsWith("/"u8) ? Unescape(rest) : null;
    }

    // By its first name: some add the domain, and the system knows it without.
    private static bool IsThisMachine(ReadOnlySpan<byte> host)
    {
        int dot = host.IndexOf((byte)'.');
        return host.IsEmpty || Ascii.EqualsIgnoreCase(host, "localhost")
            || Ascii.EqualsIgnoreCase(dot < 0 ? host : host[..dot], Environment.MachineName);
    }

    private static string? Unescape(ReadOnlySpan<byte> escaped)
    {
        byte[] bytes = new byte[escaped.Length];
        int length = 0;
        for (int i = 0; i < escaped.Length; i++)
        {
            byte one = escaped[i];
            if (one == '%')
            {
                if (escaped.Length - i < EscapeLength || !char.IsAsciiHexDigit((char)escaped[i + 1]) || !char.IsAsciiHexDigit((char)escaped[i + 2]))
                    return null;
                one = byte.Parse(escaped.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += EscapeLength - 1;
            }

            // A path ends there for the system, not for who shows it.
            if (one == 0)
                return null;
            bytes[length++] = one;
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
