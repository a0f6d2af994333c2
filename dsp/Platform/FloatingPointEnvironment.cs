using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SemanticEq.Dsp;

/// <summary>
/// The thread's floating-point modes, by libm's fegetmode and fesetmode: .NET has no switch of its own, and fesetenv takes nine
/// times as long. Known here for Linux on x86-64 (glibc's femode_t: 8 bytes, MXCSR at byte 4); elsewhere it says that it is not
/// available.
/// </summary>
internal static unsafe class FloatingPointEnvironment
{
    // MXCSR: flush results to zero (bit 15), take denormal operands as zero (bit 6).
    private const uint FlushBits = 0x8040;
    private const int ControlWord = 1;

    private static readonly delegate* unmanaged[SuppressGCTransition]<State*, int> Get;
    private static readonly delegate* unmanaged[SuppressGCTransition]<State*, int> Set;

    static FloatingPointEnvironment()
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

    /// <summary>Whether the environment can be changed on this system.</summary>
    public static bool IsAvailable => Set != null;

    /// <summary>Flushes denormals from now on.</summary>
    /// <param name="before">What to give back to <see cref="Restore"/>.</param>
    /// <returns>Whether anything was changed, so that it must be restored.</returns>
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

    /// <summary>Puts back what <see cref="TryFlush"/> found.</summary>
    public static void Restore(in State before)
    {
        var state = before;
        Set(&state);
    }

    /// <summary>glibc's femode_t.</summary>
    [InlineArray(2)]
    public struct State
    {
        private uint _word0;
    }
}
