namespace SemanticEq.Dsp;

/// <summary>
/// What of a sound a change of its loudness depends on: K-weighted power over frequency (ITU-R BS.1770), apart for moments of
/// different loudness, since its gate passes some and stops others; and how it shares out over the channels. Allocates when
/// made, never after; one thread at a time.
/// </summary>
public sealed class LoudnessSpectrum
{
    /// <summary>Frequencies.</summary>
    public const int Points = 64;

    /// <summary>The most classes of moments.</summary>
    public const int MaxClasses = 64;

    /// <summary>The most values that <see cref="Write"/> gives.</summary>
    public const int MaxLength = (3 * Points) + (MaxClasses * (2 + Points));

    private const float HighestHz = 1e6f;
    private const float PlainSpreadLu = 0.5f;
    private const float LeastSpreadLu = 0.01f;
    private const float MostSpreadLu = 200.0f;
    private readonly float[] _hz = new float[Points];
    private readonly float[] _rightShare = new float[Points];
    private readonly float[] _midShare = new float[Points];
    private readonly float[] _counts = new float[MaxClasses];
    private readonly float[] _spreads = new float[MaxClasses];
    private readonly float[] _powers = new float[MaxClasses * Points];

    /// <summary>Classes in use, 1 to <see cref="MaxClasses"/>.</summary>
    public int Classes { get; private set; } = 1;

    /// <summary>Each point's frequency in Hz: the centre of the power that it stands for.</summary>
    public Span<float> FrequenciesHz => _hz;

    /// <summary>The right channel's part of each point's power, 0 to 1; 0 for mono.</summary>
    public Span<float> RightShare => _rightShare;

    /// <summary>The part of each point's power that is in the mid signal, (left + right) / √2, 0 to 1; 1 for mono.</summary>
    public Span<float> MidShare => _midShare;

    /// <summary>How many moments each class stands for, as any multiple of that; above 0.</summary>
    public Span<float> Counts => _counts.AsSpan(0, Classes);

    /// <summary>How far a class's moments lie about its mean level: half their range, in LU, as if they were spread evenly; above 0.</summary>
    public Span<float> SpreadsLu => _spreads.AsSpan(0, Classes);

    /// <summary>The power at each point of one of a class's moments, in any unit.</summary>
    public Span<float> PowersOf(int index) => _powers.AsSpan(index * Points, Points);

    /// <summary>Sets how many classes there are, each spread by ½ LU; their counts and powers are to be written next.</summary>
    public void Begin(int classes)
    {
        Classes = Math.Clamp(classes, 1, MaxClasses);
        _spreads.AsSpan().Fill(PlainSpreadLu);
    }

    /// <summary>Takes over another's values.</summary>
    public void CopyFrom(LoudnessSpectrum other)
    {
        Classes = other.Classes;
        other._hz.CopyTo(_hz, 0);
        other._rightShare.CopyTo(_rightShare, 0);
        other._midShare.CopyTo(_midShare, 0);
        other._counts.CopyTo(_counts, 0);
        other._spreads.CopyTo(_spreads, 0);
        other._powers.CopyTo(_powers, 0);
    }

    /// <summary>
    /// Becomes pink noise from 20 Hz to 20 kHz, as far as the sample rate reaches, equally loud throughout: in two independent
    /// channels, or in one.
    /// </summary>
    /// <param name="sampleRate">Hz.</param>
    /// <param name="channels">1 or 2.</param>
    public void BecomePink(double sampleRate, int channels)
    {
        const double LowestPinkHz = 20.0;
        double highestPinkHz = Math.Min(20000.0, 0.499 * sampleRate);
        Begin(1);
        _counts[0] = 1.0f;
        for (int i = 0; i < Points; i++)
        {
            double hz = LowestPinkHz * Math.Pow(highestPinkHz / LowestPinkHz, (i + 0.5) / Points);
            _hz[i] = (float)hz;
            // Pink noise has the same power in each of the log-spaced intervals.
            _powers[i] = (float)KWeighting.PowerAt(Math.Tan(Math.PI * hz / sampleRate), sampleRate);
        }

        _rightShare.AsSpan().Fill(channels == 2 ? 0.5f : 0.0f);
        _midShare.AsSpan().Fill(channels == 2 ? 0.5f : 1.0f);
    }

    /// <summary>All values in a row, to be kept; <see cref="TryRead"/> brings the same back.</summary>
    /// <param name="values">Room for <see cref="MaxLength"/>.</param>
    /// <returns>How many were written.</returns>
    public int Write(Span<float> values)
    {
        _hz.CopyTo(values);
        _rightShare.CopyTo(values[Points..]);
        _midShare.CopyTo(values[(2 * Points)..]);
        Counts.CopyTo(values[(3 * Points)..]);
        SpreadsLu.CopyTo(values[((3 * Points) + Classes)..]);
        _powers.AsSpan(0, Classes * Points).CopyTo(values[((3 * Points) + (2 * Classes))..]);
        return (3 * Points) + (Classes * (2 + Points));
    }

    /// <summary>Reads values that <see cref="Write"/> gave.</summary>
    /// <returns>False, and nothing changed, where they can't be such.</returns>
    public bool TryRead(ReadOnlySpan<float> values) => TryReadAny(values, 1);

    /// <summary>Reads values of version 0.1's first format: the same without spreads, then of ½ LU, and no more than 32 classes.</summary>
    /// <returns>False, and nothing changed, where they can't be such.</returns>
    public bool TryReadWithoutSpreads(ReadOnlySpan<float> values) => TryReadAny(values, 0);

    private bool TryReadAny(ReadOnlySpan<float> values, int spreadsOfClass)
    {
        int valuesOfClass = 1 + spreadsOfClass + Points;
        int classes = (values.Length - (3 * Points)) / valuesOfClass;
        if (classes is < 1 or > MaxClasses || values.Length != (3 * Points) + (classes * valuesOfClass))
            return false;
        var hz = values[..Points];
        var shares = values.Slice(Points, 2 * Points);
        var counts = values.Slice(3 * Points, classes);
        var spreads = values.Slice((3 * Points) + classes, classes * spreadsOfClass);
        var powers = values[((3 * Points) + classes + spreads.Length)..];
        if (!AllWithin(hz, 1.0f, HighestHz) || !AllWithin(shares, 0.0f, 1.0f) || !AllWithin(counts, 1e-9f, 1e9f)
            || !AllWithin(spreads, LeastSpreadLu, MostSpreadLu)
            || !AllWithin(powers, 0.0f, 1e12f) || powers.IndexOfAnyExcept(0.0f) < 0)
            return false;
        Begin(classes);
        hz.CopyTo(_hz);
        shares[..Points].CopyTo(_rightShare);
        shares[Points..].CopyTo(_midShare);
        counts.CopyTo(_counts);
        spreads.CopyTo(_spreads);
        powers.CopyTo(_powers);
        return true;
    }

    // Also false for what is no number.
    private static bool AllWithin(ReadOnlySpan<float> values, float lowest, float highest)
    {
        foreach (float value in values)
        {
            if (!(value >= lowest && value <= highest))
                return false;
        }

        return true;
    }
}
