using System.Globalization;
using SemanticEq.Audio;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary>The short report after a render.</summary>
internal static class RenderSummary
{
    private const string Silent = "silent";

    public static RenderReport Make(
        RenderRequest request, AudioReader reader, AudioWriter writer, RenderOutcome outcome, SignalAnalysis before, SignalAnalysis after)
    {
        double seconds = (double)outcome.Samples / reader.SampleRate;
        return new RenderReport(
            request.Input,
            request.Output,
            request.Picture,
            reader.SampleRate,
            reader.Channels,
            outcome.Samples,
            seconds,
            request.Pace switch
            {
                Pace.Offline => RenderReport.Offline,
                Pace.Live => "live",
                _ => "live=unpaced",
            },
            request.Block,
            before.LoudnessLufs,
            after.LoudnessLufs,
            before.Bands(),
            after.Bands(),
            writer.Peak > 0 ? 20 * Math.Log10(writer.Peak) : null,
            writer.Clipped,
            before.NonFinite,
            writer.NonFinite,
            outcome.TwinDecodes,
            seconds / Math.Max(outcome.ProcessSeconds, 1e-9),
            outcome.ProcessSeconds,
            outcome.TotalSeconds);
    }

    public static void Write(RenderReport report, bool json)
    {
        foreach (string warning in Warnings(report))
            Output.Complain(warning);
        if (json)
        {
            JsonOutput.Write(report, HostJson.Default.RenderReport);
            return;
        }
        Console.WriteLine($"{report.Output}: {report.Seconds.ToString("0.00", CultureInfo.InvariantCulture)} s, {report.SampleRate} Hz, {Peak(report)}");
        double? louder = report.LoudnessAfterLufs - report.LoudnessBeforeLufs;
        var table = Output.Table("", "before ", "after ", "change ", "at equal loudness ");
        // What has a peak is not silent, but may be shorter than what loudness is measured over, or too soft for it.
        string unmeasured = report.PeakDbfs is null ? Silent : "too little";
        Row(table, "loudness, LUFS", report.LoudnessBeforeLufs, report.LoudnessAfterLufs, louder, unmeasured);
        Row(table, "below 250 Hz, dB", report.BandsBeforeDb.Low, report.BandsAfterDb.Low, louder);
        Row(table, "250 Hz to 1 kHz, dB", report.BandsBeforeDb.LowMid, report.BandsAfterDb.LowMid, louder);
        Row(table, "1 to 4 kHz, dB", report.BandsBeforeDb.HighMid, report.BandsAfterDb.HighMid, louder);
        Row(table, "above 4 kHz, dB", report.BandsBeforeDb.High, report.BandsAfterDb.High, louder);
        Output.Write(table);
        if (report.Match is { } match)
            Console.WriteLine(match);
        if (report.Listening is { Asked: > 0 } listening)
            HeardSummary.Write(listening);
        if (OverDbfs(report) is { } over)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peaks at {over:+0.0} dBFS: turn Output gain down before playing it on ordinary converters"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.RealTimeFactor:0} times real time in the plug-in ({report.Mode}, blocks of {report.Block})"));
        if (report.TwinDecodes > 0)
            Console.WriteLine($"{report.TwinDecodes} of its curves came from the stand-in for the ONNX Runtime: equal within 1e-5, nothing to hear");
        if (report.Picture is not null)
            Console.WriteLine($"picture: {report.Picture}");
    }

    /// <summary>What the user should know beyond the figures, a line each.</summary>
    public static IEnumerable<string> Warnings(RenderReport report)
    {
        foreach (string line in new[] { report.Reading, report.ReadingTo }.OfType<SavedPhrase>().SelectMany(ReadingTable.Warnings))
            yield return line;
        if (report.NonFiniteInputSamples > 0)
            yield return $"{report.NonFiniteInputSamples} samples of {report.Input} are no numbers or infinite: they count as silence";
        if (report.NonFiniteOutputSamples > 0)
            yield return $"{report.NonFiniteOutputSamples} samples of {report.Output} are no numbers or infinite: play it nowhere, turn Output gain down";
        if (report.ClippedSamples > 0)
            yield return $"{report.ClippedSamples} samples of {report.Output} were clipped at full scale; a .wav would hold them";
        // Offline the plug-in waits for the runtime, so that only its absence makes the twin decode.
        if (report is { Mode: RenderReport.Offline, TwinDecodes: > 0 })
            yield return "the ONNX Runtime in the bundle could not be used; its C# twin decoded (equal within 1e-5)";
    }

    /// <summary>How far above full scale the output peaks, in dB; null where it does not, or was clipped there.</summary>
    public static double? OverDbfs(RenderReport report) => report is { PeakDbfs: > 0 and var peak, ClippedSamples: 0 } ? peak : null;

    private static void Row(Spectre.Console.Table table, string name, double? before, double? after, double? louder, string none = Silent) =>
        Output.Row(table, name, Level(before, none), Level(after, none), Change(after - before), Change(after - before - louder));

    private static string Change(double? db) => db?.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) ?? "";

    private static string Peak(RenderReport report) => report switch
    {
        { PeakDbfs: { } peak } => $"peak {Level(peak)} dBFS",
        { NonFiniteOutputSamples: > 0 } => "peak —",
        _ => Silent,
    };

    private static string Level(double? db, string none = Silent) => db?.ToString("0.0", CultureInfo.InvariantCulture) ?? none;
}
