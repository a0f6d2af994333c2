using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>Gives a phrase's explicit requests ("-3 dB at 300") bands among the user's own eight. Main thread.</summary>
internal static class PhraseBands
{
    /// <summary>
    /// Each request takes the first band that is off, or that the phrase before has set and nobody has touched since; what that phrase
    /// set and none takes is switched off. All other bands stay as they are.
    /// </summary>
    /// <param name="requests">What is asked for.</param>
    /// <param name="before">The bands of the phrase before.</param>
    /// <param name="newest">The values as they stand.</param>
    /// <param name="edit">Called with each value that is to change: parameter, 0 to 1.</param>
    /// <returns>The bands that were set, fewer than the requests where too few are free.</returns>
    public static OwnedBand[] Place(
        IReadOnlyList<BandRequest> requests, IEnumerable<OwnedBand> before, ParameterValues newest, Action<uint, double> edit)
    {
        int[] released = [.. before.Where(band => band.IsUnchanged(newest)).Select(band => band.Own)];
        int[] free = [.. Enumerable.Range(1, ParameterTable.Bands).Where(own => released.Contains(own) || !IsOn(newest, own))];
        OwnedBand[] placed = [.. requests.Zip(free, (request, own) => new OwnedBand(own, ValuesOf(request)))];
        foreach (int own in released.Except(placed.Select(band => band.Own)))
            Edit(own, ParameterId.Own.On, 0, newest, edit);
        foreach (var band in placed)
        {
            // Switched on last: nothing of what the band was before is heard.
            for (int i = OwnedBand.Parameters - 1; i >= 0; i--)
                Edit(band.Own, (ParameterId.Own)i, band.Values[i], newest, edit);
        }
        return placed;
    }

    private static bool IsOn(ParameterValues newest, int own) => newest[ParameterTable.IndexOf(ParameterId.OfOwn(own - 1, ParameterId.Own.On))] >= 0.5;

    private static void Edit(int own, ParameterId.Own which, double plain, ParameterValues newest, Action<uint, double> edit)
    {
        uint id = ParameterId.OfOwn(own - 1, which);
        var parameter = ParameterTable.At(ParameterTable.IndexOf(id));
        if (SessionState.Rounded(parameter.ToPlain(newest[ParameterTable.IndexOf(id)])) != plain)
            edit(id, parameter.ToNormalized(plain));
    }

    // As the parameters can hold them: what is out of their range is at its end.
    private static double[] ValuesOf(BandRequest request)
    {
        double[] values =
        [
            1, (int)request.Type, 0, request.Hz, request.Db, request.Q, request.SlopeDbPerOctave switch { <= 12 => 0, <= 24 => 1, _ => 2 },
        ];
        for (int i = 0; i < values.Length; i++)
        {
            var parameter = ParameterTable.At(ParameterTable.IndexOf(ParameterId.OfOwn(0, (ParameterId.Own)i)));
            values[i] = SessionState.Rounded(parameter.ToPlain(parameter.ToNormalized(values[i])));
        }
        return values;
    }
}
