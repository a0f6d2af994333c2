using System.Globalization;
using SemanticEq.Dsp;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Bench.Click;

/// <summary>Settings of the plug-in, by its parameters' names and its own reading of text.</summary>
internal static class Presets
{
    /// <summary>A word, with every band trimmed up or down and aside.</summary>
    public static IReadOnlyList<(string Name, string Value)> DullWord { get; } = Word("warm", 1.0);

    /// <summary>Another, with every trim turned round.</summary>
    public static IReadOnlyList<(string Name, string Value)> BrightWord { get; } = Word("bright", -1.0);

    /// <summary>These bands as the user's own eight; no word.</summary>
    public static IReadOnlyList<(string Name, string Value)> Own(IReadOnlyList<Band> bands) =>
    [
        .. bands.SelectMany((band, i) => new[]
        {
            ($"Own {i + 1} on", "On"),
            ($"Own {i + 1} type", band.Type switch
            {
                BandType.LowShelf => "Low shelf",
                BandType.HighShelf => "High shelf",
                _ => "Bell",
            }),
            ($"Own {i + 1} frequency", Text(band.FrequencyHz)),
            ($"Own {i + 1} gain", Text(band.GainDb)),
            ($"Own {i + 1} Q", Text(band.Q)),
        }),
    ];

    private static IReadOnlyList<(string Name, string Value)> Word(string word, double sign) =>
    [
        (ParameterSettings.WordA, word),
        .. Enumerable.Range(1, 8).SelectMany(band =>
        {
            // Neighbours go opposite ways, so that no band stays where it was.
            double way = band % 2 == 0 ? sign : -sign;
            return new[]
            {
                ($"Band {band} gain trim", Text(5.0 * way)),
                ($"Band {band} frequency trim", Text(0.3 * way)),
                ($"Band {band} Q trim", Text(Math.Pow(1.4, way))),
            };
        }),
    ];

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
