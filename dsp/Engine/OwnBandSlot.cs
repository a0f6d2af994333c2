namespace SemanticEq.Dsp;

/// <summary>
/// A place for one band of the user's. What can't glide (on and off, type, channel, slope) fades the band's effect out,
/// changes, and fades it in again: y = x + mix · (H(x) − x).
/// </summary>
internal sealed class OwnBandSlot
{
    private const double FadeSeconds = 0.010;

    private readonly GlidingBand _band = new();
    private OwnBand _live = OwnBand.Off;
    private OwnBand _wanted = OwnBand.Off;
    private int _fadeSteps = 1;
    private int _faded;
    private int _fadedBefore;

    /// <summary>Whether anything about the band changes in the present segment or has yet to.</summary>
    public bool IsMoving { get; private set; }

    /// <summary>Whether the band changes anything.</summary>
    public bool Sounds => _live.On && _band.Sounds;

    /// <summary>Whether all states are numbers.</summary>
    public bool IsFinite => _band.IsFinite;

    private bool WantsLiveShape => _wanted.On
        && _wanted.Type == _live.Type && _wanted.Channel == _live.Channel && _wanted.SlopeDbPerOctave == _live.SlopeDbPerOctave;

    /// <summary>Allocates.</summary>
    public void Prepare(double sampleRate, int glideLength)
    {
        _band.Prepare(sampleRate, glideLength);
        _fadeSteps = Math.Max(1, (int)Math.Round(FadeSeconds * sampleRate / Equaliser.SegmentSamples));
        Snap(OwnBand.Off);
    }

    /// <summary>Sets what to become.</summary>
    public void Aim(in OwnBand wanted)
    {
        _wanted = wanted;
        if (_live.On && WantsLiveShape)
            _band.Aim(Math.Log2(wanted.FrequencyHz), wanted.GainDb, Math.Log2(wanted.Q));
        IsMoving = _live.On || _wanted.On;
    }

    /// <summary>Becomes it at once.</summary>
    public void Snap(in OwnBand wanted)
    {
        _wanted = wanted;
        if (!(_live.On && WantsLiveShape))
            _band.Clear();
        Take();
        _faded = _fadedBefore = _live.On ? _fadeSteps : 0;
        IsMoving = false;
    }

    /// <summary>Begins a segment.</summary>
    public void BeginSegment()
    {
        if (!IsMoving)
            return;
        if (!WantsLiveShape && _faded == 0 || !_live.On)
        {
            _band.Clear();
            Take();
        }

        _fadedBefore = _faded;
        _faded = WantsLiveShape ? Math.Min(_faded + 1, _fadeSteps) : Math.Max(_faded - 1, 0);
        _band.BeginSegment();
    }

    /// <summary>Ends a segment.</summary>
    public void EndSegment()
    {
        if (_live.On)
            _band.EndSegment();
        if (!IsMoving)
            return;
        _fadedBefore = _faded;
        bool arrived = _live.On ? WantsLiveShape && _faded == _fadeSteps : !_wanted.On;
        IsMoving = _band.IsMoving || !arrived;
    }

    /// <summary>Forgets what was played.</summary>
    public void Clear() => _band.Clear();

    /// <summary>Filters part of a segment in place.</summary>
    public void Process(Span<double> left, Span<double> right, int offset)
    {
        switch (_live.Channel)
        {
            case BandChannel.Stereo:
                ProcessChannel(left, offset, false);
                ProcessChannel(right, offset, true);
                break;
            case BandChannel.Left:
                ProcessChannel(left, offset, false);
                break;
            case BandChannel.Right:
                ProcessChannel(right, offset, true);
                break;
            case BandChannel.Mid when right.IsEmpty:
                ProcessChannel(left, offset, false);
                break;
            case BandChannel.Mid:
                ProcessSum(left, right, offset, 1.0);
                break;
            case BandChannel.Side when !right.IsEmpty:
                ProcessSum(left, right, offset, -1.0);
                break;
        }
    }

    private void Take()
    {
        _live = _wanted;
        _band.Snap(
            _live.Type, _live.SlopeDbPerOctave, Math.Log2(_live.FrequencyHz), _live.GainDb, Math.Log2(_live.Q));
    }

    // Perlin's smootherstep, taken at every sample: straight pieces of 16 samples would leave corners that are heard.
    private double MixAt(int sample)
    {
        double share = (_fadedBefore + (_faded - _fadedBefore) * (sample * (1.0 / Equaliser.SegmentSamples))) / _fadeSteps;
        return share * share * share * (share * (share * 6.0 - 15.0) + 10.0);
    }

    private void ProcessChannel(Span<double> samples, int offset, bool right)
    {
        if (_fadedBefore == _fadeSteps && _faded == _fadeSteps)
        {
            _band.Process(samples, offset, right);
            return;
        }

        Span<double> wet = stackalloc double[Equaliser.SegmentSamples];
        wet = wet[..samples.Length];
        samples.CopyTo(wet);
        _band.Process(wet, offset, right);
        for (int i = 0; i < samples.Length; i++)
            samples[i] += MixAt(offset + i) * (wet[i] - samples[i]);
    }

    // Mid (sign 1) or side (sign −1): the change that the band makes to it goes back into both channels.
    private void ProcessSum(Span<double> left, Span<double> right, int offset, double sign)
    {
        Span<double> wet = stackalloc double[Equaliser.SegmentSamples];
        wet = wet[..left.Length];
        for (int i = 0; i < left.Length; i++)
            wet[i] = 0.5 * (left[i] + sign * right[i]);
        _band.Process(wet, offset, false);
        for (int i = 0; i < left.Length; i++)
        {
            double dry = 0.5 * (left[i] + sign * right[i]);
            double change = MixAt(offset + i) * (wet[i] - dry);
            left[i] += change;
            right[i] += sign * change;
        }
    }
}
