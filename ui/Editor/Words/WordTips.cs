using System.Globalization;

namespace SemanticEq.Ui.Editor;

/// <summary>What is told about a word.</summary>
internal static class WordTips
{
    /// <summary>All that is known of it, for a tooltip; allocates.</summary>
    public static string Of(MapWord word, IWords words)
    {
        List<string> lines = [string.Create(CultureInfo.InvariantCulture, $"{word.Word} · {Settings(word.Settings)}, {Agreement(word.Agreement)}")];
        if (word.Language == "es")
            lines[0] = $"{lines[0]} · Spanish";
        if (word.Readings.Count > 1)
            lines.AddRange(word.Readings.Select((reading, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}  {reading}")));
        if (word.Near.Count > 0)
            lines.Add($"Near: {string.Join(", ", word.Near.Select(slot => words.Find(slot)?.Word).OfType<string>())}");
        if (word.Opposite is { } slot && words.Find(slot) is { } opposite)
            lines.Add($"Opposite: {opposite.Word}");
        lines.Add("Click to start here, Shift-click to morph to it, Ctrl-click to mix it in");
        return string.Join('\n', lines);
    }

    /// <summary>How many settings, in words.</summary>
    public static string Settings(int count) =>
        count == 1 ? "1 setting" : string.Create(CultureInfo.InvariantCulture, $"{count} settings");

    /// <summary>A part as percent.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * share)} %");

    /// <summary>How far people agree, in words.</summary>
    public static string Agreement(double? agreement) => agreement switch
    {
        null => "too few to say whether people agree",
        <= 0 => "people disagree",
        { } share => $"people agree {Percent(share)}",
    };
}
