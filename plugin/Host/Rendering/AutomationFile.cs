using System.Globalization;

namespace SemanticEq.Host.Rendering;

/// <summary>A row of an automation file.</summary>
/// <param name="Seconds">From the start, 0 or more.</param>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">Its value in plain units, or a word of its list.</param>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record AutomationRow(double Seconds, string Parameter, string Value, int Line);

/// <summary>Reads automation: CSV with the columns seconds, parameter, value.</summary>
public static class AutomationFile
{
    private static readonly string[] Columns = ["seconds", "parameter", "value"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="UserError">It is missing, or a row is not as it should be.</exception>
    public static IReadOnlyList<AutomationRow> Read(string path)
    {
        var table = CsvTable.Read(path, Columns);
        return [.. table.Rows.Select(row => new AutomationRow(Seconds(path, row), row.Fields[1], row.Fields[2], row.Line))];
    }

    private static double Seconds(string path, CsvRow row) =>
        double.TryParse(row.Fields[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e9
            ? seconds
            : throw new UserError($"{path}, line {row.Line}: {row.Fields[0]} is not a time in seconds");
}
