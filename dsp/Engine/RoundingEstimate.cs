namespace SemanticEq.Dsp;

/// <summary>
/// Estimates what single precision would add to the output of some banks, so that bands for which that is too much run in double
/// precision even for single-precision samples. An upper bound for programme between white and pink noise, whose shape is
/// reasoned and whose limit is measured over the bands' whole ranges (decision record 0007).
/// </summary>
/// <remarks>
/// States round at each sample and forget slowly: errors add up over about 1 / (g min(k, 1/k)) samples and come out by C1 and C2.
/// A state holds the band's share of the programme, about 0.15 k of pink noise, raised by 1/k²; the second holds what lies below
/// the band as well. Poles that are rounded move by ε / k of a narrow band's width, near Nyquist by ε g / k. All is taken against the band's own output. Boosts
/// that other bands take back lift the rounding of what passes between them.
/// </remarks>
internal struct RoundingEstimate()
{
    // −124 dB as a power, and 30 dB as an amplitude.
    private const double MostPower = 4e-13;
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
            // The channels differ where a band acts on one of them alone.
            var first = new Lane(design + lane);
            bool isStereo = design[(3 * BankLayout.Lanes) + lane] == design[(3 * BankLayout.Lanes) + lane + 1];
            var second = isStereo ? first : new Lane(design + lane + 1);
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
            double rise = c2 + (g * c1);
            double low = Math.Abs(high + rise);
            double peak = Math.Sqrt(Square(high + (band / k)) + Square(rise / k));
            high = Math.Abs(high);
            double share = Math.Min(0.5, 0.15 * k);
            double state = share / (k * k);
            double heard = (0.35 * ((low * low) + (high * high))) + (share * peak * peak);
            double states = ((c1 * c1 * state) + (c2 * c2 * (state + 0.4))) / (g * Math.Min(k, 1.0 / k) * a1);
            double poles = ((g * g) + 0.3) * state * peak * peak;
            Power = Epsilon * Epsilon * (states + poles) / heard;
            Boost = Math.Max(1.0, Math.Max(peak, Math.Max(low, high)));
            Cut = 1.0 / Math.Clamp(Math.Min(peak, Math.Min(low, high)), 1.0 / MostTakenBack, 1.0);
        }

        /// <summary>The error's power against the output's.</summary>
        public double Power { get; }

        /// <summary>The largest gain, 1 or more.</summary>
        public double Boost { get; }

        /// <summary>The largest loss, 1 or more.</summary>
        public double Cut { get; }

        private static double Square(double x) => x * x;
    }
}
