using System.Runtime.CompilerServices;

namespace SemanticEq.Dsp;

/// <summary>
/// The thread's floating-point modes, by the system's C library: .NET has no switch of its own. Known here for Linux and Windows on x86-64;
/// elsewhere it says that it is not available.
/// </summary>
internal static class FloatingPointEnvironment
{
    /// <summary>Whether the environment can be changed on this system.</summary>
    public static bool IsAvailable => OperatingSystem.IsWindows() ? WindowsFloatingPoint.IsAvailable : LinuxFloatingPoint.IsAvailable;

    /// <summary>Flushes denormals from now on.</summary>
    /// <param name="before">What to give back to <see cref="Restore"/>.</param>
    /// <returns>Whether anything was changed, so that it must be restored.</returns>
    public static bool TryFlush(out State before) =>
        OperatingSystem.IsWindows() ? WindowsFloatingPoint.TryFlush(out before) : LinuxFloatingPoint.TryFlush(out before);

    /// <summary>Puts back what <see cref="TryFlush"/> found.</summary>
    public static void Restore(in State before)
    {
        if (OperatingSystem.IsWindows())
            WindowsFloatingPoint.Restore(before);
        else
            LinuxFloatingPoint.Restore(before);
    }

    /// <summary>What the system keeps of the modes; what it means is the system's own.</summary>
    [InlineArray(2)]
    public struct State
    {
        private uint _word0;
    }
}
