namespace SemanticEq.Dsp;

/// <summary>
/// Estimates what single precision would add to the output of some banks, so that bands for which that is too much run in double
/// precision even for single-precision samples. An upper bound for noise-like signals, found by measurement over the bands' whole
/// ranges (decision record 0006).
/// </summary>
/// <remarks>
/// States round at each sample, and forget slowly: an error of ε |C| max(1, 1/k) is added up over about 1 / (g min(k, 1/k)) samples.
/// Rounded poles near Nyquist change k by ε g/k. Both are taken against the band's own largest gain. Boosts that other bands take
/// back lift the rounding of what passes between them.
/// </remarks>
internal struct RoundingEstimate()
{
    // −122 dB as a power, and 30 dB as an amplitude.
    private const double MostPower = 6.3e-13;
    private const double MostTakenBack = 31.6;
    private const double Epsilon = 1.0 / (1 << 24);

    private double _power = 0.0;
    private double _boost = 1.0;
    private double _cut = 1.0;

    /// <summary>Whether single precision would not do.</summary>
    public readonly bool NeedsDouble => !(_power < MostPower && Math.Min(_boost, _cut) < MostTakenBack);

    /// <summary>Adds a bank's newest design.</summary>
    public unsafe void Add(Knots knots)
    {
        double* design = knots.Double(0);
        for (int lane = 0; lane < BankLayout.Lanes; lane += 2)
        {
            if ((knots.Awake & (1 << (lane / 2))) == 0)
                continue;
            // Where a band acts on one channel only, the other lane is the identity and adds nothing.
            var first = new Lane(design + lane);
            var second = new Lane(design + lane + 1);
            _power += Math.Max(first.Power, second.Power);
            _boost *= Math.Max(first.Boost, second.Boost);
            _cut *= Math.Max(first.Cut, second.Cut);
        }
    }

    private readonly unsafe struct Lane
    {
        public Lane(double* lane)
        {
            double p = lane[0], q = lane[BankLayout.Lanes], r = lane[2 * BankLayout.Lanes];
            double d = lane[3 * BankLayout.Lanes], c1 = lane[4 * BankLayout.Lanes], c2 = lane[5 * BankLayout.Lanes];
            double g = r / q;
            double k = (p - r) / q;
            double a1 = 0.5 * q / g;
            double band = (c1 * (1.0 - (g * g * a1)) - (c2 * g * a1)) / a1;
            double high = d - (g * a1 * (band + (g * (c2 + (g * c1)))));
            double low = Math.Abs(high + c2 + (g * c1));
            double peak = Math.Abs(high + (band / k));
            high = Math.Abs(high);
            double most = Math.Max(peak, Math.Max(low, high));
            double states = (Math.Abs(c1) + Math.Abs(c2)) * Math.Max(1.0, 1.0 / k) / most;
            double poles = g / k * peak / most;
            Power = Epsilon * Epsilon * ((states * states / (g * Math.Min(k, 1.0 / k) * a1)) + (poles * poles));
            Boost = Math.Max(1.0, most);
            Cut = 1.0 / Math.Clamp(Math.Min(peak, Math.Min(low, high)), 1.0 / MostTakenBack, 1.0);
        }

        /// <summary>The error's power against the band's largest gain.</summary>
        public double Power { get; }

        /// <summary>The largest gain, 1 or more.</summary>
        public double Boost { get; }

        /// <summary>The largest loss, 1 or more.</summary>
        public double Cut { get; }
    }
}
