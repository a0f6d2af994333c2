using System.Numerics;
using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// Behind the filters: output gain, auto gain, dry compare (the dry signal at the processed loudness) and bypass. All four come
/// down to two gains, on what was filtered and on what came in, which glide over 10 ms. Audio thread, but for
/// <see cref="Prepare"/>.
/// </summary>
internal sealed class OutputStage
{
    private const double RampSeconds = 0.010;
    private const double MostMatchedDb = 24.0;

    // The loudness of bands that move is of no use before they have arrived, and costs as much as all of their filters.
    private const int MeasuringTicks = 8;

    private static readonly int Bypass = ParameterTable.IndexOf(ParameterId.Bypass);
    private static readonly int DryCompare = ParameterTable.IndexOf(ParameterId.DryCompare);
    private static readonly int OutputGain = ParameterTable.IndexOf(ParameterId.OutputGain);
    private static readonly int AutoGain = ParameterTable.IndexOf(ParameterId.AutoGain);
    private readonly SmoothGain _wet = new();
    private readonly SmoothGain _input = new();
    private readonly LoudnessChange _loudness = new();
    private bool _isBypass;
    private bool _isDry;
    private bool _isAuto;
    private double _gainDb;
    private double _changeDb;
    private bool _isMeasured;
    private bool _isOutdated;

    /// <summary>Whether it moves in the present segment or has yet to.</summary>
    public bool IsMoving => AreGainsMoving || (Matches && (!_isMeasured || _isOutdated));

    /// <summary>Whether it is aimed at bypass.</summary>
    public bool IsBypass => _isBypass;

    /// <summary>Whether the present segment is bypass and nothing else: not dry compare either, which may have the same gains.</summary>
    public bool IsBypassed => _isBypass && !AreGainsMoving && _wet.Value == 0.0 && _input.Value == 1.0;

    /// <summary>Whether the present segment is what was filtered and nothing else.</summary>
    public bool IsThrough => !AreGainsMoving && _wet.Value == 1.0 && _input.Value == 0.0;

    private bool AreGainsMoving => _wet.IsMoving || _input.IsMoving;

    private bool Matches => _isAuto || _isDry;

    /// <summary>Allocates for a sample rate and 1 or 2 channels; the loudness is that of pink noise. Main thread.</summary>
    public void Prepare(double sampleRate, int channels)
    {
        int length = Glide.LengthFor(RampSeconds, sampleRate);
        _wet.Prepare(length);
        _input.Prepare(length);
        _loudness.Prepare(sampleRate, channels);
        _isMeasured = false;
    }

    /// <summary>Sets the sound whose loudness is matched; holds from the next <see cref="Aim"/> on.</summary>
    public void MatchLoudnessOf(LoudnessSpectrum spectrum) => _loudness.Use(spectrum);

    /// <summary>Sets where to go.</summary>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="otherBands">Whether bands have changed, and with them their loudness.</param>
    public void Aim(ReadOnlySpan<double> plain, bool otherBands)
    {
        _isBypass = plain[Bypass] > 0.5;
        _isDry = plain[DryCompare] > 0.5;
        _isAuto = plain[AutoGain] > 0.5;
        _gainDb = plain[OutputGain];
        _isOutdated |= otherBands;
        _isMeasured &= Matches;
        AimGains();
    }

    /// <summary>Jumps to where it was last aimed.</summary>
    /// <param name="targets">The bands that are to play, for their loudness.</param>
    public void Snap(EqualiserTargets targets)
    {
        Measure(targets);
        _wet.Finish();
        _input.Finish();
    }

    /// <summary>Begins a segment.</summary>
    /// <param name="targets">The bands that are to play, for their loudness.</param>
    /// <param name="tick">The segment's number since processing started.</param>
    public void BeginSegment(EqualiserTargets targets, long tick)
    {
        if (!_isMeasured || tick % MeasuringTicks == 0)
            Measure(targets);
        _wet.BeginSegment();
        _input.BeginSegment();
    }

    /// <summary>Mixes part of a segment in place, or while it does not move any run.</summary>
    /// <param name="wet">The filtered samples; overwritten with the output.</param>
    /// <param name="input">The same samples before the filters.</param>
    /// <param name="from">The first sample's place in the segment.</param>
    public void Process<T>(Span<T> wet, ReadOnlySpan<T> input, int from) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!AreGainsMoving)
        {
            TensorPrimitives.Multiply(wet, T.CreateTruncating(_wet.Value), wet);
            if (_input.Value != 0.0)
                TensorPrimitives.MultiplyAdd(input, T.CreateTruncating(_input.Value), wet, wet);
            return;
        }
        Span<T> gains = stackalloc T[Equaliser.SegmentSamples];
        gains = gains[..wet.Length];
        _wet.Fill(gains, from);
        TensorPrimitives.Multiply(wet, gains, wet);
        _input.Fill(gains, from);
        TensorPrimitives.MultiplyAdd(input, gains, wet, wet);
    }

    private void Measure(EqualiserTargets targets)
    {
        if (!Matches || (_isMeasured && !_isOutdated))
            return;
        _isMeasured = true;
        _isOutdated = false;
        // Cuts that leave next to nothing are not to be made up for.
        _changeDb = Math.Clamp(_loudness.ChangeDb(targets), -MostMatchedDb, MostMatchedDb);
        AimGains();
    }

    private void AimGains()
    {
        if (Matches && !_isMeasured)
            return;
        double wet = _gainDb - (_isAuto ? _changeDb : 0.0);
        _wet.Aim(_isBypass || _isDry ? 0.0 : Gain(wet));
        _input.Aim(_isBypass ? 1.0 : _isDry ? Gain(wet + _changeDb) : 0.0);
    }

    private static double Gain(double decibels) => decibels == 0.0 ? 1.0 : Math.Pow(10.0, decibels / 20.0);
}
