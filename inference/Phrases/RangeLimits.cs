using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>"brighter without boosting the bass": a range that the words would move the wrong way is moved back by a band.</summary>
internal static class RangeLimits
{
    private const double AudibleDb = 0.5;
    private const double MaxDb = 6.0;
    private const int MaxBands = Equaliser.OwnBandCount;

    /// <summary>The bands, with those that the limits need.</summary>
    public static IReadOnlyList<BandRequest> Apply(IReadOnlyList<RangeLimit> limits, ReadOnlySpan<double> curveDb, List<BandRequest> bands)
    {
        foreach (var limit in limits)
        {
            var (type, low, high) = limit.Region.Name switch
            {
                "low-shelf" => (BandType.LowShelf, 20.0, limit.Region.Value),
                "high-shelf" => (BandType.HighShelf, limit.Region.Value, 20_000.0),
                _ => (BandType.Bell, limit.Region.Value / 1.4, limit.Region.Value * 1.4),
            };
            double moved = CurveSpace.MeanDb(curveDb, low, high);
            if (-limit.Constraint * moved > AudibleDb && bands.Count < MaxBands)
                bands.Add(new BandRequest(type, limit.Region.Value, Math.Clamp(-moved, -MaxDb, MaxDb), limit.Region.Q, 12));
        }
        return bands;
    }
}
