using System.Buffers.Binary;
using System.IO.Compression;

namespace SemanticEq.Ui.Platform;

/// <summary>Pictures as PNG files (W3C PNG, RGB of 8 bits, no filter).</summary>
public static unsafe class PngFile
{
    /// <summary>Saves pixels; the file appears whole or not at all.</summary>
    /// <param name="path">Where.</param>
    /// <param name="pixels">32 bits a pixel: blue, green, red, unused.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="stride">Bytes from a row to the next.</param>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public static void Save(string path, byte* pixels, int width, int height, int stride) =>
        AtomicFile.Write(path, Encode(pixels, width, height, stride));

    /// <summary>The file's bytes.</summary>
    /// <param name="pixels">32 bits a pixel: blue, green, red, unused.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="stride">Bytes from a row to the next.</param>
    public static byte[] Encode(byte* pixels, int width, int height, int stride)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(pixels, width, height, stride));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(byte* pixels, int width, int height, int stride)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            byte[] row = new byte[1 + (3 * width)];
            for (int y = 0; y < height; y++)
            {
                byte* from = pixels + ((long)y * stride);
                for (int x = 0; x < width; x++)
                {
                    row[(3 * x) + 1] = from[(4 * x) + 2];
                    row[(3 * x) + 2] = from[(4 * x) + 1];
                    row[(3 * x) + 3] = from[4 * x];
                }
                deflate.Write(row);
            }
        }
        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        file.Write(word);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(word);
    }

    // CRC-32 of ISO 3309, as the PNG specification's annex D computes it, without its table.
    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return crc;
    }
}
