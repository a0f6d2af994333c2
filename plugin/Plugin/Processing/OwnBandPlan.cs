using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>The user's own bands, from the parameters. Any thread, no allocation.</summary>
internal static class OwnBandPlan
{
    private static readonly int[] First = [.. Enumerable.Range(0, ParameterTable.Bands)
        .Select(band => ParameterTable.IndexOf(ParameterId.OfOwn(band, ParameterId.Own.On)))];

    /// <summary>Composes the eight bands.</summary>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="bands">8 bands, overwritten.</param>
    public static void Compose(ReadOnlySpan<double> plain, Span<OwnBand> bands)
    {
        for (int band = 0; band < bands.Length; band++)
        {
            var values = plain.Slice(First[band], 7);
            bands[band] = new OwnBand(
                values[(int)ParameterId.Own.On] > 0.5,
                (BandType)(int)values[(int)ParameterId.Own.Type],
                (BandChannel)(int)values[(int)ParameterId.Own.Channel],
                values[(int)ParameterId.Own.Frequency],
                values[(int)ParameterId.Own.Gain],
                values[(int)ParameterId.Own.Q],
                12 << (int)values[(int)ParameterId.Own.Slope]);
        }
    }
}
