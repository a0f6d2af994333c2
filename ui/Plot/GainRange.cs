namespace SemanticEq.Ui.Plot;

/// <summary>How much gain an equaliser's picture shows, and where its lines are.</summary>
/// <param name="LimitDb">Labelled from minus this to plus this, in dB.</param>
/// <param name="StepDb">Distance of grid lines, in dB.</param>
public readonly record struct GainRange(double LimitDb, double StepDb)
{
    // A curve may touch its range's last line, and still lies inside the plot.
    private const double Headroom = 1.1;

    private static readonly GainRange[] Choices = [new(6, 2), new(12, 3), new(18, 6), new(24, 6), new(36, 12), new(48, 12)];

    /// <summary>The narrowest range that holds a gain; the widest, ±48 dB, for any greater one.</summary>
    /// <param name="greatestDb">The greatest distance from 0 dB to be shown, in dB; 0 or more.</param>
    public static GainRange Holding(double greatestDb)
    {
        foreach (GainRange range in Choices)
        {
            if (greatestDb <= range.LimitDb)
                return range;
        }

        return Choices[^1];
    }

    /// <summary>The axis that shows this range, with a little room beyond its last lines.</summary>
    public LevelAxis Axis(double topY, double bottomY) => new(LimitDb * Headroom, topY, -LimitDb * Headroom, bottomY);
}
