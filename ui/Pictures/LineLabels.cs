namespace SemanticEq.Ui.Pictures;

/// <summary>Keeps names beside the ends of lines from lying on one another.</summary>
internal static class LineLabels
{
    /// <summary>
    /// Heights for labels, as near to the wanted ones as leaves a distance between any two: labels that meet are spread around their middle, and so
    /// on until none do (pool adjacent violators). Their order is that of the wanted heights.
    /// </summary>
    /// <param name="wanted">Wanted heights, in any order.</param>
    /// <param name="distance">Least distance between two.</param>
    /// <param name="top">The highest place, so the least height.</param>
    /// <param name="bottom">The lowest place; with no room for all of them they reach beyond it.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double distance, double top, double bottom)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i])];
        List<(double Sum, int Count)> groups = [];
        foreach (int i in order)
        {
            groups.Add((wanted[i], 1));
            while (groups.Count > 1 && First(groups[^1]) < First(groups[^2]) + (groups[^2].Count * distance))
            {
                var (sum, count) = groups[^1];
                groups.RemoveAt(groups.Count - 1);
                // What is summed are the heights that a group's first label would have for each of them to be where it wants.
                groups[^1] = (groups[^1].Sum + sum - (count * groups[^1].Count * distance), groups[^1].Count + count);
            }
        }

        double[] placed = new double[wanted.Count];
        int next = 0;
        foreach (var group in groups)
        {
            for (int k = 0; k < group.Count; k++)
                placed[order[next++]] = First(group) + (k * distance);
        }

        Hold(placed, order, distance, top, bottom);
        return placed;

        double First((double Sum, int Count) group) => group.Sum / group.Count;
    }

    private static void Hold(double[] placed, int[] order, double distance, double top, double bottom)
    {
        for (int k = order.Length - 1, above = 0; k >= 0; k--, above++)
            placed[order[k]] = Math.Min(placed[order[k]], bottom - (above * distance));
        for (int k = 0; k < order.Length; k++)
            placed[order[k]] = Math.Max(placed[order[k]], top + (k * distance));
    }
}
