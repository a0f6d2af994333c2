using System.Buffers.Binary;
using System.Text.Json;

namespace SemanticEq.Host.Rendering;

/// <summary>A band as the plug-in says that it plays, after amount and trims.</summary>
/// <param name="Type">low-shelf, bell, high-shelf…</param>
/// <param name="Hz">Centre or corner.</param>
/// <param name="Db">Gain.</param>
/// <param name="Q">Quality factor.</param>
public sealed record SavedBand(string Type, double Hz, double Db, double Q);

/// <summary>
/// Reads the bands out of a saved state: <c>SEQS</c>, uint32 format, uint32 payload length, uint32 CRC-32 (as in zlib), then JSON;
/// little-endian.
/// </summary>
public static class SavedBands
{
    private const int HeaderLength = 16;
    private const uint Format = 1;

    /// <summary>The bands in their order.</summary>
    /// <exception cref="UserError">The state is not of this form, or damaged.</exception>
    public static IReadOnlyList<SavedBand> Read(byte[] state)
    {
        if (state.Length < HeaderLength || !state.AsSpan(0, 4).SequenceEqual("SEQS"u8))
            throw new UserError("the plug-in's state is not one of Semantic EQ's");
        uint format = BinaryPrimitives.ReadUInt32LittleEndian(state.AsSpan(4));
        if (format != Format)
            throw new UserError($"the plug-in's state has format {format}, newer than this program's {Format}");
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(state.AsSpan(8));
        if (length > state.Length - HeaderLength)
            throw new UserError("the plug-in's state is cut short");
        var payload = state.AsMemory(HeaderLength, (int)length);
        if (BinaryPrimitives.ReadUInt32LittleEndian(state.AsSpan(12)) != Crc32(payload.Span))
            throw new UserError("the plug-in's state is damaged: its checksum is wrong");
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.TryGetProperty("bands", out var bands) && bands.ValueKind == JsonValueKind.Array
                ? [.. bands.EnumerateArray().Select(Band)]
                : [];
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

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
        }
        return ~crc;
    }
}
