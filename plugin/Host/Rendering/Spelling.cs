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

    /// <summary>Optimal string alignment: letters added, dropped, changed, or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        int[,] distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            distance[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            distance[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int least = Math.Min(changed, 1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                distance[i, j] = swapped ? Math.Min(least, distance[i - 2, j - 2] + 1) : least;
            }
        }
        return distance[a.Length, b.Length];
    }
}
