using System.Globalization;
using SemanticEq.Clicks;
using SemanticEq.Dsp;

namespace SemanticEq.Host.Tests.EndToEnd.Clicks;

/// <summary>A switch that a user throws while something plays: from some values to others, and back.</summary>
/// <param name="Name">What it is.</param>
/// <param name="LimitDb">What may lie above 4 kHz, in dB against the peak of what plays: what was measured, and 4 dB.</param>
/// <param name="Around">Values that hold throughout, by title and text.</param>
/// <param name="Before">Values on one side.</param>
/// <param name="After">Values of the same parameters on the other.</param>
/// <param name="AsState">Whether the values come as a whole state, as a preset or an A/B does, instead of as automation.</param>
internal sealed record Switch(
    string Name,
    double LimitDb,
    (string Title, string Text)[] Around,
    (string Title, string Text)[] Before,
    (string Title, string Text)[] After,
    bool AsState = false)
{
    private static readonly (string, string)[] Word = [("Word A", "warm")];
    private static readonly (string, string)[] LoudWord = [("Word A", "warm"), ("Amount", "150")];
    private static readonly (string, string)[] OwnBell = Own("Bell");

    /// <summary>All switches. A later feature joins with a line.</summary>
    public static Switch[] All { get; } =
    [
        new("word", -92, [], [("Word A", "warm")], [("Word A", "bright")]),
        new("word from none", -94, [], [("Word A", "None")], [("Word A", "bright")]),
        new("word by state", -92, [], [("Word A", "warm")], [("Word A", "bright")], AsState: true),
        new("morph", -93, [("Word A", "warm"), ("Word B", "harsh")], [("Morph", "0")], [("Morph", "100")]),
        new("variation", -96, Word, [("Variation", "Main")], [("Variation", "3")]),
        new("amount", -96, Word, [("Amount", "0")], [("Amount", "150")]),
        new("macro", -93, Word, [("Macro 2", "-100")], [("Macro 2", "100")]),
        new("preset", -83, [], Preset(ClickMeasure.PresetA), Preset(ClickMeasure.PresetB)),
        new("preset by state", -83, [], Preset(ClickMeasure.PresetA), Preset(ClickMeasure.PresetB), AsState: true),
        new("A/B", -83, [], [("Word A", "warm"), .. Preset(ClickMeasure.PresetA), ("Output gain", "-3")],
            [("Word A", "airy"), .. Preset(ClickMeasure.PresetB), ("Output gain", "2")], AsState: true),
        new("bypass", -95, LoudWord, [("Bypass", "Off")], [("Bypass", "On")]),
        new("dry compare", -94, LoudWord, [("Dry compare", "Off")], [("Dry compare", "On")]),
        new("auto gain", -105, LoudWord, [("Auto gain", "Off")], [("Auto gain", "On")]),
        new("output gain", -88, [], [("Output gain", "-24")], [("Output gain", "24")]),
        new("channel mode to mid", -113, LoudWord, [("Channel mode", "Stereo")], [("Channel mode", "Mid")]),
        new("channel mode to side", -105, LoudWord, [("Channel mode", "Mid")], [("Channel mode", "Side")]),
        new("channel mode to left", -106, LoudWord, [("Channel mode", "Side")], [("Channel mode", "Left")]),
        new("channel mode to right", -104, LoudWord, [("Channel mode", "Left")], [("Channel mode", "Right")]),
        new("band on", -108, LoudWord, [("Band 4 on", "Off")], [("Band 4 on", "On")]),
        new("band frequency trim", -119, LoudWord, [("Band 4 frequency trim", "-1")], [("Band 4 frequency trim", "1")]),
        new("band gain trim", -84, LoudWord, [("Band 4 gain trim", "-12")], [("Band 4 gain trim", "12")]),
        new("band Q trim", -89, LoudWord, [("Band 4 Q trim", "0.25")], [("Band 4 Q trim", "4")]),
        new("own band on", -87, OwnBell, [("Own 1 on", "Off")], [("Own 1 on", "On")]),
        new("own band from bell to low cut", -81, OwnBell, [("Own 1 type", "Bell")], [("Own 1 type", "Low cut")]),
        new("own band from low shelf to high shelf", -86, OwnBell, [("Own 1 type", "Low shelf")], [("Own 1 type", "High shelf")]),
        new("own band from notch to tilt", -90, OwnBell, [("Own 1 type", "Notch")], [("Own 1 type", "Tilt")]),
        new("own band from low cut to high cut", -79, OwnBell, [("Own 1 type", "Low cut")], [("Own 1 type", "High cut")]),
        new("own band's slope", -73, Own("Low cut"), [("Own 1 slope", "12 dB/oct")], [("Own 1 slope", "48 dB/oct")]),
        new("own band's frequency", -94, OwnBell, [("Own 1 frequency", "100")], [("Own 1 frequency", "3000")]),
        new("own band's gain", -81, OwnBell, [("Own 1 gain", "-18")], [("Own 1 gain", "18")]),
        new("own band's Q", -70, OwnBell, [("Own 1 Q", "0.3")], [("Own 1 Q", "10")]),
        new("own band's channel to mid", -87, OwnBell, [("Own 1 channel", "Stereo")], [("Own 1 channel", "Mid")]),
        new("own band's channel to left", -86, OwnBell, [("Own 1 channel", "Side")], [("Own 1 channel", "Left")]),
        new("own band's channel to right", -89, OwnBell, [("Own 1 channel", "Left")], [("Own 1 channel", "Right")]),
    ];

    /// <summary>These eight bands as the user's own.</summary>
    private static (string, string)[] Preset(IReadOnlyList<Band> bands) => [.. bands.SelectMany((band, i) => new[]
    {
        ($"Own {i + 1} on", "On"),
        ($"Own {i + 1} type", band.Type switch { BandType.LowShelf => "Low shelf", BandType.HighShelf => "High shelf", _ => "Bell" }),
        ($"Own {i + 1} frequency", Text(band.FrequencyHz)),
        ($"Own {i + 1} gain", Text(band.GainDb)),
        ($"Own {i + 1} Q", Text(band.Q)),
    })];

    private static (string, string)[] Own(string type) =>
    [
        ("Own 1 on", "On"), ("Own 1 type", type), ("Own 1 frequency", "700"), ("Own 1 gain", "12"), ("Own 1 Q", "1"),
        ("Own 1 slope", "24 dB/oct"),
    ];

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
