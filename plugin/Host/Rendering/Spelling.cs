namespace SemanticEq.Host.Rendering;

/// <summary>Near spellings, for messages about names that do not exist.</summary>
public static class Spelling
{
    /// <summary>Up to three names near to the one given, nearest first.</summary>
    public static IReadOnlyList<string> Near(string text, IEnumerable<string> names)
    {
        string wanted = text.Trim().ToLowerInvariant();
        int reach = Math.Max(1, (wanted.Length + 1) / 3);
        return [.. names
            .Select(name => (Name: name, Distance: Distance(wanted, name.ToLowerInvariant())))
            .Where(pair => pair.Distance <= reach || (wanted.Length > 2 && pair.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal).Take(3).Select(pair => pair.Name)];
    }

    /// <summary>The end of a message: what may have been meant, or nothing.</summary>
    public static string Suggest(string text, IEnumerable<string> names)
    {
        var near = Near(text, names);
        return near.Count == 0 ? "" : $"; did you mean {string.Join(", ", near)}?";
    }

    /// <summary>Levenshtein's distance: how many letters must be added, dropped or changed.</summary>
    private static int Distance(string a, string b)
    {
        int[] above = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.Min(changed, 1 + Math.Min(above[j], above[j - 1]));
            }
        }
        return above[b.Length];
    }
}
