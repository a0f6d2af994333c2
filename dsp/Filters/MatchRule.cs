namespace SemanticEq.Dsp;

/// <summary>
/// Where a bell or a shelf is met besides DC: at two points p = m / √(1 + (m / cap)²) below a cap near Nyquist, of
/// m = factor · f0 · A^exponent · √r, with A = 10^(|dB|/40) and r = √(1 + 1/4Q²) + 1/2Q, half the bandwidth as a ratio.
/// </summary>
/// <remarks>
/// The numbers were found by differential evolution over thousands of settings (f0 20 Hz–20 kHz, Q 0.1–10, up to 18 dB, 44.1 kHz),
/// for the least worst error up to 20 kHz; their tests say what is reached.
/// </remarks>
/// <param name="MidExponent">Of A, at the lower point.</param>
/// <param name="MidFactor">At the lower point.</param>
/// <param name="MidCap">Of the lower point, as a share of Nyquist.</param>
/// <param name="MidCapRise">What a high Q adds to that cap: all of it for Q → ∞, half at Q 1.</param>
/// <param name="TopExponent">Of A, at the upper point.</param>
/// <param name="TopFactor">At the upper point.</param>
/// <param name="TopCap">Of the upper point, as a share of Nyquist.</param>
internal readonly record struct MatchRule(
    double MidExponent,
    double MidFactor,
    double MidCap,
    double MidCapRise,
    double TopExponent,
    double TopFactor,
    double TopCap)
{
    // Constants, for the vector form to fold.
    public const double BellMidExponent = 0.143;
    public const double BellMidFactor = 2.583;
    public const double BellMidCap = 0.406;
    public const double BellTopExponent = 0.587;
    public const double BellTopFactor = 7.909;
    public const double BellTopCap = 0.872;

    public const double ShelfMidExponent = 0.479;
    public const double ShelfMidFactor = 1.123;
    public const double ShelfMidCap = 0.453;
    public const double ShelfMidCapRise = 0.45;
    public const double ShelfTopExponent = 0.368;
    public const double ShelfTopFactor = 6.98;
    public const double ShelfTopCap = 0.918;

    /// <summary>A resonant dip's zeros begin to be the prototype's own at this 1/Q …</summary>
    public const double OwnZerosFrom = 0.44;

    /// <summary>… and would be wholly at this.</summary>
    public const double OwnZerosTo = 0.03;

    /// <summary>The dip must lie below this, (w / 2)²: 1.19 of Nyquist …</summary>
    public const double OwnZerosBelow = 0.25 * 1.19 * 1.19 * Math.PI * Math.PI;

    /// <summary>… and lie wholly inside from here down: 0.72 of Nyquist.</summary>
    public const double OwnZerosWithin = 0.25 * 0.72 * 0.72 * Math.PI * Math.PI;

    /// <summary>The lowest power at Nyquist against the prototype's at the upper point, where that is below 1: keeps a dip near
    /// Nyquist from closing to a true zero, whose inverse would be unstable.</summary>
    public const double LowestTopPower = 0.25;

    /// <summary>The lowest damping of the zeros, squared, against the prototype's where that is below 1, for the same reason.</summary>
    public const double LowestZeroDamping = 0.09;

    /// <summary>A bell's.</summary>
    public static MatchRule Bell => new(
        BellMidExponent, BellMidFactor, BellMidCap, 0.0, BellTopExponent, BellTopFactor, BellTopCap);

    /// <summary>A shelf's, low, high or tilt.</summary>
    public static MatchRule Shelf => new(
        ShelfMidExponent, ShelfMidFactor, ShelfMidCap, ShelfMidCapRise, ShelfTopExponent, ShelfTopFactor, ShelfTopCap);
}
