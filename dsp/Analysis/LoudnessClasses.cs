namespace SemanticEq.Dsp;

/// <summary>
/// Gathers moments into classes of those that any filter changes alike; moments at or below BS.1770's absolute gate are dropped.
/// Each moment is a class of its own until there are too many; then the two that lose least by it become one. Allocates when made,
/// never after.
/// </summary>
/// <remarks>
/// Ward's method (J. H. Ward, "Hierarchical grouping to optimize an objective function", 1963), a moment at a time. Two
/// moments are as far apart as their levels behind boosts of one eighth of the points after another.
/// </remarks>
internal sealed class LoudnessClasses
{
    private const int Points = LoudnessSpectrum.Points;
    private const int Max = LoudnessSpectrum.MaxClasses;
    private const int Room = Max + 1;
    private const int Probes = 8;
    private const double BoostPower = 16.0; // 12 dB
    private const double GateLufs = -70.0;
    private const double OffsetDb = -0.691;
    private const double LeastSpreadLu = 0.1;

    private readonly double[] _sums = new double[Room * Points];
    private readonly double[] _levels = new double[Room * Probes];
    private readonly double[] _squares = new double[Room];
    private readonly long[] _counts = new long[Room];
    private readonly double[] _losses = new double[Room * Room];
    private int _used;

    /// <summary>How many moments there are.</summary>
    public long Moments { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Reset()
    {
        Moments = 0;
        _used = 0;
    }

    /// <summary>Adds a moment.</summary>
    /// <param name="powers">Its K-weighted mean square at each point, all channels summed.</param>
    public void Add(ReadOnlySpan<double> powers)
    {
        double lufs = OffsetDb + (10.0 * Math.Log10(Sum(powers)));
        if (!(lufs > GateLufs && double.IsFinite(lufs)))
            return;
        Moments++;
        int added = _used++;
        powers.CopyTo(SumsOf(added));
        _counts[added] = 1;
        _squares[added] = 0.0;
        Place(added);
        if (_used > Max)
            JoinNearest();
    }

    /// <summary>Reads the classes. May run on the audio thread.</summary>
    /// <returns>False, and nothing written, where there is no moment.</returns>
    public bool TryRead(LoudnessSpectrum spectrum)
    {
        if (_used == 0)
            return false;
        double loudest = 0.0;
        for (int c = 0; c < _used; c++)
            loudest = Math.Max(loudest, Sum(SumsOf(c)) / _counts[c]);
        spectrum.Begin(_used);
        for (int c = 0; c < _used; c++)
        {
            spectrum.Counts[c] = (float)((double)_counts[c] / Moments);
            // Of levels spread evenly, half their range is √3 standard deviations.
            spectrum.SpreadsLu[c] = (float)Math.Max(LeastSpreadLu, Math.Sqrt(3.0 * _squares[c] / _counts[c]));
            var sums = SumsOf(c);
            var powers = spectrum.PowersOf(c);
            for (int i = 0; i < powers.Length; i++)
                powers[i] = (float)(sums[i] / (_counts[c] * loudest));
        }

        return true;
    }

    private void JoinNearest()
    {
        int kept = 0, joined = 1;
        for (int a = 0; a < _used; a++)
        {
            for (int b = a + 1; b < _used; b++)
            {
                if (_losses[(a * Room) + b] < _losses[(kept * Room) + joined])
                    (kept, joined) = (a, b);
            }
        }

        _squares[kept] += _squares[joined] + Loss(kept, joined);
        _counts[kept] += _counts[joined];
        var sums = SumsOf(kept);
        var others = SumsOf(joined);
        for (int i = 0; i < Points; i++)
            sums[i] += others[i];

        int last = --_used;
        if (joined != last)
        {
            SumsOf(last).CopyTo(others);
            _counts[joined] = _counts[last];
            _squares[joined] = _squares[last];
            Place(joined);
        }

        Place(kept);
    }

    // A class's levels, and what its joining any other would lose.
    private void Place(int index)
    {
        var sums = SumsOf(index);
        double all = Sum(sums);
        for (int probe = 0; probe < Probes; probe++)
        {
            double boosted = all + ((BoostPower - 1.0) * Sum(sums.Slice(probe * Points / Probes, Points / Probes)));
            _levels[(index * Probes) + probe] = 10.0 * Math.Log10(boosted / _counts[index]);
        }

        for (int other = 0; other < _used; other++)
            _losses[(Math.Min(index, other) * Room) + Math.Max(index, other)] = Loss(index, other);
    }

    // How much the squared distances from the mean grow, LU², a mean over the probes.
    private double Loss(int a, int b)
    {
        double squares = 0.0;
        for (int probe = 0; probe < Probes; probe++)
        {
            double apart = _levels[(a * Probes) + probe] - _levels[(b * Probes) + probe];
            squares += apart * apart;
        }

        return squares / Probes * ((double)_counts[a] * _counts[b] / (_counts[a] + _counts[b]));
    }

    private Span<double> SumsOf(int index) => _sums.AsSpan(index * Points, Points);

    private static double Sum(ReadOnlySpan<double> powers)
    {
        double sum = 0.0;
        foreach (double power in powers)
            sum += power;
        return sum;
    }
}
