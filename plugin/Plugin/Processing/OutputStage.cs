using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// Behind the filters: output gain, auto gain, dry compare (the dry signal at the processed loudness) and bypass, each on a glide
/// of 10 ms. Audio thread, but for <see cref="Prepare"/>.
/// </summary>
internal sealed class OutputStage
{
    private const double RampSeconds = 0.010;
    private const double MostMatchedDb = 24.0;
    private const int SegmentSamples = Equaliser.SegmentSamples;
    private static readonly int Bypass = ParameterTable.IndexOf(ParameterId.Bypass);
    private static readonly int DryCompare = ParameterTable.IndexOf(ParameterId.DryCompare);
    private static readonly int OutputGain = ParameterTable.IndexOf(ParameterId.OutputGain);
    private static readonly int AutoGain = ParameterTable.IndexOf(ParameterId.AutoGain);
    private readonly Glide _wetGainDb = new();
    private readonly Glide _dryGainDb = new();
    private readonly Glide _dryMix = new();
    private readonly Glide _bypassMix = new();
    private readonly LoudnessChange _loudness = new();
    private Mix _from;
    private Mix _to;

    /// <summary>Whether the present segment is bypass and nothing else.</summary>
    public bool IsBypassed => _from.Input == 1.0 && _to.Input == 1.0 && _bypassMix.Value == 1.0;

    /// <summary>Allocates for a sample rate and 1 or 2 channels; the loudness is that of pink noise. Main thread.</summary>
    public void Prepare(double sampleRate, int channels)
    {
        int length = Glide.LengthFor(RampSeconds, sampleRate);
        _wetGainDb.Prepare(length);
        _dryGainDb.Prepare(length);
        _dryMix.Prepare(length);
        _bypassMix.Prepare(length);
        _loudness.Prepare(sampleRate, channels);
    }

    /// <summary>Sets the sound whose loudness is matched; holds from the next <see cref="Aim"/> on.</summary>
    public void MatchLoudnessOf(LoudnessSpectrum spectrum) => _loudness.Use(spectrum);

    /// <summary>Sets where to go.</summary>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="targets">The bands that are to play, for their loudness.</param>
    public void Aim(ReadOnlySpan<double> plain, EqualiserTargets targets)
    {
        bool auto = plain[AutoGain] > 0.5;
        bool dry = plain[DryCompare] > 0.5;
        // Cuts that leave next to nothing are not to be made up for.
        double change = auto || dry ? Math.Clamp(_loudness.ChangeDb(targets), -MostMatchedDb, MostMatchedDb) : 0.0;
        double gain = plain[OutputGain] - (auto ? change : 0.0);
        _wetGainDb.Aim(gain);
        if (dry)
            _dryGainDb.Aim(gain + change);
        _dryMix.Aim(dry ? 1.0 : 0.0);
        _bypassMix.Aim(plain[Bypass] > 0.5 ? 1.0 : 0.0);
    }

    /// <summary>Jumps to where it was last aimed.</summary>
    public void Snap()
    {
        _wetGainDb.Finish();
        _dryGainDb.Finish();
        _dryMix.Finish();
        _bypassMix.Finish();
        _from = _to = Now();
    }

    /// <summary>Begins a segment.</summary>
    public void BeginSegment()
    {
        _from = _to;
        if (!(_wetGainDb.IsMoving || _dryGainDb.IsMoving || _dryMix.IsMoving || _bypassMix.IsMoving))
            return;
        _wetGainDb.Step();
        _dryGainDb.Step();
        _dryMix.Step();
        _bypassMix.Step();
        _to = Now();
    }

    /// <summary>Mixes part of a segment in place.</summary>
    /// <param name="wet">The filtered samples; overwritten with the output.</param>
    /// <param name="input">The same samples before the filters.</param>
    /// <param name="offset">The first sample's place in the segment.</param>
    public void Process(Span<double> wet, ReadOnlySpan<double> input, int offset)
    {
        if (_from == _to && _to == Mix.Through)
            return;
        for (int i = 0; i < wet.Length; i++)
        {
            double t = (offset + i) * (1.0 / SegmentSamples);
            double wetGain = _from.Wet + (t * (_to.Wet - _from.Wet));
            double inputGain = _from.Input + (t * (_to.Input - _from.Input));
            wet[i] = (wetGain * wet[i]) + (inputGain * input[i]);
        }
    }

    private Mix Now()
    {
        double bypass = _bypassMix.Value;
        double dry = _dryMix.Value;
        double wet = (1.0 - bypass) * (1.0 - dry) * Gain(_wetGainDb.Value);
        return new Mix(wet, bypass + ((1.0 - bypass) * dry * Gain(_dryGainDb.Value)));
    }

    private static double Gain(double decibels) => decibels == 0.0 ? 1.0 : Math.Pow(10.0, decibels / 20.0);

    private readonly record struct Mix(double Wet, double Input)
    {
        public static Mix Through => new(1.0, 0.0);
    }
}
