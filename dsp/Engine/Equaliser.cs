namespace SemanticEq.Dsp;

/// <summary>
/// The equaliser: eight bands from the decoder and eight of the user's, one after the other, zero latency, in double
/// precision. <see cref="Prepare"/> allocates and belongs on the main thread; everything else belongs on the audio thread
/// and does not allocate, lock or throw.
/// </summary>
/// <remarks>
/// Call <see cref="BeginSegment"/> at each multiple of <see cref="SegmentSamples"/> of processing time, then
/// <see cref="Process"/> for the samples of that segment in any number of pieces. While <see cref="IsStill"/> and the targets
/// stay the same, <see cref="BeginSegment"/> may be left out and <see cref="Process"/> be given any length: the samples are
/// the same to the last bit, however the time is cut.
/// </remarks>
public sealed class Equaliser
{
    /// <summary>The samples between two settings of a moving band's coefficients, which run linearly between.</summary>
    public const int SegmentSamples = 16;

    /// <summary>The bands that the decoder sets: a low shelf, six bells, a high shelf.</summary>
    public const int DecoderBandCount = 8;

    /// <summary>The bands that the user sets.</summary>
    public const int OwnBandCount = 8;

    private const double GlideSeconds = 0.020;

    private readonly GlidingBand[] _decoder = [.. Enumerable.Range(0, DecoderBandCount).Select(_ => new GlidingBand())];
    private readonly OwnBandSlot[] _own = [.. Enumerable.Range(0, OwnBandCount).Select(_ => new OwnBandSlot())];
    private readonly ChannelMix _decoderMix = new();
    private readonly EqualiserTargets _targets = new();
    private int _offset;

    /// <summary>An equaliser that passes everything; prepared for 48 kHz.</summary>
    public Equaliser() => Prepare(48000.0);

    /// <summary>Whether nothing glides or fades.</summary>
    public bool IsStill { get; private set; } = true;

    /// <summary>Whether all filter states are numbers; after a NaN or infinity went in they may not be: <see cref="Reset"/>.</summary>
    public bool StatesAreFinite
    {
        get
        {
            foreach (var band in _decoder)
            {
                if (!band.IsFinite)
                    return false;
            }

            foreach (var slot in _own)
            {
                if (!slot.IsFinite)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The type of a decoder band.</summary>
    public static BandType DecoderBandType(int index) => index switch
    {
        0 => BandType.LowShelf,
        DecoderBandCount - 1 => BandType.HighShelf,
        _ => BandType.Bell,
    };

    /// <summary>Allocates for a sample rate, 8 to 768 kHz, and starts flat. Main thread.</summary>
    public void Prepare(double sampleRate)
    {
        FlushToZero.Prepare();
        int glideLength = Glide.LengthFor(GlideSeconds, sampleRate);
        foreach (var band in _decoder)
            band.Prepare(sampleRate, glideLength);
        foreach (var slot in _own)
            slot.Prepare(sampleRate, glideLength);
        _decoderMix.Prepare(glideLength);
        Reset();
        Snap(new EqualiserTargets());
    }

    /// <summary>Forgets what was played; settings, glides and fades stay.</summary>
    public void Reset()
    {
        foreach (var band in _decoder)
            band.Clear();
        foreach (var slot in _own)
            slot.Clear();
    }

    /// <summary>Jumps to targets without a glide, as before the first sample. A segment begins here.</summary>
    public void Snap(EqualiserTargets targets)
    {
        _offset = 0;
        _targets.CopyFrom(targets);
        for (int i = 0; i < DecoderBandCount; i++)
        {
            _decoder[i].Snap(
                DecoderBandType(i), 12, targets.DecoderLog2Hz[i], targets.DecoderGainDb[i], targets.DecoderLog2Q[i]);
        }

        for (int i = 0; i < OwnBandCount; i++)
            _own[i].Snap(targets.Own[i]);
        _decoderMix.Snap(targets.DecoderChannel);
        IsStill = true;
    }

    /// <summary>Whether <see cref="BeginSegment"/> with these targets would change nothing, so that it may be left out.</summary>
    public bool IsStillAt(EqualiserTargets targets) => IsStill && _targets.SameAs(targets);

    /// <summary>Begins a segment of <see cref="SegmentSamples"/> samples on the way to targets.</summary>
    public void BeginSegment(EqualiserTargets targets)
    {
        if (_offset != 0)
            EndSegment();
        if (!_targets.SameAs(targets))
            Aim(targets);
        if (IsStill)
            return;
        foreach (var band in _decoder)
            band.BeginSegment();
        foreach (var slot in _own)
            slot.BeginSegment();
        _decoderMix.BeginSegment();
    }

    /// <summary>
    /// Filters in place. While something moves, the samples must not go beyond the segment that was begun; any that do are
    /// filtered with the coefficients that it ended with.
    /// </summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long as the left; empty for mono.</param>
    public void Process(Span<double> left, Span<double> right)
    {
        int position = 0;
        while (position < left.Length)
        {
            int count = Math.Min(SegmentSamples - _offset, left.Length - position);
            ProcessPiece(
                left.Slice(position, count),
                right.IsEmpty ? right : right.Slice(position, count));
            position += count;
            _offset += count;
            if (_offset == SegmentSamples)
                EndSegment();
        }
    }

    private void ProcessPiece(Span<double> left, Span<double> right)
    {
        if (_decoderMix.IsStereo)
            ProcessDecoder(left, right);
        else
            ProcessPartOfDecoder(left, right);
        foreach (var slot in _own)
        {
            if (slot.Sounds)
                slot.Process(left, right, _offset);
        }
    }

    private void ProcessDecoder(Span<double> left, Span<double> right)
    {
        foreach (var band in _decoder)
        {
            if (!band.Sounds)
                continue;
            band.Process(left, _offset, false);
            band.Process(right, _offset, true);
        }
    }

    private void ProcessPartOfDecoder(Span<double> left, Span<double> right)
    {
        Span<double> dryLeft = stackalloc double[SegmentSamples];
        Span<double> dryRight = stackalloc double[SegmentSamples];
        left.CopyTo(dryLeft);
        right.CopyTo(dryRight);
        ProcessDecoder(left, right);
        _decoderMix.Process(left, right, dryLeft, dryRight, _offset);
    }

    private void Aim(EqualiserTargets targets)
    {
        for (int i = 0; i < DecoderBandCount; i++)
            _decoder[i].Aim(targets.DecoderLog2Hz[i], targets.DecoderGainDb[i], targets.DecoderLog2Q[i]);
        for (int i = 0; i < OwnBandCount; i++)
        {
            if (_targets.Own[i] != targets.Own[i])
                _own[i].Aim(targets.Own[i]);
        }

        _decoderMix.Aim(targets.DecoderChannel);
        _targets.CopyFrom(targets);
        IsStill = false;
    }

    private void EndSegment()
    {
        _offset = 0;
        bool still = true;
        foreach (var band in _decoder)
        {
            band.EndSegment();
            still &= !band.IsMoving;
        }

        foreach (var slot in _own)
        {
            slot.EndSegment();
            still &= !slot.IsMoving;
        }

        _decoderMix.EndSegment();
        IsStill = still && !_decoderMix.IsMoving;
    }
}
