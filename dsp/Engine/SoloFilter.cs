namespace SemanticEq.Dsp;

/// <summary>
/// Lets through what one band works on: a band-pass at a bell's, notch's or tilt's centre, the lower side of a low shelf or low cut, the
/// upper of a high shelf or high cut. Nowhere louder than its input. It follows a band that is dragged: frequency, Q and shape
/// run along splines of 20 ms. Two channels, one thread; <see cref="Prepare"/> allocates, the rest does not.
/// </summary>
/// <remarks>A trapezoidal state-variable filter; see <see cref="SvfCoefficients"/> for why its coefficients may run along lines.</remarks>
public sealed class SoloFilter
{
    private const double GlideSeconds = 0.020;
    private const double ButterworthQ = 0.7071067811865476;
    private const double WideQ = 0.5;
    private const double LowestHz = 10.0;
    private const double HighestShare = 0.49;
    private const double LowestQ = 0.1;
    private const double HighestQ = 40.0;

    // +240 dBFS: what is louder is no audio, and its square must stay a number.
    private const double Loudest = 1e12;
    private const int CellSamples = 8;
    private const int Cells = Equaliser.SegmentSamples / CellSamples;

    private readonly SmoothGain _octaves = new();
    private readonly SmoothGain _sharpness = new();
    private readonly SmoothGain _low = new();
    private readonly SmoothGain _middle = new();
    private readonly SmoothGain _high = new();
    private readonly SvfCoefficients[] _knots = new SvfCoefficients[Cells + 1];
    private readonly double[] _states = new double[4];
    private double _sampleRate = 48000.0;
    private bool _isStill;

    /// <summary>Whether it moves in the present segment or has yet to.</summary>
    public bool IsMoving => _octaves.IsMoving || _sharpness.IsMoving || _low.IsMoving || _middle.IsMoving || _high.IsMoving;

    /// <summary>Allocates for a sample rate in Hz.</summary>
    public void Prepare(double sampleRate)
    {
        _sampleRate = sampleRate;
        int length = Glide.LengthFor(GlideSeconds, sampleRate);
        foreach (var value in (ReadOnlySpan<SmoothGain>)[_octaves, _sharpness, _low, _middle, _high])
            value.Prepare(length);
        Aim(new(BandType.Bell, 1000.0, 0.0, 1.0));
        Snap();
        Reset();
    }

    /// <summary>Forgets what it heard.</summary>
    public void Reset() => Array.Clear(_states);

    /// <summary>Sets whose surroundings to let through, from the next segment on. What is not finite is left as it was.</summary>
    public void Aim(in Band band)
    {
        bool isLow = band.Type is BandType.LowShelf or BandType.LowCut;
        bool isHigh = band.Type is BandType.HighShelf or BandType.HighCut;
        double q = isLow || isHigh ? ButterworthQ : band.Type == BandType.Tilt ? WideQ : band.Q;
        _octaves.Aim(Math.Log2(Math.Clamp(band.FrequencyHz, LowestHz, HighestShare * _sampleRate)));
        _sharpness.Aim(Math.Log2(Math.Clamp(q, LowestQ, HighestQ)));
        _low.Aim(isLow ? 1.0 : 0.0);
        _high.Aim(isHigh ? 1.0 : 0.0);
        _middle.Aim(isLow || isHigh ? 0.0 : 1.0);
    }

    /// <summary>Jumps to where it was last aimed.</summary>
    public void Snap()
    {
        _octaves.Finish();
        _sharpness.Finish();
        _low.Finish();
        _middle.Finish();
        _high.Finish();
        Array.Fill(_knots, Design(0));
        _isStill = true;
    }

    /// <summary>Begins a segment of <see cref="Equaliser.SegmentSamples"/>. At rest it may be left out.</summary>
    public void BeginSegment()
    {
        if (!IsMoving && _isStill)
            return;
        _octaves.BeginSegment();
        _sharpness.BeginSegment();
        _low.BeginSegment();
        _middle.BeginSegment();
        _high.BeginSegment();
        for (int i = 0; i <= Cells; i++)
            _knots[i] = Design(i * CellSamples);
        _isStill = !IsMoving;
    }

    /// <summary>Filters in place.</summary>
    /// <param name="samples">One channel; while it moves no longer than what is left of the segment.</param>
    /// <param name="right">Which of the two channels.</param>
    /// <param name="from">The first sample's place in the segment. Where the run is cut makes no difference to the last bit.</param>
    public void Process(Span<double> samples, bool right, int from)
    {
        var states = _states.AsSpan(right ? 2 : 0, 2);
        double s1 = states[0], s2 = states[1];
        for (int i = 0; i < samples.Length; i++)
        {
            var c = _isStill ? _knots[0] : At(from + i);
            double x = double.IsNaN(samples[i]) ? 0.0 : Math.Clamp(samples[i], -Loudest, Loudest);
            double u = x - s2;
            samples[i] = (c.D * x) + (c.C1 * s1) + (c.C2 * s2);
            double next = s1 - (c.P * s1) + (c.Q * u);
            s2 += (c.Q * s1) + (c.R * u);
            s1 = next;
        }

        states[0] = s1;
        states[1] = s2;
    }

    private SvfCoefficients At(int sample)
    {
        int cell = Math.Min(sample / CellSamples, Cells - 1);
        double share = (sample - (cell * CellSamples)) / (double)CellSamples;
        ref readonly var a = ref _knots[cell];
        ref readonly var b = ref _knots[cell + 1];
        return new(
            a.P + (share * (b.P - a.P)), a.Q + (share * (b.Q - a.Q)), a.R + (share * (b.R - a.R)),
            a.D + (share * (b.D - a.D)), a.C1 + (share * (b.C1 - a.C1)), a.C2 + (share * (b.C2 - a.C2)));
    }

    private SvfCoefficients Design(int sample)
    {
        double g = Math.Tan(Math.PI * double.Exp2(_octaves.At(sample)) / _sampleRate);
        double k = double.Exp2(-_sharpness.At(sample));
        return SvfCoefficients.From(new(g, k, _low.At(sample), k * _middle.At(sample), _high.At(sample)));
    }
}
