using System.Globalization;
using System.Text;

namespace SemanticEq.Plugin.Tests;

/// <summary>The README's parameter table is made from the code's; run with SEMANTIC_EQ_UPDATE=1 to write it anew.</summary>
public class ReadmeTests
{
    private const string Start = "ParameterTable.cs -->\n";
    private const string End = "<!-- end of parameters -->";

    [Fact]
    public void Its_parameter_table_is_the_codes()
    {
        string path = Path.Combine(Root(), "README.md");
        string readme = File.ReadAllText(path);
        int from = readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int to = readme.IndexOf(End, StringComparison.Ordinal);

        if (Environment.GetEnvironmentVariable("SEMANTIC_EQ_UPDATE") == "1")
            File.WriteAllText(path, readme[..from] + Table() + readme[to..]);
        else
            readme[from..to].ShouldBe(Table());
    }

    private static string Table()
    {
        var text = new StringBuilder("| id | parameter | values | default |\n| --- | --- | --- | --- |\n");
        foreach (var group in ParameterTable.All
            .Where(parameter => !parameter.Flags.HasFlag(Vst3.ParameterFlags.IsHidden))
            .GroupBy(Name))
        {
            var first = group.First();
            string ids = string.Join(", ", group.Count() > 2 ? [$"{first.Id}", $"{group.ElementAt(1).Id}", "…", $"{group.Last().Id}"] : group.Select(p => $"{p.Id}"));
            string unit = first.Text.Unit.Length == 0 ? "" : " " + first.Text.Unit;
            string start = group.Select(p => p.Default).Distinct().Count() > 1 ? "spread over the range" : first.Text.Format(first.Default) + unit;
            text.Append(CultureInfo.InvariantCulture, $"| {ids} | {group.Key} | {Values(first)} | {start} |\n");
        }
        return text.ToString();
    }

    private static string Values(Parameter parameter) => parameter.Text switch
    {
        ListText list => string.Join(", ", list.Names),
        WordText => "None, Typed phrase, the words, slots for your own",
        _ => $"{parameter.Text.Format(parameter.Min)} to {parameter.Text.Format(parameter.Max)} {parameter.Text.Unit}".TrimEnd(),
    };

    private static string Name(Parameter parameter)
    {
        string[] parts = parameter.Title.Split(' ', 3);
        return parts.Length > 1 && parts[1] is ("1" or "2" or "3" or "4" or "5" or "6" or "7" or "8")
            ? $"{parts[0]} 1–8{(parts.Length > 2 ? " " + parts[2] : "")}"
            : parameter.Title;
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "SemanticEqPlugin.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("SemanticEqPlugin.sln was not found above the test program");
    }
}
