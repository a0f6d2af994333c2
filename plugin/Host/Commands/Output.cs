using Spectre.Console;
using Spectre.Console.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary>What people read: tables and bars. Standard output carries results, standard error all else.</summary>
internal static class Output
{
    private const int WideColumns = 160;

    /// <summary>The terminal of standard error; for progress.</summary>
    public static IAnsiConsole ForProgress() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether someone watches standard error.</summary>
    public static bool HasTerminal => !Console.IsErrorRedirected;

    /// <summary>One line for the user on standard error.</summary>
    public static void Complain(string message) => Console.Error.WriteLine($"semantic-eq: {message.ReplaceLineEndings(" ")}");

    /// <summary>A table on standard output.</summary>
    public static void Write(IRenderable table)
    {
        // A pipe has no width; tables must not be squeezed into 80 columns there.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WideColumns;
        AnsiConsole.Write(table);
    }

    /// <summary>A table with these headings; a heading that ends in a space is a column of numbers.</summary>
    public static Table Table(params string[] headings)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string heading in headings)
        {
            var column = new TableColumn(new Text(heading.Trim()));
            _ = table.AddColumn(heading.EndsWith(' ') ? column.RightAligned() : column);
        }
        return table;
    }

    /// <summary>A row of plain text.</summary>
    public static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));
}
