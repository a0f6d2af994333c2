using System.Runtime.InteropServices;

namespace SemanticEq.Bench.Lv2;

/// <summary>Numbers for URIs, one table a process. Any thread; what it holds is never freed, as plug-ins may keep the pointers.</summary>
internal static unsafe class Lv2Urids
{
    private static readonly Dictionary<string, uint> Numbers = [];
    private static readonly List<nint> Texts = [];

    /// <summary>The callback of urid:map.</summary>
    public static delegate* unmanaged<void*, byte*, uint> MapCallback => &Map;

    /// <summary>The callback of urid:unmap.</summary>
    public static delegate* unmanaged<void*, uint, byte*> UnmapCallback => &Unmap;

    /// <summary>A URI's number, from 1.</summary>
    public static uint Of(string uri)
    {
        lock (Numbers)
        {
            if (!Numbers.TryGetValue(uri, out uint number))
            {
                Texts.Add(Marshal.StringToCoTaskMemUTF8(uri));
                Numbers[uri] = number = (uint)Texts.Count;
            }

            return number;
        }
    }

    [UnmanagedCallersOnly]
    private static uint Map(void* handle, byte* uri) => uri == null ? 0 : Of(Marshal.PtrToStringUTF8((nint)uri)!);

    [UnmanagedCallersOnly]
    private static byte* Unmap(void* handle, uint number)
    {
        lock (Numbers)
            return number == 0 || number > Texts.Count ? null : (byte*)Texts[(int)number - 1];
    }
}
