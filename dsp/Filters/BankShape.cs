namespace SemanticEq.Dsp;

/// <summary>What sets the types of bells and shelves apart in <see cref="BankDesign"/>, a row a type.</summary>
internal static class BankShape
{
    /// <summary>Values of a type.</summary>
    public const int Length = 4;

    /// <summary>All bits set for a bell, none for a shelf: a mask.</summary>
    public const int Bell = 0;

    /// <summary>1 where a boost is what is designed and a cut is its inverse, −1 where it is the other way round.</summary>
    public const int Direction = 1;

    /// <summary>The whole section's gain, log2 a dB of the band's.</summary>
    public const int Scale = 2;

    /// <summary>1 if the band's Q counts, 0 if it is a tilt's, ½.</summary>
    public const int HasQ = 3;

    /// <summary>log2 of an amplitude, a dB.</summary>
    public const double Log2PerDb = 3.3219280948873623 / 20.0;

    private static readonly double[] Rows = MakeRows();

    /// <summary>The row of a type; meaningless for cuts and notches.</summary>
    public static ReadOnlySpan<double> Of(BandType type) => Rows.AsSpan((int)type * Length, Length);

    private static double[] MakeRows()
    {
        var rows = new double[Enum.GetValues<BandType>().Length * Length];
        foreach (var type in Enum.GetValues<BandType>())
        {
            var row = rows.AsSpan((int)type * Length, Length);
            row[Bell] = type == BandType.Bell ? BitConverter.Int64BitsToDouble(-1) : 0.0;
            row[Direction] = type is BandType.Bell or BandType.LowShelf ? 1.0 : -1.0;
            row[Scale] = type switch { BandType.LowShelf => Log2PerDb, BandType.Tilt => -0.5 * Log2PerDb, _ => 0.0 };
            row[HasQ] = type == BandType.Tilt ? 0.0 : 1.0;
        }

        return rows;
    }
}
