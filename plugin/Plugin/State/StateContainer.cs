using System.Buffers.Binary;

namespace SemanticEq.Plugin;

/// <summary>
/// The frame around a state: <c>SEQS</c>, uint32 format, uint32 payload length, uint32 CRC-32 of the payload (as in zlib), the
/// payload; little-endian. What is cut short, changed or of a later format is refused whole.
/// </summary>
internal static class StateContainer
{
    /// <summary>The newest format that is read, and the one that is written.</summary>
    public const uint Format = 1;

    /// <summary>A larger payload is refused: no state of ours is near it.</summary>
    public const int MaxPayload = 1 << 20;

    private const int HeaderLength = 16;

    /// <summary>Frames a payload.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> payload)
    {
        byte[] state = new byte[HeaderLength + payload.Length];
        "SEQS"u8.CopyTo(state);
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(4), Format);
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(8), (uint)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(12), Crc32(payload));
        payload.CopyTo(state.AsSpan(HeaderLength));
        return state;
    }

    /// <summary>The payload of a whole and unchanged state.</summary>
    public static bool TryUnwrap(ReadOnlySpan<byte> state, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (state.Length < HeaderLength || !state[..4].SequenceEqual("SEQS"u8) || BinaryPrimitives.ReadUInt32LittleEndian(state[4..]) != Format)
            return false;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(state[8..]);
        if (length > MaxPayload || length > state.Length - HeaderLength)
            return false;
        // Some hosts hand back more bytes than were written; what follows the payload is theirs.
        payload = state.Slice(HeaderLength, (int)length);
        return BinaryPrimitives.ReadUInt32LittleEndian(state[12..]) == Crc32(payload);
    }

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
