using System.Text.Json;
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

    /// <summary>Whether it keeps a track's measured loudness.</summary>
    /// <exception cref="UserError">The state is not of this form, or damaged.</exception>
    public static bool HasMeasuredLoudness(byte[] state) =>
        Read(state, root => root.TryGetProperty("loudness", out var loudness) && loudness.ValueKind == JsonValueKind.String);

    private static T Read<T>(byte[] state, Func<JsonElement, T> read)
    {
        if (!StateContainer.TryUnwrap(state, out var payload))
            throw new UserError("the plug-in's state is damaged, or not one of Semantic EQ's that this version reads");
        try
        {
            using var document = JsonDocument.Parse(payload.ToArray());
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UserError($"the plug-in's state can't be read: {e.Message}", e);
        }
    }

    private static SavedBand Band(JsonElement band) => new(
        band.GetProperty("type").GetString() ?? "",
        band.GetProperty("hz").GetDouble(),
        band.GetProperty("db").GetDouble(),
        band.GetProperty("q").GetDouble());
}
