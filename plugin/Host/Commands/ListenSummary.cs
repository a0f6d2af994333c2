using System.Globalization;
using SemanticEq.Host.Listening;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Host.Commands;

/// <summary>What people read of <c>listen</c>.</summary>
internal static class ListenSummary
{
    // Bars of half the width are at least so much, so that little looks little.
    private const double LeastFullBar = 2;
    private const int HalfBar = 20;
    private const double TimeStep = 1;

    // A block of BS.1770's gate.
    private const double ShortestSeconds = 0.4;

    /// <summary>Writes it.</summary>
    public static void Write(ListeningReport report, string? picture)
    {
        var track = report.Track;
        Console.WriteLine($"{track.Path}: {Time(track.Seconds)}, {track.SampleRate} Hz, {Channels(track.Channels)}, {Loudness(track)}");
        if (track.SpectrumDb is null)
            Console.WriteLine(track.Seconds < ShortestSeconds ? "it is shorter than the 0.4 s over which loudness is measured" : "all of it is softer than -70 LUFS: nothing is heard");
        else
            WriteWords(report);
        if (report.Against is { SpectrumDb: null } against)
            Console.WriteLine($"nothing in {against.Path} is loud enough to be heard, so that nothing can be compared with it");
        if (picture is not null)
            Console.WriteLine($"picture: {picture}");
    }

    /// <summary>A file's loudness in one line.</summary>
    public static string Loudness(HeardTrack track)
    {
        if (track.IntegratedLufs is not { } integrated)
            return track.TruePeakDb is { } faint ? Text($"too little to measure its loudness, true peak {faint:0.0} dB") : "silent";
        string shortTerm = track.HighestShortTermLufs is { } highest ? Text($" (short-term up to {highest:0.0} LUFS, range {track.RangeLu:0.0} LU)") : "";
        return Text($"{integrated:0.0} LUFS{shortTerm}, true peak {track.TruePeakDb:0.0} dB");
    }

    private static void WriteWords(ListeningReport report)
    {
        var table = report.Change is null ? Output.Table("word", "score ", "") : Output.Table($"against {Path.GetFileName(report.Against!.Path)}", "before ", "now ", "change ", "");
        double[] shown = report.Change ?? report.Overall!;
        double full = Math.Max(LeastFullBar, report.Told.Max(word => Math.Abs(shown[word])));
        foreach (int word in report.Told)
        {
            double now = report.Overall![word];
            if (report.Change?[word] is { } change)
                Output.Row(table, report.Words[word], Score(now - change), Score(now), Score(change), Bar(change / full));
            else
                Output.Row(table, report.Words[word], Score(now), Bar(now / full));
        }

        Output.Write(table);
        Console.WriteLine("0 is an average recording; 1 is what a word of middling strength does to one at 100 %");
        WriteSections(report);
    }

    private static void WriteSections(ListeningReport report)
    {
        if (report.Sections.Count < 2)
            return;
        var table = Output.Table("from ", "to ", "heard most there");
        foreach (var section in report.Sections)
            Output.Row(table, Time(section.StartSeconds), Time(section.EndSeconds), section.Top.Count == 0 ? "silence" : string.Join(", ", section.Top));
        Output.Write(table);
    }

    private static string Bar(double value)
    {
        int length = (int)Math.Min(HalfBar, Math.Round(HalfBar * Math.Abs(value)));
        return value < 0 ? new string(' ', HalfBar - length) + new string('▒', length) + "│" : new string(' ', HalfBar) + "│" + new string('█', length);
    }

    private static string Score(double score) => score.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds < 60 ? Text($"{seconds:0.0} s") : TimeAxis.Label(seconds, TimeStep);

    private static string Channels(int channels) => channels switch { 1 => "mono", 2 => "stereo", _ => $"{channels} channels" };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
