namespace SemanticEq.Inference;

/// <summary>
/// Where a sound changes: windows are held against each other by what is heard in them, and a border lies where those before are alike,
/// those behind are alike, and the two are not. Any thread; time and memory grow with the sound's length only.
/// </summary>
/// <remarks>
/// J. Foote, "Automatic audio segmentation using a measure of audio novelty" (IEEE ICME, 2000), with a tapered checkerboard. Two windows'
/// distance is half of the absolute differences of their shares of loudness, 0 to 1; of silence and sound it is 1.
/// </remarks>
public static class Sections
{
    // Windows on each side of a border that speak for it: 8 s at a window a second.
    private const int Side = 8;

    // Windows of a section: a note before the music begins is none.
    private const int Fewest = 4;

    // Of loudness, in shares, by which both sides must differ more than within themselves. Steady noise: under 0.01.
    private const double LeastNovelty = 0.04;

    /// <summary>Finds the sections.</summary>
    /// <param name="windows">In the order of time, evenly spaced.</param>
    /// <param name="words">The listener's words, in the order of scores.</param>
    /// <param name="top">The most words to tell of each.</param>
    /// <returns>One after the other, from the first window's begin to the last one's end; none for no windows.</returns>
    public static IReadOnlyList<HeardSection> Find(IReadOnlyList<HeardWindow> windows, IReadOnlyList<string> words, int top = 3)
    {
        if (windows.Count == 0)
            return [];
        var sections = new List<HeardSection>();
        int first = 0;
        double start = windows[0].StartSeconds;
        foreach (int border in Borders(windows))
        {
            double end = Middle(windows[border - 1], windows[border]);
            sections.Add(new(start, end, Top(windows, first, border, words, top)));
            (first, start) = (border, end);
        }

        sections.Add(new(start, windows[^1].EndSeconds, Top(windows, first, windows.Count, words, top)));
        return sections;
    }

    /// <summary>How much the sound changes before each window: what lies between the two sides less what lies within them, 0 to 1.</summary>
    internal static double[] Novelty(IReadOnlyList<HeardWindow> windows)
    {
        double[] novelty = new double[windows.Count];
        for (int border = 1; border < windows.Count; border++)
        {
            int side = Math.Min(Side, Math.Min(border, windows.Count - border));
            double within = 0.0, withinWeight = 0.0, between = 0.0, betweenWeight = 0.0;
            for (int i = border - side; i < border + side; i++)
            {
                for (int k = i + 1; k < border + side; k++)
                {
                    double weight = Taper(i - border) * Taper(k - border);
                    double distance = weight * Distance(windows[i].Heard, windows[k].Heard);
                    if (i < border && k >= border)
                        (between, betweenWeight) = (between + distance, betweenWeight + weight);
                    else
                        (within, withinWeight) = (within + distance, withinWeight + weight);
                }
            }

            novelty[border] = (between / betweenWeight) - (withinWeight > 0.0 ? within / withinWeight : 0.0);
        }

        return novelty;
    }

    // The highest within reach of a side.
    private static IEnumerable<int> Borders(IReadOnlyList<HeardWindow> windows)
    {
        double[] novelty = Novelty(windows);
        const int Apart = Side / 2;
        for (int i = Fewest; i <= novelty.Length - Fewest; i++)
        {
            var before = novelty.AsSpan(Math.Max(0, i - Apart)..i);
            var behind = novelty.AsSpan((i + 1)..Math.Min(novelty.Length, i + Apart + 1));
            if (novelty[i] >= LeastNovelty && IsAbove(novelty[i], before, orEqual: false) && IsAbove(novelty[i], behind, orEqual: true))
                yield return i;
        }
    }

    private static bool IsAbove(double value, ReadOnlySpan<double> others, bool orEqual)
    {
        foreach (double other in others)
        {
            if (value < other || (value == other && !orEqual))
                return false;
        }

        return true;
    }

    // Where two windows' middles meet.
    private static double Middle(HeardWindow a, HeardWindow b) => 0.25 * (a.StartSeconds + a.EndSeconds + b.StartSeconds + b.EndSeconds);

    private static double Taper(int place)
    {
        double x = (place + 0.5) / (0.6 * Side);
        return Math.Exp(-0.5 * x * x);
    }

    private static double Distance(float[] a, float[] b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length == b.Length ? 0.0 : 1.0;
        double sum = 0.0;
        for (int i = 0; i < a.Length; i++)
            sum += Math.Abs(a[i] - b[i]);
        return 0.5 * sum;
    }

    // Windows weigh by their energy.
    private static string[] Top(IReadOnlyList<HeardWindow> windows, int from, int to, IReadOnlyList<string> words, int top)
    {
        double[] scores = new double[words.Count];
        for (int i = from; i < to; i++)
        {
            double weight = Math.Pow(10.0, windows[i].Lufs / 10.0);
            for (int word = 0; word < windows[i].Scores.Length; word++)
                scores[word] += weight * windows[i].Scores[word];
        }

        return [.. Enumerable.Range(0, words.Count).Where(i => scores[i] > 0.0).OrderByDescending(i => scores[i]).Take(top).Select(i => words[i])];
    }
}
