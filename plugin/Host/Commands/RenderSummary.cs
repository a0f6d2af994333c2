using System.Globalization;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary>The short report after a render.</summary>
internal static class RenderSummary
{
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
                Pace.Offline => "offline",
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
            outcome.TwinDecodes,
            seconds / Math.Max(outcome.ProcessSeconds, 1e-9),
            outcome.ProcessSeconds,
            outcome.TotalSeconds);
    }

    public static void Write(RenderReport report, bool json)
    {
        if (report.ClippedSamples > 0)
            Output.Complain($"{report.ClippedSamples} samples of {report.Output} were clipped at full scale; a .wav would hold them");
        if (json)
        {
            JsonOutput.Write(report, HostJson.Default.RenderReport);
            return;
        }
        Console.WriteLine($"{report.Output}: {report.Seconds.ToString("0.00", CultureInfo.InvariantCulture)} s, {report.SampleRate} Hz, peak {Level(report.PeakDbfs)} dBFS");
        double? louder = report.LoudnessAfterLufs - report.LoudnessBeforeLufs;
        var table = Output.Table("", "before ", "after ", "change ", "at equal loudness ");
        Row(table, "loudness, LUFS", report.LoudnessBeforeLufs, report.LoudnessAfterLufs, louder);
        Row(table, "below 250 Hz, dB", report.BandsBeforeDb.Low, report.BandsAfterDb.Low, louder);
        Row(table, "250 Hz to 1 kHz, dB", report.BandsBeforeDb.LowMid, report.BandsAfterDb.LowMid, louder);
        Row(table, "1 to 4 kHz, dB", report.BandsBeforeDb.HighMid, report.BandsAfterDb.HighMid, louder);
        Row(table, "above 4 kHz, dB", report.BandsBeforeDb.High, report.BandsAfterDb.High, louder);
        Output.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.RealTimeFactor:0} times real time in the plug-in, {report.TwinDecodes} twin decodes ({report.Mode}, blocks of {report.Block})"));
        if (report.Picture is not null)
            Console.WriteLine($"picture: {report.Picture}");
    }

    private static void Row(Spectre.Console.Table table, string name, double? before, double? after, double? louder) =>
        Output.Row(table, name, Level(before), Level(after), Change(after - before), Change(after - before - louder));

    private static string Change(double? db) => db?.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) ?? "";

    private static string Level(double? db) => db?.ToString("0.0", CultureInfo.InvariantCulture) ?? "silent";
}
