namespace SemanticEq.Bench.Running;

/// <summary>A median and what half of all rounds lie between. An exact figure has all three the same.</summary>
internal readonly record struct Spread(double Median, double LowerQuartile, double UpperQuartile)
{
    /// <summary>A figure that is the same in every round.</summary>
    public static Spread Exactly(double value) => new(value, value, value);

    /// <summary>The spread of some values, in any order.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(At(sorted, 0.5), At(sorted, 0.25), At(sorted, 0.75));
    }

    // Linear between neighbours.
    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
