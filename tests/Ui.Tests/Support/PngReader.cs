using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Tests;

/// <summary>Reads 24-bit PNG files by the specification (W3C PNG, third edition), independently of the library that wrote
/// them.</summary>
internal sealed class PngReader
{
    private const int BytesPerPixel = 3;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly byte[] _pixels;

    public PngReader(byte[] file)
    {
        file.AsSpan(0, 8).SequenceEqual(Signature).ShouldBeTrue("no PNG signature");
        using var packed = new MemoryStream();
        string type = "";
        for (int at = 8; type != "IEND";)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            type = Encoding.ASCII.GetString(file, at + 4, 4);
            ReadOnlySpan<byte> chunk = file.AsSpan(at + 8, length);
            if (type == "IHDR")
            {
                Width = BinaryPrimitives.ReadInt32BigEndian(chunk);
                Height = BinaryPrimitives.ReadInt32BigEndian(chunk[4..]);
                chunk[8..].ToArray().ShouldBe(new byte[] { 8, 2, 0, 0, 0 }, "8 bits, RGB, deflate, no interlace");
            }
            else if (type == "IDAT")
            {
                packed.Write(chunk);
            }

            at += 12 + length;
        }

        packed.Position = 0;
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        _pixels = new byte[Width * BytesPerPixel * Height];
        byte[] line = new byte[1 + (Width * BytesPerPixel)];
        for (int y = 0; y < Height; y++)
        {
            inflate.ReadExactly(line);
            Unfilter(line, y);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public Colour PixelAt(int x, int y)
    {
        int at = ((y * Width) + x) * BytesPerPixel;
        return new Colour(_pixels[at], _pixels[at + 1], _pixels[at + 2]);
    }

    private void Unfilter(byte[] line, int y)
    {
        int stride = Width * BytesPerPixel, row = y * stride;
        for (int i = 0; i < stride; i++)
        {
            int left = i >= BytesPerPixel ? _pixels[row + i - BytesPerPixel] : 0;
            int up = y > 0 ? _pixels[row + i - stride] : 0;
            int upLeft = y > 0 && i >= BytesPerPixel ? _pixels[row + i - stride - BytesPerPixel] : 0;
            int predicted = line[0] switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upLeft),
                _ => throw new InvalidDataException($"Filter {line[0]} is none of PNG's."),
            };
            _pixels[row + i] = (byte)(line[1 + i] + predicted);
        }
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        int estimate = left + up - upLeft;
        int toLeft = Math.Abs(estimate - left), toUp = Math.Abs(estimate - up), toUpLeft = Math.Abs(estimate - upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft)
            return left;
        return toUp <= toUpLeft ? up : upLeft;
    }
}
