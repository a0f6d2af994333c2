using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>
/// The equaliser: eight bands from the decoder and eight of the user's, one after the other, zero latency; in the precision of the
/// samples that it is given. <see cref="Prepare"/> allocates and belongs on the main thread; everything else belongs on the audio
/// thread and does not allocate, lock or throw.
/// </summary>
/// <remarks>
/// Call <see cref="BeginSegment"/> at each multiple of <see cref="SegmentSamples"/> of processing time, then
/// <see cref="Process(Span{double}, Span{double})"/> for the samples of that segment in any number of pieces. While
/// <see cref="IsStill"/> and the targets stay the same, <see cref="BeginSegment"/> may be left out and any length be processed at
/// once: the samples are the same to the last bit, however the time is cut.
/// </remarks>
public sealed class Equaliser
{
    /// <summary>The samples from one look at the targets to the next. Moving bands are designed anew at every second one.</summary>
    public const int SegmentSamples = BankLayout.SegmentSamples;

    /// <summary>The bands that the decoder sets: a low shelf, six bells, a high shelf.</summary>
    public const int DecoderBandCount = BankLayout.Bands;

    /// <summary>The bands that the user sets.</summary>
    public const int OwnBandCount = BankLayout.Bands;

    private const double GlideSeconds = 0.020;
    private const int ClockSamples = 4 * Playback.FlushSamples;
    private const int DesignSamples = Knots.SegmentsApart * SegmentSamples;

    private readonly DecoderBands _decoder = new();
    private readonly OwnBands _own = new();
    private readonly ChannelMix _decoderMix = new();
    private readonly EqualiserTargets _targets = new();
    private readonly Playback _playback;
    private int _clock;
    private bool _isBegun;

    /// <summary>An equaliser that passes everything; prepared for 48 kHz.</summary>
    public Equaliser()
    {
        _playback = new(_decoder, _decoderMix, _own);
        Prepare(48000.0);
    }

    /// <summary>Whether nothing glides or fades.</summary>
    public bool IsStill { get; private set; } = true;

    /// <summary>Whether all filter states are numbers; after a NaN or infinity went in they may not be: <see cref="Reset"/>.</summary>
    public bool StatesAreFinite => _playback.IsFinite;

    private int Offset => _clock % SegmentSamples;

    private bool IsAtDesign => _clock % DesignSamples == 0;

    /// <summary>The type of a decoder band.</summary>
    public static BandType DecoderBandType(int index) => index switch
    {
        0 => BandType.LowShelf,
        DecoderBandCount - 1 => BandType.HighShelf,
        _ => BandType.Bell,
    };

    /// <summary>A decoder band as a plain band.</summary>
    /// <param name="index">Which, 0 to 7.</param>
    /// <param name="log2Hz">log₂ of its frequency in Hz.</param>
    /// <param name="gainDb">Its gain in dB.</param>
    /// <param name="log2Q">log₂ of its Q.</param>
    public static Band DecoderBand(int index, double log2Hz, double gainDb, double log2Q) =>
        new(DecoderBandType(index), Math.Pow(2.0, log2Hz), gainDb, Math.Pow(2.0, log2Q));

    /// <summary>Allocates for a sample rate, 8 to 768 kHz, and starts flat. Main thread.</summary>
    public void Prepare(double sampleRate)
    {
        FlushToZero.Prepare();
        int glideLength = Glide.LengthFor(GlideSeconds, sampleRate / Knots.SegmentsApart);
        _decoder.Prepare(sampleRate, glideLength);
        _own.Prepare(sampleRate, glideLength);
        _decoderMix.Prepare(Glide.LengthFor(GlideSeconds, sampleRate));
        Snap(new EqualiserTargets());
        Reset();
    }

    /// <summary>Forgets what was played; settings, glides and fades stay.</summary>
    public void Reset() => _playback.Clear();

    /// <summary>Jumps to targets without a glide, as before the first sample. A segment begins here.</summary>
    public void Snap(EqualiserTargets targets)
    {
        _clock = 0;
        _isBegun = false;
        _targets.CopyFrom(targets);
        _decoder.Snap(targets);
        _own.Snap(targets.Own);
        _decoderMix.Snap(targets.DecoderChannel);
        _playback.ChoosePrecision();
        IsStill = true;
    }

    /// <summary>Whether <see cref="BeginSegment"/> with these targets would change nothing, so that it may be left out.</summary>
    public bool IsStillAt(EqualiserTargets targets) => IsStill && _targets.SameAs(targets);

    /// <summary>
    /// Begins a segment of <see cref="SegmentSamples"/> samples on the way to targets. A second call before a sample of it was
    /// processed begins nothing; its targets hold.
    /// </summary>
    public void BeginSegment(EqualiserTargets targets)
    {
        if (Offset != 0)
            Pass(SegmentSamples - Offset);
        if (!_targets.SameAs(targets))
            Aim(targets);
        if (IsStill || _isBegun)
            return;
        _isBegun = true;
        if (IsAtDesign)
        {
            _decoder.Design();
            _own.Design();
        }

        _decoderMix.BeginSegment();
    }

    /// <summary>
    /// Filters in place. While something moves, samples beyond the segment that was begun go on to the same targets.
    /// </summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long as the left; empty for mono.</param>
    public void Process(Span<double> left, Span<double> right) => ProcessAny(left, right);

    /// <inheritdoc cref="Process(Span{double}, Span{double})"/>
    public void Process(Span<float> left, Span<float> right) => ProcessAny(left, right);

    private void ProcessAny<T>(Span<T> left, Span<T> right) where T : unmanaged, INumber<T>
    {
        while (!left.IsEmpty)
        {
            if (!IsStill && !_isBegun)
                BeginSegment(_targets);
            int room = IsStill ? Playback.FlushSamples - (_clock % Playback.FlushSamples) : SegmentSamples - Offset;
            int count = Math.Min(room, left.Length);
            _playback.Process(left[..count], right.IsEmpty ? right : right[..count], _clock % DesignSamples);
            left = left[count..];
            right = right.IsEmpty ? right : right[count..];
            Pass(count);
        }
    }

    private void Pass(int samples)
    {
        _clock += samples;
        if (!IsStill && Offset == 0)
            EndSegment();
        if (_clock % Playback.FlushSamples == 0)
            _playback.Flush();
        if (_clock < ClockSamples)
            return;
        _clock = 0;
        if (!IsStill)
            _playback.ChoosePrecision();
    }

    private void Aim(EqualiserTargets targets)
    {
        _decoder.Aim(targets);
        for (int i = 0; i < OwnBandCount; i++)
        {
            if (_targets.Own[i] != targets.Own[i])
                _own.Aim(i, targets.Own[i]);
        }

        _decoderMix.Aim(targets.DecoderChannel);
        _targets.CopyFrom(targets);
        IsStill = false;
    }

    private void EndSegment()
    {
        _isBegun = false;
        _decoderMix.EndSegment();
        if (!IsAtDesign)
            return;
        _decoder.Settle();
        _own.Settle();
        IsStill = !_decoder.IsMoving && !_own.IsMoving && !_decoderMix.IsMoving;
        if (IsStill)
            _playback.ChoosePrecision();
    }
}
