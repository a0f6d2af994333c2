using System.Runtime.InteropServices;
using System.Text;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>Makes one letter of several keys, as ´ and e make é, by the locale's table. Made at the first key that asks for it.</summary>
internal sealed unsafe class Compose : IDisposable
{
    private readonly nint _table;
    private readonly nint _state;
    private bool _isComposing;

    private Compose(nint table) => (_table, _state) = (table, LibXkb.xkb_compose_state_new(table, 0));

    /// <summary>Null where libxkbcommon or the table is missing.</summary>
    public static Compose? TryCreate()
    {
        if (!NativeLibrary.TryLoad(LibXkb.Name, typeof(Compose).Assembly, null, out _))
            return null;
        nint context = LibXkb.xkb_context_new(0);
        if (context == 0)
            return null;
        nint table = 0;
        fixed (byte* locale = Encoding.UTF8.GetBytes(Locale() + '\0'))
            table = LibXkb.xkb_compose_table_new_from_locale(context, locale, 0);
        // "C" has a table too, but one without accents.
        if (table == 0)
        {
            fixed (byte* locale = "en_US.UTF-8\0"u8)
                table = LibXkb.xkb_compose_table_new_from_locale(context, locale, 0);
        }

        LibXkb.xkb_context_unref(context);
        return table == 0 ? null : new Compose(table);
    }

    /// <summary>Whether keys are being collected, so that the next one belongs here.</summary>
    public bool IsComposing => _isComposing;

    /// <summary>Takes a key's keysym.</summary>
    /// <returns>The keysym that was made; 0 while more keys are awaited, and where they make nothing.</returns>
    public uint Feed(uint keysym)
    {
        if (LibXkb.xkb_compose_state_feed(_state, keysym) != LibXkb.Accepted)
            return 0;
        int status = LibXkb.xkb_compose_state_get_status(_state);
        _isComposing = status == LibXkb.Composing;
        uint made = status == LibXkb.Composed ? LibXkb.xkb_compose_state_get_one_sym(_state) : 0;
        if (!_isComposing)
            LibXkb.xkb_compose_state_reset(_state);
        return made;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        LibXkb.xkb_compose_state_unref(_state);
        LibXkb.xkb_compose_table_unref(_table);
    }

    private static string Locale()
    {
        foreach (string name in (ReadOnlySpan<string>)["LC_ALL", "LC_CTYPE", "LANG"])
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                return value is "C" or "POSIX" or "C.UTF-8" ? "en_US.UTF-8" : value;
        }

        return "en_US.UTF-8";
    }
}
