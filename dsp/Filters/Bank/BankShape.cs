namespace SemanticEq.Dsp;

/// <summary>What sets the types of bells and shelves apart in <see cref="VectorBankDesign"/>.</summary>
/// <param name="IsBell">All bits set for a bell, none for a shelf: a mask.</param>
/// <param name="Direction">1 where a boost is what is designed and a cut is its inverse, −1 where it is the other way round.</param>
/// <param name="Scale">The whole section's gain, log2 a dB of the band's.</param>
/// <param name="HasQ">1 if the band's Q counts, 0 if it is a tilt's, ½.</param>
internal readonly record struct BankShape(double IsBell, double Direction, double Scale, double HasQ)
{
    /// <summary>log2 of an amplitude, a dB.</summary>
    public const double Log2PerDb = 3.3219280948873623 / 20.0;

    private static readonly BankShape[] Shapes = [.. Enum.GetValues<BandType>().Select(Make)];

    /// <summary>The shape of a type; meaningless for cuts and notches.</summary>
    public static ref readonly BankShape Of(BandType type) => ref Shapes[(int)type];

    private static BankShape Make(BandType type) => type switch
    {
        BandType.Bell => new(BitConverter.Int64BitsToDouble(-1), 1.0, 0.0, 1.0),
        BandType.LowShelf => new(0.0, 1.0, Log2PerDb, 1.0),
        BandType.Tilt => new(0.0, -1.0, -0.5 * Log2PerDb, 0.0),
        _ => new(0.0, -1.0, 0.0, 1.0),
    };
}
