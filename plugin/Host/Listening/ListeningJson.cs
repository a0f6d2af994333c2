using System.Text.Encodings.Web;
using System.Text.Json;

namespace SemanticEq.Host.Listening;

/// <summary>The report as JSON: its keys are words, so that it is written by hand. What is no number is null.</summary>
internal static class ListeningJson
{
    // A tenth of what anyone could hear; more digits would only be longer.
    private const int ScoreDigits = 4, LevelDigits = 2, TimeDigits = 3;

    /// <summary>Writes it on standard output, on one line.</summary>
    public static void Write(ListeningReport report)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        // Words of other languages stay readable; the output is no web page.
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, report);
        output.WriteByte((byte)'\n');
    }

    internal static void Write(Utf8JsonWriter json, ListeningReport report)
    {
        json.WriteStartObject();
        WriteScores(json, "overall", report, report.Overall);
        json.WriteStartArray("windows");
        for (int i = 0; i < report.Windows.Count; i++)
        {
            json.WriteStartObject();
            WriteNumber(json, "start_s", report.Track.Windows[i].StartSeconds, TimeDigits);
            WriteNumber(json, "level_db", report.Track.Windows[i].Lufs, LevelDigits);
            WriteScores(json, "scores", report, report.Windows[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (var section in report.Sections)
        {
            json.WriteStartObject();
            WriteNumber(json, "start_s", section.StartSeconds, TimeDigits);
            WriteNumber(json, "end_s", section.EndSeconds, TimeDigits);
            json.WriteStartArray("top");
            foreach (string word in section.Top)
                json.WriteStringValue(word);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.Against is not null)
            WriteScores(json, "change", report, report.Change);
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, string name, ListeningReport report, double[]? scores)
    {
        json.WriteStartObject(name);
        foreach (int word in report.Told)
            WriteNumber(json, report.Words[word], scores?[word], ScoreDigits);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value, int digits)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, Math.Round(number, digits));
        else
            json.WriteNull(name);
    }
}
