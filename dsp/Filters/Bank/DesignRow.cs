namespace SemanticEq.Dsp;

/// <summary>
/// The working memory of <see cref="VectorBankDesign"/>: a row of eight bands each. Names as in <see cref="MatchedShape"/>; those that
/// begin with Log2 become their powers.
/// </summary>
internal static class DesignRow
{
    // What sets the types apart, from BankShape.
    public const int IsBell = 0;
    public const int Direction = Bands;
    public const int Scale = 2 * Bands;
    public const int HasQ = 3 * Bands;

    // Powers of 2.
    public const int Powers = 4 * Bands;
    public const int A = Powers;
    public const int PerA = Powers + Bands;
    public const int W = Powers + (2 * Bands);
    public const int PerW = Powers + (3 * Bands);
    public const int PerQ = Powers + (4 * Bands);
    public const int MidPower = Powers + (5 * Bands);
    public const int TopPower = Powers + (6 * Bands);
    public const int Lift = Powers + (7 * Bands);
    public const int PowersEnd = Powers + (8 * Bands);

    // From VectorPoles: G², G K; of the dip's image 1 / G² and G K; and 1 / u of the two points.
    public const int G2 = PowersEnd;
    public const int GK = PowersEnd + Bands;
    public const int PerDipG2 = PowersEnd + (2 * Bands);
    public const int DipGK2 = PowersEnd + (3 * Bands);
    public const int PerMid = PowersEnd + (4 * Bands);
    public const int PerTop = PowersEnd + (5 * Bands);

    // From VectorZeros: High − 1, (G Band)².
    public const int High = PowersEnd + (6 * Bands);
    public const int Band2 = PowersEnd + (7 * Bands);

    public const int Length = PowersEnd + (8 * Bands);

    private const int Bands = BankDesign.Bands;
}
