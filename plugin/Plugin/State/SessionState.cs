using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SemanticEq.Dsp;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// What a session remembers, as JSON in a <see cref="StateContainer"/>. Values are in plain units by parameter id, so that a
/// later change of a range keeps their meaning; unknown fields and ids are passed over; what is missing has its default.
/// </summary>
internal sealed record SessionState
{
    /// <summary>The plug-in version that wrote it.</summary>
    public string? Plugin { get; set; }

    /// <summary>The model version that decoded <see cref="Decoded"/>.</summary>
    public string? Model { get; set; }

    /// <summary>That model's hash.</summary>
    public string? ModelHash { get; set; }

    /// <summary>Plain values by parameter id.</summary>
    public Dictionary<string, double> Values { get; set; } = [];

    /// <summary>The word in slot A by name: slots above 383 differ between machines.</summary>
    public string? WordA { get; set; }

    /// <summary>The word in slot B by name.</summary>
    public string? WordB { get; set; }

    /// <summary>The phrase that was typed for word A: slot 1. Kept while the word is another, and where no model here can read it.</summary>
    public TypedPhrase? PhraseA { get; set; }

    /// <summary>The phrase that was typed for word B.</summary>
    public TypedPhrase? PhraseB { get; set; }

    /// <summary>The decoder's bands before amount and trims: 24 values, as in the model contract. They play on without a model.</summary>
    public float[]? Decoded { get; set; }

    /// <summary>The eight bands as they play after amount and trims, for other programs to read.</summary>
    public BandEntry[]? Bands { get; set; }

    /// <summary>The track's loudness as it was measured, see <see cref="LoudnessText"/>; missing where it was not: pink noise then.</summary>
    public string? Loudness { get; set; }

    /// <summary>What is known of the track, see <see cref="LearntTrackText"/>; missing where that is nothing. Damaged, it counts as missing.</summary>
    public JsonElement? Track { get; set; }

    /// <summary>The other side of A and B; missing where there has been only one.</summary>
    public ComparedState? Compare { get; set; }

    /// <summary>The preset that was loaded or saved last, by its key.</summary>
    public string? Preset { get; set; }

    /// <summary>A band in plain units.</summary>
    internal sealed record BandEntry(string Type, double Hz, double Db, double Q);

    /// <summary>Writes the whole state.</summary>
    public byte[] Write() => StateContainer.Wrap(JsonSerializer.SerializeToUtf8Bytes(this, SessionJson.Default.SessionState));

    /// <summary>Reads a state.</summary>
    /// <returns>Null where it is damaged or not ours.</returns>
    public static SessionState? Read(ReadOnlySpan<byte> bytes)
    {
        if (!StateContainer.TryUnwrap(bytes, out var payload))
            return null;
        try
        {
            var state = JsonSerializer.Deserialize(payload, SessionJson.Default.SessionState);
            // Handed on as it came where no window asks for it: what could not be written again must not come in.
            return state is { Compare: { } compare } ? state with { Compare = compare.Sound() } : state;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a preset keeps of it: the sound, and nothing of how one listens, of this track, or of what else a session holds.</summary>
    public SessionState AsPreset()
    {
        var kept = Values.Where(value => IsKept(value.Key)).ToDictionary();
        return this with { Values = kept, Loudness = null, Track = null, Compare = null, Preset = null };
    }

    /// <summary>All parameters' values in plain units.</summary>
    public static Dictionary<string, double> ValuesOf(ParameterValues values)
    {
        var plain = new Dictionary<string, double>(ParameterTable.Count);
        for (int i = 0; i < ParameterTable.Count; i++)
        {
            var parameter = ParameterTable.At(i);
            if (!parameter.Flags.HasFlag(Vst3.ParameterFlags.IsReadOnly))
                plain[parameter.Id.ToString(CultureInfo.InvariantCulture)] = Rounded(parameter.ToPlain(values[i]));
        }
        return plain;
    }

    private static bool IsKept(string id) =>
        !uint.TryParse(id, CultureInfo.InvariantCulture, out uint number) || ParameterTable.IndexOf(number) is not (>= 0 and var index) || EffectSettings.IsPart(index);

    // Twelve digits are far beyond what is heard, and come back as they were: a session that is opened and saved does not change.
    internal static double Rounded(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The stored decode, or null where it is missing or not sound.</summary>
    public float[]? SoundDecode() =>
        Decoded is { Length: DecoderShape.Output } decode && Array.TrueForAll(decode, value => float.IsFinite(value) && MathF.Abs(value) < 48f) ? decode : null;

    /// <summary>The track's loudness, or null where it is missing or not sound.</summary>
    public LoudnessSpectrum? SoundLoudness() => LoudnessText.Read(Loudness);

    /// <summary>What it sets, words found by their names: another model may have them in other slots.</summary>
    /// <param name="model">Whose words are meant; null to take the slots as they stand.</param>
    public EffectSettings Settings(BundledModel? model)
    {
        double[] normalized = SessionSnapshot.ValuesOf(this);
        Name(ParameterId.WordA, WordA);
        Name(ParameterId.WordB, WordB);
        return new EffectSettings(normalized, new PhrasePair(PhraseA?.IsSound() == true ? PhraseA : null, PhraseB?.IsSound() == true ? PhraseB : null));

        void Name(uint id, string? word)
        {
            if (word is not null && model is not null)
                normalized[ParameterTable.IndexOf(id)] = ParameterTable.At(ParameterTable.IndexOf(id)).ToNormalized(model.Vocabulary.SlotOf(word) ?? Inference.Vocabulary.NoWord);
        }
    }

    /// <summary>A parameter's normalised value in this state; its default where the state has none.</summary>
    public double Normalized(Parameter parameter) => parameter.ToNormalized(
        Values.TryGetValue(parameter.Id.ToString(CultureInfo.InvariantCulture), out double plain) ? plain : parameter.Default);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SessionState))]
internal sealed partial class SessionJson : JsonSerializerContext;
