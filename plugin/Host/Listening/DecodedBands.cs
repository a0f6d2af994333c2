using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Listening;

/// <summary>
/// The eight bands that the plug-in makes of words, morph, macros and amount, as it says itself: without trims and own bands, fitted to the track that
/// its state knows, or not.
/// </summary>
internal static class DecodedBands
{
    /// <summary>Asks a fresh instance.</summary>
    /// <param name="library">The plug-in.</param>
    /// <param name="state">Brings typed phrases and what was learnt of a track.</param>
    /// <param name="values">What is set, 0 to 1, by parameter.</param>
    /// <param name="adapt">How much they are fitted to the track, 0 to 1.</param>
    public static IReadOnlyList<SavedBand> Of(PluginLibrary library, byte[] state, IReadOnlyDictionary<uint, double> values, double adapt)
    {
        using var plugin = PluginInstance.Create(library);
        _ = plugin.LoadState(state);
        var settings = new ParameterSettings(plugin);
        Dictionary<uint, double> asked = [];
        foreach (var parameter in plugin.Parameters)
        {
            if (IsSemantic(parameter))
            {
                if (values.TryGetValue(parameter.Id, out double value))
                    asked[parameter.Id] = value;
            }
            else if (IsTrim(parameter))
            {
                asked[parameter.Id] = parameter.DefaultNormalized;
            }
        }

        asked[settings.Find(ParameterSettings.Adapt).Id] = adapt;
        asked[settings.Find(ParameterSettings.Freeze).Id] = 1;
        return SavedState.Bands(new CurveProbe(plugin, CommonGrid.SampleRate, []).Measure(asked).State);
    }

    /// <summary>Their curve on the common grid in dB, as they play at 48 kHz.</summary>
    public static float[] CurveDb(IReadOnlyList<SavedBand> bands)
    {
        double[] curve = new double[CommonGrid.Count];
        CurveResponse.ComputeDb([.. bands.Select(Band)], CommonGrid.SampleRate, CommonGrid.FrequenciesHz, curve);
        return [.. curve.Select(db => (float)db)];
    }

    private static Band Band(SavedBand band) =>
        new(BandTypes.TryParse(band.Type, out var type) ? type : BandType.Bell, band.Hz, band.Db, band.Q);

    private static bool IsSemantic(HostedParameter parameter) =>
        parameter.Title is ParameterSettings.WordA or ParameterSettings.WordB or ParameterSettings.Morph or ParameterSettings.Variation or ParameterSettings.Amount
        || parameter.Title.StartsWith("Macro ", StringComparison.Ordinal);

    private static bool IsTrim(HostedParameter parameter) => parameter.Title.StartsWith("Band ", StringComparison.Ordinal);
}
