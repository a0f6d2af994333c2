using System.Text.Json;
using System.Text.Json.Serialization;
using SemanticEq.Dsp;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>A preset that comes with the plug-in, in plain terms; what is not said stays at its default.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Group">A heading that it stands under.</param>
/// <param name="Word">Word A, by name.</param>
/// <param name="To">Word B, by name.</param>
/// <param name="Morph">Towards it, 0 to 100 %.</param>
/// <param name="Phrase">Or what is typed instead of word A.</param>
/// <param name="Amount">0 to 150 %.</param>
/// <param name="Output">Output gain in dB.</param>
/// <param name="Macros">Macros in % by their names.</param>
/// <param name="Own">The user's own bands that it sets, from the first on.</param>
internal sealed record FactoryPreset(
    string Name, string Group, string? Word = null, string? To = null, double Morph = 0, string? Phrase = null, double Amount = 100, double Output = 0,
    Dictionary<string, double>? Macros = null, FactoryPreset.OwnEntry[]? Own = null)
{
    /// <summary>A band.</summary>
    /// <param name="Type">As <see cref="BandTypes.Name"/> calls it.</param>
    /// <param name="Hz">Centre or corner.</param>
    /// <param name="Db">Gain; none for cuts and notches.</param>
    /// <param name="Q">Quality factor.</param>
    /// <param name="Slope">Of cuts: 12, 24 or 48 dB/oct.</param>
    /// <param name="Channel">stereo, mid, side, left or right.</param>
    internal sealed record OwnEntry(string Type, double Hz, double Db = 0, double Q = 0.71, int Slope = 12, string Channel = "stereo");

    /// <summary>All of a file; none where it can't be read.</summary>
    public static IReadOnlyList<FactoryPreset> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), FactoryJson.Default.FactoryPresetArray) ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    /// <summary>The settings that it stands for with a model; words that the model has not are no word.</summary>
    public EffectSettings Settings(BundledModel? model)
    {
        var values = new ParameterValues();
        void Set(uint id, double plain) => values[ParameterTable.IndexOf(id)] = ParameterTable.At(ParameterTable.IndexOf(id)).ToNormalized(plain);
        int SlotOf(string? word) => word is null ? Vocabulary.NoWord : model?.Vocabulary.SlotOf(word) ?? Vocabulary.NoWord;
        Set(ParameterId.WordA, SlotOf(Word));
        Set(ParameterId.WordB, SlotOf(To));
        Set(ParameterId.Morph, Morph);
        Set(ParameterId.Amount, Amount);
        Set(ParameterId.OutputGain, Output);
        foreach (var (name, percent) in Macros ?? [])
            Set(MacroOf(name), percent);
        for (int i = 0; i < Own?.Length; i++)
            SetOwn(Own[i], i, Set);
        return Phrase is null ? new EffectSettings(values.ToArray(), PhrasePair.None) : WithPhrase(values, model);
    }

    private static uint MacroOf(string name) => ParameterTable.All
        .First(parameter => parameter.Id is >= ParameterId.Macro1 and < ParameterId.Adapt && parameter.ShortTitle == name).Id;

    private static void SetOwn(OwnEntry own, int band, Action<uint, double> set)
    {
        set(ParameterId.OfOwn(band, ParameterId.Own.On), 1);
        set(ParameterId.OfOwn(band, ParameterId.Own.Type), BandTypes.TryParse(own.Type, out var type) ? (int)type : 1);
        set(ParameterId.OfOwn(band, ParameterId.Own.Channel), (int)Enum.Parse<BandChannel>(own.Channel, ignoreCase: true));
        set(ParameterId.OfOwn(band, ParameterId.Own.Frequency), own.Hz);
        set(ParameterId.OfOwn(band, ParameterId.Own.Gain), own.Db);
        set(ParameterId.OfOwn(band, ParameterId.Own.Q), own.Q);
        set(ParameterId.OfOwn(band, ParameterId.Own.Slope), own.Slope switch { <= 12 => 0, <= 24 => 1, _ => 2 });
    }

    private EffectSettings WithPhrase(ParameterValues values, BundledModel? model)
    {
        if (model?.Read(Phrase!) is not { } reading)
            return new EffectSettings(values.ToArray(), PhrasePair.None);
        var placed = PhraseBands.Place(reading.Bands, [], values, (id, normalized) => values[ParameterTable.IndexOf(id)] = normalized);
        values[ParameterTable.IndexOf(ParameterId.WordA)] = Vocabulary.Phrase / (Vocabulary.Slots - 1.0);
        return new EffectSettings(values.ToArray(), new PhrasePair(TypedPhrase.Of(reading, model.Folder) with { Bands = placed }, null));
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FactoryPreset[]))]
internal sealed partial class FactoryJson : JsonSerializerContext;
