using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using SemanticEq.Audio;
using SemanticEq.Plugin.Platform;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Host.Doctor;

/// <summary>What does not depend on the plug-in: the system, its processor and libraries, the user's folders.</summary>
internal static class MachineFindings
{
    private const int FeatureLeaf = 1;

    public static IEnumerable<Finding> All() =>
    [
        Finding.Of("command line", () => (Health.Ok, $"{typeof(MachineFindings).Assembly.GetName().Version?.ToString(3)}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessPath}")),
        Finding.Of("system", () => (Health.Ok, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}")),
        Finding.Of("processor", Processor),
        Finding.Of("audio files", () => (Health.Ok, Sndfile.Version)),
        Finding.Of("presets", () => Folder(UserFolders.Data)),
        Finding.Of("settings", () => Folder(UserFolders.Config)),
    ];

    /// <summary>Whether pictures and text can be drawn, with the fonts of a folder.</summary>
    public static (Health, string) Drawing(string fonts)
    {
        bool areOurs = ShippedFonts.Load(fonts);
        using var image = new CairoImage(16, 16);
        image.Canvas.Text("a"u8, 2, 12, new TextStyle(10, Colour.FromRgb(0xFFFFFF)));
        return areOurs ? (Health.Ok, "pictures and text are drawn, in Inter") : (Health.Note, $"text is drawn in another font: Inter is not to be had from {fonts}");
    }

    private static (Health, string) Processor()
    {
        if (!X86Base.IsSupported)
            return (Health.Ok, $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} at once");
        int features = X86Base.CpuId(FeatureLeaf, 0).Ecx;
        bool hasAvx = (features & (1 << 28)) != 0, hasFma = (features & (1 << 12)) != 0;
        string text = $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} at once, AVX {YesNo(hasAvx)}, FMA {YesNo(hasFma)}";
        return hasAvx ? (Health.Ok, text) : (Health.Bad, text + ": the plug-in needs AVX, which processors have since 2011");
    }

    // Made when something is first saved: one that is not there is as it should be.
    private static (Health, string) Folder(string? path)
    {
        if (path is null)
            return (Health.Note, "the system names no folder for them: nothing can be saved");
        if (!Directory.Exists(path))
            return (Health.Ok, $"{path}, made when something is first saved");
        AtomicFile.Write(Path.Combine(path, ".doctor"), []);
        File.Delete(Path.Combine(path, ".doctor"));
        return (Health.Ok, path);
    }

    private static string YesNo(bool has) => has ? "yes" : "no";
}
