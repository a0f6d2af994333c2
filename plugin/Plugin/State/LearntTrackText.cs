using System.Text.Json;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// What is known of a track as JSON: <c>{"version":1,"listener":"v1","seconds":31.2,"db":[64 numbers, level-free]}</c>. Numbers come back
/// to the bit, so that a session sounds as it was left. Main thread.
/// </summary>
internal static class LearntTrackText
{
    private const int Version = 1;

    // A level-free spectrum lies within some 100 dB of its mean.
    private const float MostDb = 400f;
    private const double MostSeconds = 1e9;

    /// <summary>Writes it; null where nothing is known.</summary>
    /// <param name="track">What is known.</param>
    /// <param name="listener">The version by which bands are fitted to it, so that a later one need not change what a session sounds like; null
    /// for none. While there is one version only, nobody reads it.</param>
    public static JsonElement? Write(LearntTrack track, string? listener)
    {
        if (!track.IsKnown)
            return null;
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            if (listener != null)
                json.WriteString("listener", listener);
            json.WriteNumber("seconds", SessionState.Rounded(track.Seconds));
            json.WriteStartArray("db");
            foreach (float value in track.LevelFreeDb)
                json.WriteNumberValue(value);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Reads it.</summary>
    /// <returns>Null where there is none, or it is damaged or of a later version.</returns>
    public static LearntTrack? Read(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } track
            || !TryNumber(track, "version", out double version) || version != Version
            || !TryNumber(track, "seconds", out double seconds) || !(seconds > 0.0 && seconds < MostSeconds)
            || !track.TryGetProperty("db", out var values) || values.ValueKind != JsonValueKind.Array || values.GetArrayLength() != CommonGrid.Count)
        {
            return null;
        }
        Span<float> spectrum = stackalloc float[CommonGrid.Count];
        for (int i = 0; i < spectrum.Length; i++)
        {
            if (values[i].ValueKind != JsonValueKind.Number || !values[i].TryGetSingle(out spectrum[i]) || !(MathF.Abs(spectrum[i]) < MostDb))
                return null;
        }
        return new LearntTrack(spectrum, seconds);
    }

    private static bool TryNumber(JsonElement json, string name, out double value)
    {
        value = 0.0;
        return json.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out value);
    }
}
