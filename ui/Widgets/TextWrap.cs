namespace SemanticEq.Ui.Widgets;

/// <summary>Breaks a text into lines between its words. Allocates.</summary>
internal static class TextWrap
{
    /// <summary>Adds a paragraph's lines to a list; a word wider than a line has one of its own.</summary>
    /// <param name="paragraph">Without line breaks.</param>
    /// <param name="width">Room for a line, in canvas units.</param>
    /// <param name="measure">The width of a line.</param>
    /// <param name="lines">Where they are added.</param>
    public static void AddLines(string paragraph, double width, Func<string, double> measure, ICollection<string> lines)
    {
        string line = "";
        foreach (string word in paragraph.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && measure(longer) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line);
    }
}
