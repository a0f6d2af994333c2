using System.Text.Json;
using System.Text.Json.Nodes;
using SemanticEq.Dsp;
using SemanticEq.Plugin;

namespace SemanticEq.Host.Rendering;

/// <summary>A band as the plug-in says that it plays, after amount and trims.</summary>
/// <param name="Type">low-shelf, bell, high-shelf…</param>
/// <param name="Hz">Centre or corner.</param>
/// <param name="Db">Gain.</param>
/// <param name="Q">Quality factor.</param>
public sealed record SavedBand(string Type, double Hz, double Db, double Q);

/// <summary>Reads what other programs may read of a saved state: the plug-in's frame (<see cref="StateContainer"/>) around JSON.</summary>
public static class SavedState
{
    /// <summary>The bands in their order.</summary>
    /// <exception cref="UserError">The state is not of this form, or damaged.</exception>
    public static IReadOnlyList<SavedBand> Bands(byte[] state) => Read<IReadOnlyList<SavedBand>>(state, root =>
        root.TryGetProperty("bands", out var bands) && bands.ValueKind == JsonValueKind.Array ? [.. bands.EnumerateArray().Select(Band)] : []);

    /// <summary>The phrase that was typed for word A, or for word B; null where there is none.</summary>
    /// <exception cref="UserError">The state is not of this form, or damaged.</exception>
    public static SavedPhrase? Phrase(byte[] state, bool ofWordB = false) =>
        Read(state, root => root.TryGetProperty(ofWordB ? "phrase_b" : "phrase_a", out var phrase) ? Phrase(phrase) : null);

    /// <summary>Whether it keeps a track's measured loudness.</summary>
    /// <exception cref="UserError">The state is not of this form, or damaged.</exception>
    public static bool HasMeasuredLoudness(byte[] state) =>
        Read(state, root => root.TryGetProperty("loudness", out var loudness) && loudness.ValueKind == JsonValueKind.String);

    /// <summary>The same state, knowing a track: what Adapt fits the bands to, as if the plug-in had heard it.</summary>
    /// <param name="state">Any of the plug-in's.</param>
    /// <param name="levelFreeDb">64 values in dB on the common grid.</param>
    /// <param name="seconds">How much of it was heard, above 0.</param>
    /// <exception cref="UserError">The state is not of this form, or damaged.</exception>
    public static byte[] WithTrack(byte[] state, ReadOnlySpan<float> levelFreeDb, double seconds)
    {
        var root = Read(state, payload => JsonNode.Parse(payload.GetRawText())!.AsObject());
        var values = new JsonArray([.. levelFreeDb.ToArray().Select(db => (JsonNode)JsonValue.Create(db))]);
        root["track"] = new JsonObject { ["version"] = 1, ["seconds"] = seconds, ["db"] = values };
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            root.WriteTo(json);
        return StateContainer.Wrap(stream.ToArray());
    }

    private static T Read<T>(byte[] state, Func<JsonElement, T> read)
    {
        if (!StateContainer.TryUnwrap(state, out var payload))
            throw new UserError("the plug-in's state is damaged, or not one of Semantic EQ's that this version reads");
        try
        {
            using var document = JsonDocument.Parse(payload.ToArray());
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new UserError($"the plug-in's state can't be read: {e.Message}", e);
        }
    }

    private static SavedPhrase Phrase(JsonElement phrase) => new(
        phrase.GetProperty("text").GetString() ?? "",
        [.. phrase.GetProperty("parts").EnumerateArray().Select(Part)],
        [.. phrase.GetProperty("bands").EnumerateArray().Select(OwnBand)],
        phrase.TryGetProperty("unplaced", out var unplaced) ? unplaced.GetInt32() : 0);

    private static SavedPhrasePart Part(JsonElement part) => new(
        part.GetProperty("text").GetString() ?? "",
        part.GetProperty("kind").GetString() ?? "",
        part.GetProperty("says").GetString() ?? "",
        part.TryGetProperty("certainty", out var certainty) ? certainty.GetDouble() : null);

    // Its values stand in the order of the parameters: on, type, channel, Hz, dB, Q, slope.
    private static SavedOwnBand OwnBand(JsonElement band)
    {
        double[] values = [.. band.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        return new SavedOwnBand(band.GetProperty("own").GetInt32(), BandTypes.Name((BandType)(int)values[1]), values[3], values[4], values[5], 12 << (int)values[6]);
    }

    private static SavedBand Band(JsonElement band) => new(
        band.GetProperty("type").GetString() ?? "",
        band.GetProperty("hz").GetDouble(),
        band.GetProperty("db").GetDouble(),
        band.GetProperty("q").GetDouble());
}
