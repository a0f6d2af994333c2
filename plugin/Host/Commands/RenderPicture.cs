using SemanticEq.Dsp;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Host.Commands;

/// <summary>The picture of a render: the curve as played at its start, and the spectra of what went in and came out.</summary>
internal static class RenderPicture
{
    private const int Points = 320;
    private const double LowHz = 20, HighHz = 20000;
    private const double SpectrumOctaves = 1.0 / 6.0;
    private static readonly string[] LevelParameters = ["Output gain", "Auto gain", "Dry compare"];

    /// <summary>Refuses, before any work, a place that can't hold a picture.</summary>
    public static void Check(string path)
    {
        OutputPath.Check(path, "--picture");
        if (!Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
            throw new UserError($"--picture {path}: pictures are PNG files, so its name must end in .png");
    }

    public static void Save(
        string path, RenderRequest request, PluginSession session, ParameterSettings settings, IReadOnlyList<AutomationLane> lanes,
        RenderReport report, SignalAnalysis before, SignalAnalysis after)
    {
        double top = Math.Min(HighHz, 0.499 * report.SampleRate);
        double[] hz = [.. Enumerable.Range(0, Points).Select(i => LowHz * Math.Pow(top / LowHz, (double)i / (Points - 1)))];
        var values = new Dictionary<uint, double>(settings.Values);
        foreach (var lane in lanes)
            values[lane.Id] = lane.Initial;
        // The curve is the filters'; what the output stage adds to all frequencies is told by the loudness in the subtitle.
        foreach (string level in LevelParameters)
            values[settings.Find(level).Id] = settings.Find(level).DefaultNormalized;
        using var plugin = PluginInstance.Create(session.Library);
        // It brings the phrases, which are no parameter's value.
        _ = plugin.LoadState(session.Plugin.SaveState());
        var (curve, state) = new CurveProbe(plugin, report.SampleRate, hz).Measure(values);
        var data = new EqPictureData
        {
            Title = Title(request, settings, plugin, values),
            Subtitle = Subtitle(request, report),
            Curve = new FrequencyTrace(hz, curve),
            Bands = [.. SavedState.Bands(state).Select(band => Band(band, report.SampleRate, hz))],
            Before = new FrequencyTrace(hz, before.SpectrumDb(hz, SpectrumOctaves)),
            After = new FrequencyTrace(hz, after.SpectrumDb(hz, SpectrumOctaves)),
        };
        ShippedFonts.Load(session.Bundle.FontFolder);
        try
        {
            EqPicture.Save(path, data);
        }
        catch (Exception e) when (e is CanvasException or IOException)
        {
            throw new UserError($"{report.Output} is written, but its picture is not: {e.Message}", e);
        }
    }

    private static string Title(RenderRequest request, ParameterSettings settings, PluginInstance plugin, Dictionary<uint, double> values)
    {
        string Text(string name)
        {
            var parameter = settings.Find(name);
            double normalized = values.TryGetValue(parameter.Id, out double set) ? set : parameter.DefaultNormalized;
            string text = plugin.Format(parameter.Id, normalized);
            text = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
            return $"{text}{(parameter.Unit.Length > 0 ? " " + parameter.Unit : "")}";
        }

        string words = request.To is null
            ? Text(ParameterSettings.WordA)
            : $"{Text(ParameterSettings.WordA)} to {Text(ParameterSettings.WordB)}, {Text(ParameterSettings.Morph)}";
        return $"{words}, amount {Text(ParameterSettings.Amount)}";
    }

    private static string Subtitle(RenderRequest request, RenderReport report)
    {
        string loudness = report is { LoudnessBeforeLufs: { } before, LoudnessAfterLufs: { } after }
            ? FormattableString.Invariant($": {before:0.0} LUFS before, {after:0.0} LUFS after").Replace("-", "−")
            : "";
        return $"{Path.GetFileName(request.Input)}{loudness}{(request.Automation is null ? "" : "; the curve as at the start")}";
    }

    private static PictureBand Band(SavedBand saved, double sampleRate, double[] hz)
    {
        var band = new Band(BandTypes.TryParse(saved.Type, out var type) ? type : BandType.Bell, saved.Hz, saved.Db, saved.Q);
        double[] response = new double[hz.Length];
        CurveResponse.ComputeDb([band], sampleRate, hz, response);
        return new PictureBand(band, new FrequencyTrace(hz, response));
    }
}
