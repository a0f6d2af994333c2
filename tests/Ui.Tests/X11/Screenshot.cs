using System.Buffers.Binary;
using System.Globalization;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>What the server shows of a window, read by xwd (X11/XWDFile.h, version 7).</summary>
internal sealed class Screenshot
{
    private const int ColourBytes = 12;

    private readonly byte[] _file;
    private readonly int _pixels;
    private readonly int _stride;
    private readonly bool _isLittleEndian;

    private Screenshot(byte[] file)
    {
        _file = file;
        (Width, Height, _stride) = (Field(4), Field(5), Field(12));
        _isLittleEndian = Field(7) == 0;
        Field(11).ShouldBe(32, "bits a pixel");
        _pixels = Field(0) + (ColourBytes * Field(19));
    }

    public int Width { get; }

    public int Height { get; }

    public static Screenshot Of(Xvfb server, nint window) =>
        new(server.Run("xwd", "-silent", "-id", window.ToString(CultureInfo.InvariantCulture)));

    public Colour PixelAt(int x, int y)
    {
        ReadOnlySpan<byte> pixel = _file.AsSpan(_pixels + (y * _stride) + (4 * x), 4);
        uint value = _isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(pixel) : BinaryPrimitives.ReadUInt32BigEndian(pixel);
        return Colour.FromRgb(value & 0xFFFFFF);
    }

    private int Field(int index) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(4 * index));
}
