using System.Runtime.InteropServices;
using State = SemanticEq.Dsp.FloatingPointEnvironment.State;

namespace SemanticEq.Dsp;

/// <summary>
/// libm's fegetmode and fesetmode (fesetenv takes nine times as long) on x86-64: glibc's femode_t is 8 bytes, MXCSR at byte 4.
/// </summary>
internal static unsafe class LinuxFloatingPoint
{
    // MXCSR: flush results to zero (bit 15), take denormal operands as zero (bit 6).
    private const uint FlushBits = 0x8040;
    private const int ControlWord = 1;

    private static readonly delegate* unmanaged[SuppressGCTransition]<State*, int> Get;
    private static readonly delegate* unmanaged[SuppressGCTransition]<State*, int> Set;

    static LinuxFloatingPoint()
    {
        // By name and symbol, tried: a missing library must not throw on the audio thread.
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64
            || !NativeLibrary.TryLoad("libm.so.6", out nint libm)
            || !NativeLibrary.TryGetExport(libm, "fegetmode", out nint get)
            || !NativeLibrary.TryGetExport(libm, "fesetmode", out nint set))
            return;
        Get = (delegate* unmanaged[SuppressGCTransition]<State*, int>)get;
        Set = (delegate* unmanaged[SuppressGCTransition]<State*, int>)set;
    }

    public static bool IsAvailable => Set != null;

    public static bool TryFlush(out State before)
    {
        before = default;
        if (!IsAvailable)
            return false;
        State state = default;
        if (Get(&state) != 0 || (state[ControlWord] & FlushBits) == FlushBits)
            return false;
        before = state;
        state[ControlWord] |= FlushBits;
        return Set(&state) == 0;
    }

    public static void Restore(in State before)
    {
        var state = before;
        Set(&state);
    }
}
