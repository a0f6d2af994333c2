using System.Globalization;
using SemanticEq.Bench.Running;

namespace SemanticEq.Bench.Report;

/// <summary>The figures for people.</summary>
internal static class Table
{
    /// <summary>Writes a line a figure, section by section.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<Measurement> measurements)
    {
        int width = measurements.Max(m => m.Name.Length) + 2;
        foreach (var section in measurements.GroupBy(m => m.Section))
        {
            writer.WriteLine();
            writer.WriteLine($"{section.Key.PadRight(width + 2)}{"median",10} {"",-9} half of all rounds");
            foreach (var m in section)
            {
                var (median, low, high) = m.Value;
                string range = low == high ? "" : $"{Number(low)} to {Number(high)}";
                writer.WriteLine($"  {m.Name.PadRight(width)}{Number(median),10} {m.Unit,-9} {range}");
            }
        }
    }

    // Three digits that count.
    private static string Number(double value) => value.ToString(
        Math.Abs(value) switch { >= 100.0 => "0", >= 10.0 => "0.0", >= 1.0 => "0.00", _ => "0.000" }, CultureInfo.InvariantCulture);
}
