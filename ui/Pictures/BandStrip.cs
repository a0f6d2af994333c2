using SemanticEq.Dsp;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Pictures;

/// <summary>The figures of the bands, in cells of equal width: number and frequency, gain and Q, and the sign of the shape.</summary>
internal sealed class BandStrip
{
    private const double RowHeight = 32;
    private const double RowGap = 14;
    private const double CellGap = 10;
    private const double TextLeft = (2 * NodeBadge.Radius) + 8;
    private const double FirstBaseline = 11;
    private const double SecondBaseline = 28;
    private const double GlyphGap = 8;

    private readonly IReadOnlyList<PictureBand> _bands;
    private readonly Theme _theme;
    private readonly TextStyle _first;
    private readonly TextStyle _second;
    private readonly int _columns;

    /// <summary>Chooses the columns: as many of eight, four, two or one as the widest cell lets fit.</summary>
    public BandStrip(ICanvas canvas, IReadOnlyList<PictureBand> bands, double width, Theme theme)
    {
        _bands = bands;
        _theme = theme;
        _first = new TextStyle(TypeSize.Control, theme.Text, FontWeight.Medium);
        _second = new TextStyle(TypeSize.Small, theme.Muted);
        double widest = bands.Count == 0 ? 0 : bands.Max(band => CellWidth(canvas, band.Band));
        _columns = 8;
        while (_columns > 1 && width / _columns < widest + CellGap)
            _columns /= 2;
    }

    /// <summary>Height of all rows; 0 without bands.</summary>
    public double Height => _bands.Count == 0 ? 0 : (Rows * RowHeight) + ((Rows - 1) * RowGap);

    private int Rows => (_bands.Count + _columns - 1) / _columns;

    /// <summary>Draws the cells.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="area">Room inside the panel's edges.</param>
    public void Draw(ICanvas canvas, Rectangle area)
    {
        double cell = area.Width / _columns;
        for (int i = 0; i < _bands.Count; i++)
            DrawCell(canvas, i, area.Left + (i % _columns * cell), area.Top + (i / _columns * (RowHeight + RowGap)));
    }

    private static ReadOnlySpan<byte> GainAndQ(Span<byte> buffer, Band band)
    {
        int length = 0;
        if (band.Type is BandType.LowShelf or BandType.Bell or BandType.HighShelf or BandType.Tilt)
        {
            length = Readout.Gain(buffer, band.GainDb).CopyInto(buffer, 0);
            length = "   "u8.CopyInto(buffer, length);
        }

        Span<byte> q = stackalloc byte[Readout.MaxBytes];
        length = Readout.Q(q, band.Q).CopyInto(buffer, length);
        return buffer[..length];
    }

    private double CellWidth(ICanvas canvas, Band band)
    {
        Span<byte> buffer = stackalloc byte[2 * Readout.MaxBytes];
        double first = canvas.MeasureWidth(Readout.Frequency(buffer, band.FrequencyHz), _first) + GlyphGap + BandGlyph.Width;
        return TextLeft + Math.Max(first, canvas.MeasureWidth(GainAndQ(buffer, band), _second));
    }

    private void DrawCell(ICanvas canvas, int index, double left, double top)
    {
        Band band = _bands[index].Band;
        Span<byte> buffer = stackalloc byte[2 * Readout.MaxBytes];
        double middle = top + FirstBaseline - _first.BaselineBelowMiddle;
        NodeBadge.Draw(canvas, new Point(left + NodeBadge.Radius, middle), index, _theme);

        ReadOnlySpan<byte> frequency = Readout.Frequency(buffer, band.FrequencyHz);
        canvas.Text(frequency, left + TextLeft, top + FirstBaseline, _first);
        double glyphLeft = left + TextLeft + canvas.MeasureWidth(frequency, _first) + GlyphGap;
        BandGlyph.Draw(canvas, band, glyphLeft, middle, _theme.Band(index));
        canvas.Text(GainAndQ(buffer, band), left + TextLeft, top + SecondBaseline, _second);
    }
}

/// <summary>Puts pieces of UTF-8 one after the other.</summary>
file static class Utf8Pieces
{
    /// <summary>Copies a piece to an offset, which may be the place where it already lies; returns the offset behind it.</summary>
    public static int CopyInto(this ReadOnlySpan<byte> piece, Span<byte> buffer, int offset)
    {
        piece.CopyTo(buffer[offset..]);
        return offset + piece.Length;
    }
}
