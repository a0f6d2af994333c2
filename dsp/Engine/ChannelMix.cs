using System.Numerics;
using System.Runtime.CompilerServices;

namespace SemanticEq.Dsp;

/// <summary>
/// Puts the change that the decoder's bands make on the part of the signal that is asked for. The bands are the same linear filter
/// on left and right, so what they would do to mid or side follows from what they did to both: a channel mode is a matrix on
/// the two changes, and going from one mode to another a glide of its gains, without a state to switch.
/// </summary>
internal sealed class ChannelMix
{
    private const int LeftToLeft = 0;
    private const int RightToRight = 1;
    private const int Across = 2;
    private const int Mono = 3;

    private static readonly double[] Stereo = [1.0, 1.0, 0.0, 1.0];
    private static readonly double[] Mid = [0.5, 0.5, 0.5, 1.0];
    private static readonly double[] Side = [0.5, 0.5, -0.5, 0.0];
    private static readonly double[] Left = [1.0, 0.0, 0.0, 1.0];
    private static readonly double[] Right = [0.0, 1.0, 0.0, 0.0];

    private readonly SmoothGain[] _gains = [new(), new(), new(), new()];

    /// <summary>Whether the bands act on all of the signal, so that there is nothing to do.</summary>
    public bool IsStereo { get; private set; } = true;

    /// <summary>Whether the mode is changing.</summary>
    public bool IsMoving { get; private set; }

    /// <summary>Allocates.</summary>
    public void Prepare(int glideLength)
    {
        foreach (var gain in _gains)
            gain.Prepare(glideLength);
        Snap(BandChannel.Stereo);
    }

    /// <summary>Sets the mode to glide to.</summary>
    public void Aim(BandChannel channel)
    {
        double[] gains = Of(channel);
        for (int i = 0; i < _gains.Length; i++)
        {
            _gains[i].Aim(gains[i]);
            IsMoving |= _gains[i].IsMoving;
        }

        IsStereo &= !IsMoving;
    }

    /// <summary>Jumps to a mode.</summary>
    public void Snap(BandChannel channel)
    {
        double[] gains = Of(channel);
        for (int i = 0; i < _gains.Length; i++)
            _gains[i].Snap(gains[i]);
        IsStereo = gains == Stereo;
        IsMoving = false;
    }

    /// <summary>Begins a segment.</summary>
    public void BeginSegment()
    {
        if (!IsMoving)
            return;
        foreach (var gain in _gains)
            gain.BeginSegment();
    }

    /// <summary>Ends a segment.</summary>
    public void EndSegment()
    {
        if (!IsMoving)
            return;
        IsMoving = false;
        bool isStereo = true;
        for (int i = 0; i < _gains.Length; i++)
        {
            isStereo &= _gains[i].EndSegment() == Stereo[i];
            IsMoving |= _gains[i].IsMoving;
        }

        IsStereo = isStereo && !IsMoving;
    }

    /// <summary>Mixes part of a segment in place.</summary>
    /// <param name="frames">Filtered, [left, right]; overwritten.</param>
    /// <param name="dry">The same frames before the filters.</param>
    /// <param name="from">The first frame's place in the segment.</param>
    public void Process<T>(Span<T> frames, ReadOnlySpan<T> dry, int from) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!IsMoving)
        {
            Mix(frames, dry, GainAt<T>(LeftToLeft, 0), GainAt<T>(RightToRight, 0), GainAt<T>(Across, 0));
            return;
        }

        for (int i = 0; i < frames.Length; i += 2)
        {
            int sample = from + (i / 2);
            Mix(
                frames.Slice(i, 2),
                dry.Slice(i, 2),
                GainAt<T>(LeftToLeft, sample),
                GainAt<T>(RightToRight, sample),
                GainAt<T>(Across, sample));
        }
    }

    /// <summary>Mixes part of a segment of a mono signal, the first of each frame, in place.</summary>
    /// <inheritdoc cref="Process{T}"/>
    public void ProcessMono<T>(Span<T> frames, ReadOnlySpan<T> dry, int from) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < frames.Length; i += 2)
            frames[i] = dry[i] + (GainAt<T>(Mono, from + (i / 2)) * (frames[i] - dry[i]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix<T>(Span<T> frames, ReadOnlySpan<T> dry, T leftToLeft, T rightToRight, T across)
        where T : unmanaged, INumber<T>
    {
        dry = dry[..frames.Length];
        for (int i = 0; i + 1 < frames.Length; i += 2)
        {
            T left = frames[i] - dry[i];
            T right = frames[i + 1] - dry[i + 1];
            frames[i] = dry[i] + (leftToLeft * left) + (across * right);
            frames[i + 1] = dry[i + 1] + (rightToRight * right) + (across * left);
        }
    }

    private T GainAt<T>(int gain, int sample) where T : unmanaged, INumber<T> => T.CreateTruncating(_gains[gain].At(sample));

    private static double[] Of(BandChannel channel) => channel switch
    {
        BandChannel.Mid => Mid,
        BandChannel.Side => Side,
        BandChannel.Left => Left,
        BandChannel.Right => Right,
        _ => Stereo,
    };
}
