using System.Runtime.InteropServices;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>Whether Cairo is there, said in words before the first call, and its errors in words after.</summary>
internal static class CairoLibrary
{
    /// <summary>Loads the library, or throws <see cref="CanvasException"/> saying how to get it.</summary>
    /// <param name="name">The file to load; another one only in tests.</param>
    public static void EnsureLoaded(string name = LibCairo.Name)
    {
        if (!ShippedLibraries.TryLoad(name))
            throw new CanvasException(
                $"Pictures need the Cairo library ({ShippedLibraries.FileOf(name, OperatingSystem.IsWindows())}), which could not be loaded. "
                + (OperatingSystem.IsWindows()
                    ? "It comes with Semantic EQ: install it again."
                    : "Install it with your package manager: on Debian or Ubuntu, \"sudo apt install libcairo2\"."));
    }

    /// <summary>Throws <see cref="CanvasException"/> unless the status is success.</summary>
    /// <param name="status">A cairo_status_t.</param>
    /// <param name="doing">What was attempted, in words.</param>
    public static unsafe void Check(int status, string doing)
    {
        if (status == LibCairo.StatusSuccess)
            return;
        string reason = Marshal.PtrToStringUTF8((nint)LibCairo.cairo_status_to_string(status)) ?? $"status {status}";
        throw new CanvasException($"Cairo could not {doing}: {reason}.");
    }
}
