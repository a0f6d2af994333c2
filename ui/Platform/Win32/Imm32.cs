using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Of imm32: where an input method shows what it composes.</summary>
internal static unsafe partial class Imm32
{
    private const string Name = "imm32";

    [LibraryImport(Name)] public static partial nint ImmGetContext(nint window);
    [LibraryImport(Name)] public static partial int ImmReleaseContext(nint window, nint context);
    [LibraryImport(Name)] public static partial int ImmSetCompositionWindow(nint context, CompositionForm* form);
}
