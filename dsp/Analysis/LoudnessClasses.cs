namespace SemanticEq.Dsp;

/// <summary>
/// Sorts moments into classes of loudness 1 LU wide, and adds up each class's powers; moments at or below BS.1770's absolute gate
/// are dropped. Allocates when made, never after.
/// </summary>
internal sealed class LoudnessClasses
{
    private const int Points = LoudnessSpectrum.Points;
    private const double GateLufs = -70.0;
    private const double OffsetDb = -0.691;
    private const int Count = 160;

    private readonly double[] _powers = new double[Count * Points];
    private readonly long[] _counts = new long[Count];

    /// <summary>How many moments there are.</summary>
    public long Moments { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Reset()
    {
        Moments = 0;
        Array.Clear(_powers);
        Array.Clear(_counts);
    }

    /// <summary>Adds a moment.</summary>
    /// <param name="powers">Its K-weighted mean square at each point, all channels summed.</param>
    public void Add(ReadOnlySpan<double> powers)
    {
        double lufs = OffsetDb + (10.0 * Math.Log10(Sum(powers)));
        if (!(lufs > GateLufs))
            return;
        int index = Math.Min((int)(lufs - GateLufs), Count - 1);
        Moments++;
        _counts[index]++;
        var sums = PowersOf(index);
        for (int i = 0; i < powers.Length; i++)
            sums[i] += powers[i];
    }

    /// <summary>Reads the loudest classes, as many as a spectrum holds. May run on the audio thread.</summary>
    /// <returns>False, and nothing written, where there is no moment.</returns>
    public bool TryRead(LoudnessSpectrum spectrum)
    {
        int loudest = _counts.AsSpan().LastIndexOfAnyExcept(0L);
        if (loudest < 0)
            return false;
        int softest = Math.Max(0, loudest - LoudnessSpectrum.MaxClasses + 1);
        var counts = _counts.AsSpan(softest..(loudest + 1));
        spectrum.Begin(counts.Length - counts.Count(0L));
        double scale = _counts[loudest] / Sum(PowersOf(loudest));
        for (int from = softest, to = 0; from <= loudest; from++)
        {
            if (_counts[from] == 0)
                continue;
            spectrum.Counts[to] = (float)((double)_counts[from] / Moments);
            var sums = PowersOf(from);
            var powers = spectrum.PowersOf(to++);
            for (int i = 0; i < powers.Length; i++)
                powers[i] = (float)(sums[i] * scale / _counts[from]);
        }

        return true;
    }

    private Span<double> PowersOf(int index) => _powers.AsSpan(index * Points, Points);

    private static double Sum(ReadOnlySpan<double> powers)
    {
        double sum = 0.0;
        foreach (double power in powers)
            sum += power;
        return sum;
    }
}
