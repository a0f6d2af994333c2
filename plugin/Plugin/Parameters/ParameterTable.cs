using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// All parameters, in the order in which hosts list them. The only place that knows their ranges and names: hosts' descriptions,
/// text, state, the README's table and tests derive from it.
/// </summary>
public static class ParameterTable
{
    /// <summary>Bands of the decoder, and of the user's own.</summary>
    public const int Bands = 8;

    private const ParameterFlags List = ParameterFlags.CanAutomate | ParameterFlags.IsList;
    private static readonly ListText OffOn = new("Off", "On");
    private static readonly NumberText Percent = new("%", 1);
    private static readonly NumberText SignedPercent = new("%", 1, Signed: true);
    private static readonly NumberText Decibels = new("dB", 1, Signed: true);
    private static readonly string[] MacroNames = ["Warm", "Bright", "Body", "Presence", "Air", "Mud", "Harsh", "Scoop"];
    private static readonly Parameter[] Table = [.. Semantic(), .. Output(), .. Trims(), .. OwnBands(), .. Reports()];
    private static readonly int[] IndexById = MakeIndex();

    /// <summary>The parameters in their order.</summary>
    public static IReadOnlyList<Parameter> All => Table;

    /// <summary>The number of parameters.</summary>
    public static int Count => Table.Length;

    /// <summary>A parameter's place in <see cref="All"/>, or −1. Any thread, no allocation.</summary>
    public static int IndexOf(uint id) => id < IndexById.Length ? IndexById[id] : -1;

    /// <summary>A parameter by its place. Any thread, no allocation.</summary>
    public static Parameter At(int index) => Table[index];

    private static IEnumerable<Parameter> Semantic()
    {
        yield return Switch(ParameterId.Bypass, "Bypass", "Bypass", ParameterFlags.CanAutomate | ParameterFlags.IsBypass);
        yield return Switch(ParameterId.DryCompare, "Dry compare", "Dry");
        yield return new(ParameterId.WordA, "Word A", "Word A", 0, 511, 0, ParameterScale.Steps, new WordText(), List);
        yield return new(ParameterId.WordB, "Word B", "Word B", 0, 511, 0, ParameterScale.Steps, new WordText(), List);
        yield return new(ParameterId.Morph, "Morph", "Morph", 0, 100, 0, ParameterScale.Linear, Percent);
        yield return new(ParameterId.Variation, "Variation", "Variat", 0, 7, 0, ParameterScale.Steps,
            new ListText("Main", "1", "2", "3", "4", "5", "6", "7"), List);
        yield return new(ParameterId.Amount, "Amount", "Amount", 0, 150, 100, ParameterScale.Linear, Percent);
        for (int i = 0; i < MacroNames.Length; i++)
            yield return new(ParameterId.Macro(i), $"Macro {i + 1}", MacroNames[i], -100, 100, 0, ParameterScale.Linear, SignedPercent);
        yield return new(ParameterId.Adapt, "Adapt", "Adapt", 0, 100, 0, ParameterScale.Linear, Percent);
        yield return Switch(ParameterId.Freeze, "Freeze", "Freeze");
    }

    private static IEnumerable<Parameter> Output()
    {
        yield return new(ParameterId.ChannelMode, "Channel mode", "Channel", 0, 4, 0, ParameterScale.Steps,
            new ListText("Stereo", "Mid", "Side", "Left", "Right"), List);
        yield return new(ParameterId.OutputGain, "Output gain", "Output", -24, 24, 0, ParameterScale.Linear, Decibels);
        yield return Switch(ParameterId.AutoGain, "Auto gain", "AutoGain");
        yield return Switch(ParameterId.MeasureLoudness, "Measure loudness", "Measure");
    }

    private static IEnumerable<Parameter> Trims()
    {
        for (int band = 0; band < Bands; band++)
        {
            string name = $"Band {band + 1}";
            uint Id(ParameterId.Trim trim) => ParameterId.OfBand(band, trim);
            yield return Switch(Id(ParameterId.Trim.On), $"{name} on", $"B{band + 1} on", isOn: true);
            yield return new(Id(ParameterId.Trim.Frequency), $"{name} frequency trim", $"B{band + 1} frq", -1, 1, 0, ParameterScale.Linear,
                new NumberText("oct", 2, Signed: true));
            yield return new(Id(ParameterId.Trim.Gain), $"{name} gain trim", $"B{band + 1} gain", -12, 12, 0, ParameterScale.Linear, Decibels);
            yield return new(Id(ParameterId.Trim.Q), $"{name} Q trim", $"B{band + 1} Q", 0.25, 4, 1, ParameterScale.Logarithmic,
                new NumberText("x", 2));
        }
    }

    private static IEnumerable<Parameter> OwnBands()
    {
        double[] startHz = [60, 120, 250, 500, 1000, 2500, 6000, 12000];
        for (int band = 0; band < Bands; band++)
        {
            string name = $"Own {band + 1}";
            uint Id(ParameterId.Own own) => ParameterId.OfOwn(band, own);
            yield return Switch(Id(ParameterId.Own.On), $"{name} on", $"O{band + 1} on");
            yield return new(Id(ParameterId.Own.Type), $"{name} type", $"O{band + 1} type", 0, 6, 1, ParameterScale.Steps,
                new ListText("Low shelf", "Bell", "High shelf", "Low cut", "High cut", "Notch", "Tilt"), List);
            yield return new(Id(ParameterId.Own.Channel), $"{name} channel", $"O{band + 1} chan", 0, 4, 0, ParameterScale.Steps,
                new ListText("Stereo", "Mid", "Side", "Left", "Right"), List);
            yield return new(Id(ParameterId.Own.Frequency), $"{name} frequency", $"O{band + 1} frq", 10, 30000, startHz[band],
                ParameterScale.Logarithmic, new FrequencyText());
            yield return new(Id(ParameterId.Own.Gain), $"{name} gain", $"O{band + 1} gain", -30, 30, 0, ParameterScale.Linear, Decibels);
            yield return new(Id(ParameterId.Own.Q), $"{name} Q", $"O{band + 1} Q", 0.1, 40, 0.71, ParameterScale.Logarithmic, new NumberText("", 2));
            yield return new(Id(ParameterId.Own.Slope), $"{name} slope", $"O{band + 1} slop", 0, 2, 0, ParameterScale.Steps,
                new ListText("12 dB/oct", "24 dB/oct", "48 dB/oct"), List);
        }
    }

    private static IEnumerable<Parameter> Reports()
    {
        yield return new(ParameterId.TwinDecodes, "Twin decodes", "Twin", 0, 1 << 30, 0, ParameterScale.Linear, new NumberText("", 0),
            ParameterFlags.IsReadOnly | ParameterFlags.IsHidden);
    }

    private static Parameter Switch(uint id, string title, string shortTitle, ParameterFlags flags = ParameterFlags.CanAutomate, bool isOn = false) =>
        new(id, title, shortTitle, 0, 1, isOn ? 1 : 0, ParameterScale.Steps, OffOn, flags);

    private static int[] MakeIndex()
    {
        int[] index = new int[Table.Max(parameter => parameter.Id) + 1];
        Array.Fill(index, -1);
        for (int i = 0; i < Table.Length; i++)
            index[Table[i].Id] = i;
        return index;
    }
}
