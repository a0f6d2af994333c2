using System.Text;

namespace SemanticEq.Host.Rendering;

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Fields">In the order of the columns asked for, without spaces around them.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>A small CSV file with named columns in any order; quotes, empty lines and lines that begin with # are understood.</summary>
/// <param name="Rows">Its rows.</param>
public sealed record CsvTable(IReadOnlyList<CsvRow> Rows)
{
    private const long MaxBytes = 64 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns to take, lower case.</param>
    /// <exception cref="UserError">It can't be read, a column or a field is missing.</exception>
    public static CsvTable Read(string path, IReadOnlyList<string> columns)
    {
        string[] lines = Lines(path);
        int header = Array.FindIndex(lines, IsContent);
        if (header < 0)
            throw new UserError($"{path} is empty: its first line must be {string.Join(',', columns)}");
        var names = Split(lines[header]).Select(name => name.Trim('\uFEFF').ToLowerInvariant()).ToList();
        int[] places = [.. columns.Select(column => names.IndexOf(column))];
        if (places.Contains(-1))
            throw new UserError($"{path}: the first line must name the columns {string.Join(',', columns)}");
        var rows = new List<CsvRow>();
        for (int i = header + 1; i < lines.Length; i++)
        {
            if (!IsContent(lines[i]))
                continue;
            var fields = Split(lines[i]);
            if (fields.Count <= places.Max())
                throw new UserError($"{path}, line {i + 1}: {columns.Count} fields are needed ({string.Join(',', columns)})");
            rows.Add(new CsvRow(i + 1, [.. places.Select(place => fields[place])]));
        }
        return new CsvTable(rows);
    }

    private static string[] Lines(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                throw new UserError($"{path} is too large for a table");
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(File.Exists(path) ? $"{path} can't be read: {e.Message}" : $"{path} does not exist", e);
        }
    }

    private static bool IsContent(string line) => line.AsSpan().Trim() is { Length: > 0 } text && text[0] != '#';

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                _ = field.Append(line[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                Take();
            else
                _ = field.Append(c);
        }
        Take();
        return fields;

        void Take()
        {
            fields.Add(field.ToString().Trim());
            _ = field.Clear();
        }
    }
}
