namespace SemanticEq.Host.Listening;

/// <summary>Which few of many words tell how a track changes: those heard most in its sections, without those that say the same.</summary>
internal static class TimelineWords
{
    // Two lines that go together all the way, or lie on one another, say one thing twice.
    private const double MostAlike = 0.9;

    /// <summary>Chooses.</summary>
    /// <param name="report">What was heard.</param>
    /// <param name="most">The most words.</param>
    /// <returns>Their places, those heard most overall first.</returns>
    public static int[] Of(ListeningReport report, int most)
    {
        double[][] lines = [.. report.Words.Select((_, word) => (double[])[.. report.Windows.Where(scores => scores is not null).Select(scores => scores![word])])];
        List<int> chosen = [];
        foreach (int word in Candidates(report))
        {
            if (chosen.Count < most && !chosen.Exists(other => Correlation(lines[word], lines[other]) > MostAlike))
                chosen.Add(word);
        }

        return [.. chosen.OrderByDescending(word => report.Overall![word])];
    }

    // Each section's first word, then each one's second, and so on; then all English ones.
    private static IEnumerable<int> Candidates(ListeningReport report)
    {
        int[] all = [.. Enumerable.Range(0, report.Words.Count)];
        int Place(string word) => Array.FindIndex(all, i => report.Words[i] == word);
        int deepest = report.Sections.Select(section => section.Top.Count).DefaultIfEmpty(0).Max();
        var bySection = Enumerable.Range(0, deepest).SelectMany(rank => report.Sections.Where(section => section.Top.Count > rank).Select(section => Place(section.Top[rank])));
        return bySection.Concat(report.English.OrderByDescending(word => report.Overall?[word] ?? 0)).Where(word => word >= 0).Distinct();
    }

    private static double Correlation(double[] a, double[] b)
    {
        if (a.Length < 3)
            return 0;
        double meanA = a.Average(), meanB = b.Average(), ab = 0, aa = 0, bb = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }

        return aa * bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
