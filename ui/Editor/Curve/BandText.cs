using System.Text;
using SemanticEq.Dsp;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Editor;

/// <summary>A band in words.</summary>
internal static class BandText
{
    /// <summary>Room for any of these lines.</summary>
    public const int MaxBytes = 160;

    /// <summary>Frequency and note: "330 Hz · E4 +2 ct".</summary>
    public static ReadOnlySpan<byte> Place(Span<byte> buffer, double frequencyHz)
    {
        Span<byte> piece = stackalloc byte[Readout.MaxBytes];
        var line = new Utf8Line(buffer);
        line.Add(Readout.Frequency(piece, frequencyHz));
        line.Add(" · "u8);
        line.Add(NoteName.WithCents(piece, frequencyHz));
        return line.Bytes;
    }

    /// <summary>Gain and Q, or what stands for them: "−3.1 dB   Q 1.60", "24 dB/oct   Q 0.71".</summary>
    public static ReadOnlySpan<byte> Shape(Span<byte> buffer, Band band, ReadOnlySpan<byte> between)
    {
        Span<byte> piece = stackalloc byte[Readout.MaxBytes];
        var line = new Utf8Line(buffer);
        switch (band.Type)
        {
            case BandType.LowCut or BandType.HighCut:
                line.Add(Readout.WholeDb(piece, band.SlopeDbPerOctave, plus: false));
                line.Add("\u2009dB/oct"u8);
                break;
            case BandType.Notch:
                line.Add("Notch"u8);
                break;
            default:
                line.Add(Readout.Gain(piece, band.GainDb));
                break;
        }

        if (band.Type != BandType.Tilt)
        {
            line.Add(between);
            line.Add(Readout.Q(piece, band.Q));
        }

        return line.Bytes;
    }

    /// <summary>The same, and for an own band on which channel it plays where that is not all of them: "+4.0 dB   Q 1.00   Side".</summary>
    public static ReadOnlySpan<byte> ShapeAndChannel(Span<byte> buffer, BandEdit edit, ReadOnlySpan<byte> between)
    {
        Span<byte> piece = stackalloc byte[MaxBytes];
        var line = new Utf8Line(buffer);
        line.Add(Shape(piece, edit.Band, between));
        if (edit is OwnBandEdit { Channel: { } channel } && channel.Step() > 0)
        {
            line.Add(between);
            line.Add(channel.Text(channel.Value, piece));
        }

        return line.Bytes;
    }

    /// <summary>All of a band: "Band 3, 330 Hz, −3.1 dB, Q 1.60". Allocates; for people who don't see the curve.</summary>
    public static string Describe(BandEdit edit)
    {
        Span<byte> buffer = stackalloc byte[MaxBytes], piece = stackalloc byte[MaxBytes];
        var line = new Utf8Line(buffer);
        line.Add(edit.Name);
        line.Add(", "u8);
        line.Add(Readout.Frequency(piece, edit.Band.FrequencyHz));
        line.Add(", "u8);
        line.Add(ShapeAndChannel(piece, edit, ", "u8));
        if (!edit.IsOn)
            line.Add(", off"u8);
        return Encoding.UTF8.GetString(line.Bytes);
    }
}
