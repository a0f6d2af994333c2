namespace SemanticEq.Inference;

/// <summary>
/// Moves labelled dots apart until their labels no longer overlap, and no farther: a relaxation in which dots that overlap push each other
/// along the shorter way out, while a spring that weakens draws each one home. Plain sums only, so that it ends alike on every machine.
/// </summary>
internal static class LabelSpreading
{
    /// <summary>Side of the square in which labels are set, in units of a window.</summary>
    public const double Side = 400;

    /// <summary>Height of a line with a label.</summary>
    public const double Height = 17;

    // Inter at 12 units is some 6.4 wide a letter; a dot of up to 16 stands before it, and air after it.
    private const double LetterWidth = 6.4;
    private const double DotWidth = 24;
    private const int Rounds = 400;
    private const double FirstSpring = 0.08;

    // A bit more than half of the overlap, each: what is left shrinks faster.
    private const double Push = 0.55;

    // The way up or down is nearly always shorter, as labels are wide: at first it counts for more, else columns would form; in the end for
    // nothing, as full rows leave no other.
    private const double FirstWayUp = 4;

    /// <summary>Width of a dot with its label.</summary>
    public static double Width(string word) => DotWidth + (LetterWidth * word.Length);

    /// <summary>Moves places within the square.</summary>
    /// <param name="x">Of the dots, 0 to <see cref="Side"/>; their labels stand right of them.</param>
    /// <param name="y">Of the dots, 0 to <see cref="Side"/>.</param>
    /// <param name="words">The labels.</param>
    public static void Spread(Span<double> x, Span<double> y, ReadOnlySpan<string> words)
    {
        double[] widths = new double[words.Length];
        for (int i = 0; i < widths.Length; i++)
            widths[i] = Width(words[i]);
        double[] homeX = x.ToArray(), homeY = y.ToArray();
        for (int round = 0; round < Rounds; round++)
        {
            double left = 1 - ((double)round / Rounds);
            double spring = FirstSpring * Math.Max(0, (2 * left) - 1), wayUp = FirstWayUp * Math.Max(0, (1.25 * left) - 0.25);
            for (int i = 0; i < x.Length; i++)
            {
                for (int j = i + 1; j < x.Length; j++)
                    Part(x, y, widths, i, j, wayUp);
            }

            for (int i = 0; i < x.Length; i++)
            {
                x[i] = Math.Clamp(x[i] + (spring * (homeX[i] - x[i])), DotWidth / 2, Side + (DotWidth / 2) - widths[i]);
                y[i] = Math.Clamp(y[i] + (spring * (homeY[i] - y[i])), Height / 2, Side - (Height / 2));
            }
        }
    }

    private static void Part(Span<double> x, Span<double> y, double[] widths, int i, int j, double wayUp)
    {
        double overlapY = Height - Math.Abs(y[i] - y[j]);
        if (overlapY <= 0)
            return;
        double overlapX = Math.Min(x[i] + widths[i], x[j] + widths[j]) - Math.Max(x[i], x[j]);
        if (overlapX <= 0)
            return;
        if (wayUp * overlapY <= overlapX)
        {
            double by = Push * overlapY * (y[i] < y[j] ? -1 : 1);
            y[i] += by;
            y[j] -= by;
        }
        else
        {
            double by = Push * overlapX * (x[i] + (widths[i] / 2) < x[j] + (widths[j] / 2) ? -1 : 1);
            x[i] += by;
            x[j] -= by;
        }
    }
}
