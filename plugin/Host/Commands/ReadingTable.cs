using System.Globalization;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary>How a phrase was read, for people.</summary>
internal static class ReadingTable
{
    /// <summary>A line for each piece, on standard output.</summary>
    public static void Write(SavedPhrase phrase)
    {
        var table = Output.Table("part", "taken for", "what is done", "certainty, or how far people agree ");
        foreach (var part in phrase.Parts)
            Output.Row(table, part.Text, part.Kind.Replace('-', ' '), part.Says, Certainty(part.Certainty));
        Output.Write(table);
    }

    // People who agree less than by chance do not agree.
    private static string Certainty(double? value) => value is { } known ? Math.Max(0.0, known).ToString("0.00", CultureInfo.InvariantCulture) : "";

    /// <summary>What of a phrase does not play, a line each.</summary>
    public static IEnumerable<string> Warnings(SavedPhrase phrase)
    {
        string[] unknown = [.. phrase.NotUnderstood().Select(part => $"\"{part}\"")];
        if (unknown.Length > 0)
            yield return $"{string.Join(", ", unknown)} {(unknown.Length == 1 ? "was not understood and changes" : "were not understood and change")} nothing";
        if (phrase.Unplaced > 0)
            yield return $"{phrase.Unplaced} of the bands that \"{phrase.Text}\" asks for found none of the eight own bands free";
    }
}
