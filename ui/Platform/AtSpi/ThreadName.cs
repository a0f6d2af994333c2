using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>The name by which the system's tools list a thread: NativeAOT does not pass on .NET's.</summary>
internal static unsafe partial class ThreadName
{
    private const int SetName = 15;

    /// <summary>Names the thread that calls; the kernel keeps 15 letters.</summary>
    /// <param name="name">Ends with a zero, as literals in UTF-8 do.</param>
    public static void Set(ReadOnlySpan<byte> name)
    {
        fixed (byte* letters = name)
            prctl(SetName, (nint)letters, 0, 0, 0);
    }

    [LibraryImport("libc.so.6")] private static partial int prctl(int option, nint first, nint second, nint third, nint fourth);
}
