using System.Text.Json;
using SemanticEq.Bench.Running;

namespace SemanticEq.Bench.Report;

/// <summary>The figures for programs: an object a section with a median a key, the quartiles apart, and the machine.</summary>
internal static class JsonReport
{
    /// <summary>Writes the file anew, its folder too where there is none.</summary>
    public static void Write(string path, IReadOnlyList<Measurement> measurements, Machine machine)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        WriteSections(json, measurements, (m, value) => json.WriteNumber(m.Key, Round(value.Median)));
        json.WriteStartObject("quartiles");
        WriteSections(json, measurements, (m, value) =>
        {
            json.WriteStartArray(m.Key);
            json.WriteNumberValue(Round(value.LowerQuartile));
            json.WriteNumberValue(Round(value.UpperQuartile));
            json.WriteEndArray();
        });
        json.WriteEndObject();
        json.WriteStartObject("machine");
        foreach (var (key, value) in machine.Facts)
            json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSections(Utf8JsonWriter json, IReadOnlyList<Measurement> measurements, Action<Measurement, Spread> write)
    {
        foreach (var section in measurements.GroupBy(m => m.Section))
        {
            json.WriteStartObject(section.Key);
            foreach (var m in section)
                write(m, m.Value);
            json.WriteEndObject();
        }
    }

    private static double Round(double value) => double.Parse(value.ToString("G5"));
}
