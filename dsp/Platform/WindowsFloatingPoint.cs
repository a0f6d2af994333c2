using System.Runtime.InteropServices;
using State = SemanticEq.Dsp.FloatingPointEnvironment.State;

namespace SemanticEq.Dsp;

/// <summary>
/// UCRT's _controlfp_s on x86-64: there its denormal mode is MXCSR's two bits (Microsoft's documentation, "_control87, _controlfp").
/// </summary>
internal static unsafe class WindowsFloatingPoint
{
    private const uint DenormalMask = 0x0300_0000; // _MCW_DN
    private const uint Flush = 0x0100_0000; // _DN_FLUSH: operands and results

    private static readonly delegate* unmanaged[SuppressGCTransition]<uint*, uint, uint, int> Control;

    static WindowsFloatingPoint()
    {
        // Tried, and from the system's folder alone: neither an exception on the audio thread nor a file beside the host's program.
        if (OperatingSystem.IsWindows() && RuntimeInformation.ProcessArchitecture == Architecture.X64
            && NativeLibrary.TryLoad("ucrtbase.dll", typeof(WindowsFloatingPoint).Assembly, DllImportSearchPath.System32, out nint runtime)
            && NativeLibrary.TryGetExport(runtime, "_controlfp_s", out nint control))
            Control = (delegate* unmanaged[SuppressGCTransition]<uint*, uint, uint, int>)control;
    }

    public static bool IsAvailable => Control != null;

    public static bool TryFlush(out State before)
    {
        before = default;
        uint modes = 0;
        if (!IsAvailable || Control(&modes, 0, 0) != 0 || (modes & DenormalMask) == Flush)
            return false;
        before[0] = modes & DenormalMask;
        return Control(&modes, Flush, DenormalMask) == 0;
    }

    public static void Restore(in State before)
    {
        uint modes;
        _ = Control(&modes, before[0], DenormalMask);
    }
}
