using SemanticEq.Dsp;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The equaliser's curve, people's spread and one band's response at the plot's points, worked out where something changed. Points lie two
/// units apart or more; narrow bands have some of their own, so that no peak is missed. Everything is in arrays of a fixed size.
/// </summary>
internal sealed class CurveLine
{
    private const int Bands = 8;
    private const int MostEvenPoints = 640;
    private const double UnitsPerPoint = 2;

    // A band's centre and around it, in bandwidths (octaves over Q): the less the nearer.
    private static readonly double[] AroundBands = [-1.2, -0.6, -0.3, -0.1, 0, 0.1, 0.3, 0.6, 1.2];
    private static readonly int MostPoints = MostEvenPoints + (2 * Bands * AroundBands.Length);

    private readonly double[] _hz = new double[MostPoints];
    private readonly double[] _x = new double[MostPoints];
    private readonly double[] _curveDb = new double[MostPoints];
    private readonly double[] _spreadDb = new double[MostPoints];
    private readonly double[] _bandDb = new double[MostPoints];
    private readonly double[] _curveY = new double[MostPoints];
    private readonly double[] _upperY = new double[MostPoints];
    private readonly double[] _lowerY = new double[MostPoints];
    private readonly double[] _plainDb = new double[MostPoints];
    private readonly double[] _plainY = new double[MostPoints];
    private readonly double[] _bandY = new double[MostPoints];
    private readonly double[] _extraHz = new double[2 * Bands * AroundBands.Length];
    private int _count;

    /// <summary>x of the points, ascending, in canvas units.</summary>
    public ReadOnlySpan<double> X => _x.AsSpan(0, _count);

    /// <summary>Heights of the whole equaliser's curve.</summary>
    public ReadOnlySpan<double> CurveY => _curveY.AsSpan(0, _count);

    /// <summary>Heights of the word's own curve, where Adapt has made it another one; else empty.</summary>
    public ReadOnlySpan<double> PlainY => _plainY.AsSpan(0, HasPlain ? _count : 0);

    /// <summary>Upper edge of people's spread; empty where there is none.</summary>
    public ReadOnlySpan<double> SpreadUpperY => _upperY.AsSpan(0, HasSpread ? _count : 0);

    /// <summary>Lower edge of people's spread; empty where there is none.</summary>
    public ReadOnlySpan<double> SpreadLowerY => _lowerY.AsSpan(0, HasSpread ? _count : 0);

    /// <summary>Heights of one band's response, as last asked for.</summary>
    public ReadOnlySpan<double> BandY => _bandY.AsSpan(0, _count);

    /// <summary>Whether people have set the word.</summary>
    public bool HasSpread { get; private set; }

    /// <summary>Whether what plays is not the word's own curve, since Adapt has fitted it to the track.</summary>
    public bool HasPlain { get; private set; }

    /// <summary>Works out the gains. <see cref="MapTo"/> has to follow.</summary>
    public void Update(IPlaying playing, FrequencyAxis axis)
    {
        Lay(playing, axis);
        ReadOnlySpan<double> hz = _hz.AsSpan(0, _count);
        playing.CurveDb(hz, _curveDb.AsSpan(0, _count));
        ReplaceNaN(_curveDb.AsSpan(0, _count));
        HasPlain = playing.PlainCurveDb(hz, _plainDb.AsSpan(0, _count));
        ReplaceNaN(_plainDb.AsSpan(0, _count));
        HasSpread = playing.SpreadDb(hz, _spreadDb.AsSpan(0, _count));
    }

    /// <summary>Works out the heights of all but the band.</summary>
    public void MapTo(in PlotFrame frame)
    {
        LevelAxis gains = frame.Gains;
        for (int i = 0; i < _count; i++)
        {
            _curveY[i] = gains.Y(_curveDb[i]);
            _plainY[i] = gains.Y(_plainDb[i]);
            double spreadDb = HasSpread && double.IsFinite(_spreadDb[i]) ? _spreadDb[i] : 0;
            _upperY[i] = gains.Y(_curveDb[i] + spreadDb);
            _lowerY[i] = gains.Y(_curveDb[i] - spreadDb);
        }
    }

    /// <summary>Works out one band's response at the same points.</summary>
    public void UpdateBand(IPlaying playing, bool own, int band, in PlotFrame frame)
    {
        Span<double> decibels = _bandDb.AsSpan(0, _count);
        playing.ResponseDb(own, band, _hz.AsSpan(0, _count), decibels);
        ReplaceNaN(decibels);
        LevelAxis gains = frame.Gains;
        for (int i = 0; i < _count; i++)
            _bandY[i] = gains.Y(decibels[i]);
    }

    /// <summary>The whole equaliser's gain at an x of the plot, in dB.</summary>
    public double CurveDbAt(double x)
    {
        if (_count == 0)
            return 0;
        int above = _x.AsSpan(0, _count).BinarySearch(x);
        if (above >= 0)
            return _curveDb[above];
        above = Math.Clamp(~above, 1, _count - 1);
        double t = Math.Clamp((x - _x[above - 1]) / (_x[above] - _x[above - 1]), 0, 1);
        double fromDb = _curveDb[above - 1], toDb = _curveDb[above];
        double gainDb = fromDb + (t * (toDb - fromDb));
        return double.IsNaN(gainDb) ? Math.Min(fromDb, toDb) : gainDb;
    }

    /// <summary>The greatest distance from 0 dB that is worth seeing; where something is cut away its depth is not.</summary>
    public double GreatestDb(bool withDepths)
    {
        double greatest = 0;
        foreach (double gainDb in _curveDb.AsSpan(0, _count))
        {
            if (gainDb > 0 || withDepths)
                greatest = Math.Max(greatest, Math.Abs(gainDb));
        }

        return greatest;
    }

    private void Lay(IPlaying playing, FrequencyAxis axis)
    {
        int extras = LayExtras(playing);
        double width = axis.Right - axis.Left;
        int even = Math.Clamp((int)(width / UnitsPerPoint) + 1, 2, MostEvenPoints);
        double ratio = Math.Pow(FrequencyAxis.HighHz / FrequencyAxis.LowHz, 1.0 / (even - 1));
        _count = 0;
        int extra = 0;
        double hz = FrequencyAxis.LowHz;
        for (int i = 0; i < even; i++, hz *= ratio)
        {
            if (i == even - 1)
                hz = FrequencyAxis.HighHz;
            for (; extra < extras && _extraHz[extra] <= hz; extra++)
                Add(_extraHz[extra], axis.X(_extraHz[extra]));
            Add(hz, axis.Left + (width * i / (even - 1)));
        }
    }

    private void Add(double hz, double x)
    {
        if (_count > 0 && x <= _x[_count - 1])
            return;
        _hz[_count] = hz;
        _x[_count++] = x;
    }

    private int LayExtras(IPlaying playing)
    {
        int count = 0;
        for (int band = 0; band < Bands; band++)
        {
            if (playing.IsDecodedOn(band))
                AddAround(playing.Decoded[band], ref count);
            if (playing.IsOwnOn(band))
                AddAround(playing.Own[band], ref count);
        }

        return count;
    }

    private void AddAround(Band band, ref int count)
    {
        foreach (double bandwidths in AroundBands)
        {
            double hz = band.FrequencyHz * Math.Pow(2, bandwidths / band.Q);
            if (hz is > FrequencyAxis.LowHz and < FrequencyAxis.HighHz)
                Insert(hz, count++);
        }
    }

    // In its place. The library's Sort makes a comparer, which is garbage at each frame.
    private void Insert(double hz, int count)
    {
        int at = count;
        for (; at > 0 && _extraHz[at - 1] > hz; at--)
            _extraHz[at] = _extraHz[at - 1];
        _extraHz[at] = hz;
    }

    // A path with a point that is no number would be none.
    private static void ReplaceNaN(Span<double> decibels)
    {
        foreach (ref double value in decibels)
        {
            if (double.IsNaN(value))
                value = 0;
        }
    }
}
