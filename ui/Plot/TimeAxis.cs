using System.Globalization;

namespace SemanticEq.Ui.Plot;

/// <summary>A linear axis of time from 0 s on, between two places.</summary>
/// <param name="Seconds">The time at <paramref name="RightX"/>, above 0.</param>
/// <param name="LeftX">Where 0 s is, in canvas units.</param>
/// <param name="RightX">A place further right.</param>
public readonly record struct TimeAxis(double Seconds, double LeftX, double RightX)
{
    private const double LeastBetweenTicks = 64;

    private static readonly double[] Steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

    /// <summary>From one labelled time to the next, in s.</summary>
    public double StepSeconds
    {
        get
        {
            double least = LeastBetweenTicks * Seconds / Math.Max(1, RightX - LeftX);
            foreach (double step in Steps)
            {
                if (step >= least)
                    return step;
            }

            return Steps[^1] * Math.Ceiling(least / Steps[^1]);
        }
    }

    /// <summary>The place of a time; what lies outside is held at the ends.</summary>
    public double X(double seconds) => LeftX + (Math.Clamp(seconds / Seconds, 0, 1) * (RightX - LeftX));

    /// <summary>A time as it reads beside the axis: "0.5", "12", "2:30", "1:05:00".</summary>
    /// <param name="seconds">0 or more.</param>
    /// <param name="stepSeconds">From one labelled time to the next.</param>
    public static string Label(double seconds, double stepSeconds)
    {
        if (stepSeconds < 1)
            return seconds.ToString("0.0", CultureInfo.InvariantCulture);
        long whole = (long)Math.Round(seconds);
        string rest = (whole % 60).ToString("00", CultureInfo.InvariantCulture);
        return whole < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{rest}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:00}:{rest}");
    }
}
