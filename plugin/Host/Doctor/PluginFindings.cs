using SemanticEq.Dsp;
using SemanticEq.Host.Commands;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Host.Windows;
using SemanticEq.Inference;

namespace SemanticEq.Host.Doctor;

/// <summary>What the installed plug-in does on this machine: each part is tried, from its file to its sound and its window.</summary>
/// <param name="bundle">Which one.</param>
internal sealed class PluginFindings(PluginBundle bundle)
{
    private const double SampleRate = 48000;
    private const double LeastDb = 0.5;

    public IEnumerable<Finding> All()
    {
        yield return Finding.Of("bundle", WhichBundle);
        yield return Finding.Of("model", Model);
        yield return Finding.Of("listener", () => (Health.Ok, Path.GetFileName(bundle.ListenerFolder) + $", {Models.LoadListener(bundle).Words.Count} words"));
        yield return Finding.Of("decoder", OnnxRuntime);
        yield return Finding.Of("plug-in", Load);
        yield return Finding.Of("sound", Sound);
        yield return Finding.Of("drawing", () => MachineFindings.Drawing(bundle.FontFolder));
        yield return Finding.Of("window", Window);
    }

    private (Health, string) WhichBundle()
    {
        string[] others = [.. PluginBundle.Installed.Where(path => path != bundle.Path && Directory.Exists(path))];
        return others.Length == 0
            ? (Health.Ok, bundle.Path)
            : (Health.Note, $"{bundle.Path}; there are others, of which a DAW may take any: {string.Join(", ", others)}");
    }

    private (Health, string) Model()
    {
        var model = Models.Load(bundle);
        return (Health.Ok, $"{model.Version}, {model.Vocabulary.Words.Count} words, {model.Hash}");
    }

    private (Health, string) OnnxRuntime()
    {
        var status = OnnxRuntimeLibrary.Try(bundle.OnnxRuntime, Models.Load(bundle));
        return status.Problem is null
            ? (Health.Ok, $"{status.Engine}, decodes as the built-in decoder does")
            : (Health.Note, $"{status.Problem}. Words sound the same by the built-in decoder{(status.Remedy is null ? "" : $". {status.Remedy}")}");
    }

    private (Health, string) Load()
    {
        using var session = PluginSession.Open(bundle.Path);
        var description = session.Library.AudioEffect;
        return (Health.Ok, $"{description.Name} {description.Version}, {session.Plugin.Parameters.Count} parameters, latency {session.Plugin.LatencySamples} samples");
    }

    private (Health, string) Sound()
    {
        string word = Models.Load(bundle).Vocabulary.Words[0].Word;
        using var session = PluginSession.Open(bundle.Path);
        var settings = new ParameterSettings(session.Plugin);
        settings.Set(ParameterSettings.WordA, word);
        var (curve, _) = new CurveProbe(session.Plugin, SampleRate, CommonGrid.FrequenciesHz.ToArray()).Measure(settings.Values);
        double most = curve.Max(Math.Abs);
        return double.IsFinite(most) && most > LeastDb
            ? (Health.Ok, FormattableString.Invariant($"\"{word}\" moves it by up to {most:0.0} dB"))
            : (Health.Bad, FormattableString.Invariant($"\"{word}\" should be heard, and moves it by {most:0.0} dB"));
    }

    private (Health, string) Window()
    {
        if (OperatingSystem.IsLinux() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")))
            return (Health.Note, "not tried: there is no display here (DISPLAY is not set)");
        using var session = PluginSession.Open(bundle.Path);
        using var loop = new RunLoop();
        using var window = new EditorWindow(session.Plugin, loop, new HostManner());
        return (Health.Ok, $"the editor opens, {window.Window.Size.Width} × {window.Window.Size.Height} pixels");
    }
}
