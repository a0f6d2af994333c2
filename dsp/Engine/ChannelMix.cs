namespace SemanticEq.Dsp;

/// <summary>
/// Puts the change that the decoder's bands make on the part of the signal that is asked for. The bands are the same linear filter
/// on left and right, so what they would do to mid or side follows from what they did to both: a channel mode is a matrix on
/// the two changes, and going from one mode to another a glide of its gains, without a state to switch.
/// </summary>
internal sealed class ChannelMix
{
    private readonly Glide _leftToLeft = new();
    private readonly Glide _rightToRight = new();
    private readonly Glide _across = new();
    private readonly Glide _mono = new();
    private Gains _from = Gains.Stereo;
    private Gains _to = Gains.Stereo;

    /// <summary>Whether the bands act on all of the signal, so that there is nothing to do.</summary>
    public bool IsStereo => _from == Gains.Stereo && _to == Gains.Stereo;

    /// <summary>Whether the mode is changing.</summary>
    public bool IsMoving => _from != _to || _leftToLeft.IsMoving || _rightToRight.IsMoving || _across.IsMoving || _mono.IsMoving;

    /// <summary>Allocates.</summary>
    public void Prepare(int glideLength)
    {
        _leftToLeft.Prepare(glideLength);
        _rightToRight.Prepare(glideLength);
        _across.Prepare(glideLength);
        _mono.Prepare(glideLength);
        Snap(BandChannel.Stereo);
    }

    /// <summary>Sets the mode to glide to.</summary>
    public void Aim(BandChannel channel)
    {
        var gains = Of(channel);
        _leftToLeft.Aim(gains.LeftToLeft);
        _rightToRight.Aim(gains.RightToRight);
        _across.Aim(gains.Across);
        _mono.Aim(gains.Mono);
    }

    /// <summary>Jumps to a mode.</summary>
    public void Snap(BandChannel channel)
    {
        Aim(channel);
        _leftToLeft.Finish();
        _rightToRight.Finish();
        _across.Finish();
        _mono.Finish();
        _from = _to = Now();
    }

    /// <summary>Begins a segment.</summary>
    public void BeginSegment()
    {
        _from = _to;
        if (!IsMoving)
            return;
        _leftToLeft.Step();
        _rightToRight.Step();
        _across.Step();
        _mono.Step();
        _to = Now();
    }

    /// <summary>Ends a segment.</summary>
    public void EndSegment() => _from = _to;

    /// <summary>Mixes part of a segment in place.</summary>
    /// <param name="left">Filtered; overwritten.</param>
    /// <param name="right">Filtered; overwritten. Empty for mono.</param>
    /// <param name="dryLeft">The same samples before the filters.</param>
    /// <param name="dryRight">The same.</param>
    /// <param name="offset">The first sample's place in the segment.</param>
    public void Process(
        Span<double> left, Span<double> right, ReadOnlySpan<double> dryLeft, ReadOnlySpan<double> dryRight, int offset)
    {
        for (int i = 0; i < left.Length; i++)
        {
            double t = (offset + i) * (1.0 / Equaliser.SegmentSamples);
            double leftChange = left[i] - dryLeft[i];
            if (right.IsEmpty)
            {
                left[i] = dryLeft[i] + (Between(_from.Mono, _to.Mono, t) * leftChange);
                continue;
            }

            double rightChange = right[i] - dryRight[i];
            double across = Between(_from.Across, _to.Across, t);
            left[i] = dryLeft[i] + (Between(_from.LeftToLeft, _to.LeftToLeft, t) * leftChange) + (across * rightChange);
            right[i] = dryRight[i] + (Between(_from.RightToRight, _to.RightToRight, t) * rightChange) + (across * leftChange);
        }
    }

    private static double Between(double from, double to, double t) => from + (t * (to - from));

    private Gains Now() => new(_leftToLeft.Value, _rightToRight.Value, _across.Value, _mono.Value);

    private static Gains Of(BandChannel channel) => channel switch
    {
        BandChannel.Mid => new(0.5, 0.5, 0.5, 1.0),
        BandChannel.Side => new(0.5, 0.5, -0.5, 0.0),
        BandChannel.Left => new(1.0, 0.0, 0.0, 1.0),
        BandChannel.Right => new(0.0, 1.0, 0.0, 0.0),
        _ => Gains.Stereo,
    };

    private readonly record struct Gains(double LeftToLeft, double RightToRight, double Across, double Mono)
    {
        public static Gains Stereo => new(1.0, 1.0, 0.0, 1.0);
    }
}
