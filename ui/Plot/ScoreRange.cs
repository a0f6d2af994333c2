namespace SemanticEq.Ui.Plot;

/// <summary>Which scores of descriptors a picture shows, and where its lines are.</summary>
/// <param name="Bottom">The lowest, 0 at most.</param>
/// <param name="Top">The highest, 0 at least.</param>
/// <param name="Step">Distance of grid lines.</param>
public readonly record struct ScoreRange(double Bottom, double Top, double Step)
{
    private const int MostLines = 8;
    private const double Room = 0.04;

    /// <summary>The narrowest range that holds these and 0, one unit high at least; what is no number does not count.</summary>
    public static ScoreRange Holding(IEnumerable<double> scores)
    {
        double low = 0, high = 0;
        foreach (double score in scores)
        {
            if (!double.IsFinite(score))
                continue;
            low = Math.Min(low, score);
            high = Math.Max(high, score);
        }

        if (high - low < 1)
            (low, high) = (Math.Min(low, -0.5), Math.Max(high, 0.5));
        double step = NiceStep((high - low) / MostLines), room = Room * (high - low);
        return new ScoreRange(low - room, high + room, step);
    }

    /// <summary>The axis that shows this range.</summary>
    public LevelAxis Axis(double topY, double bottomY) => new(Top, topY, Bottom, bottomY);

    // 1, 2 or 5 times a power of ten.
    private static double NiceStep(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * (least <= power ? 1 : least <= 2 * power ? 2 : least <= 5 * power ? 5 : 10);
    }
}
