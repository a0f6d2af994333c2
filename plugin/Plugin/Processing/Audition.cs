using System.Numerics;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// What is heard while a window is open and never in an export: one band's surroundings alone, and a gain by which two settings are
/// compared at the same loudness. Behind all else; bypass is without it. Both come and go over 20 ms. The main thread sets it, by an
/// exchange; the rest is the audio thread's, but for <see cref="Prepare"/>. Where it was never set it does nothing.
/// </summary>
internal sealed class Audition
{
    /// <summary>The gain's range in dB, up and down.</summary>
    public const double MostDb = 36.0;

    private const double RampSeconds = 0.020;
    private readonly TripleBuffer<Wish> _wishes = new(new(), new(), new());
    private readonly SoloFilter _filter = new();
    private readonly SmoothGain _solo = new();
    private readonly SmoothGain _gain = new();
    private Band? _wantedBand;
    private double _wantedDb;
    private Wish _wish = new();
    private bool _isOffline;
    private bool _isBypass;

    /// <summary>Whether it moves in the present segment or has yet to.</summary>
    public bool IsMoving => _solo.IsMoving || _gain.IsMoving || (_filter.IsMoving && !IsWhole);

    /// <summary>Whether it changes nothing in the present segment.</summary>
    public bool IsOff => IsWhole && !_gain.IsMoving && _gain.Value == 1.0;

    private bool IsWhole => !_solo.IsMoving && _solo.Value == 0.0;

    /// <summary>Sets the band to be heard alone, or null for none. Main thread.</summary>
    public void Solo(Band? band)
    {
        if (band == _wantedBand)
            return;
        _wantedBand = band;
        Publish();
    }

    /// <summary>Sets the gain in dB, held within <see cref="MostDb"/>; what is not a number is 0. Main thread.</summary>
    public void SetGain(double decibels)
    {
        decibels = double.IsNaN(decibels) ? 0.0 : Math.Clamp(decibels, -MostDb, MostDb);
        if (decibels == _wantedDb)
            return;
        _wantedDb = decibels;
        Publish();
    }

    /// <summary>Allocates for a sample rate in Hz. Main thread, while stopped.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="isOffline">Whether nobody listens: nothing is changed then.</param>
    public void Prepare(double sampleRate, bool isOffline)
    {
        int length = Glide.LengthFor(RampSeconds, sampleRate);
        _filter.Prepare(sampleRate);
        _solo.Prepare(length);
        _gain.Prepare(length);
        _gain.Snap(1.0);
        _isOffline = isOffline;
        _wish = _wishes.Take() ?? _wish;
    }

    /// <summary>Forgets what was played.</summary>
    public void Reset() => _filter.Reset();

    /// <summary>Takes what was set since; it is heard from the next segment on.</summary>
    public void Take()
    {
        if (_wishes.Take() is not { } wish)
            return;
        _wish = wish;
        Aim();
    }

    /// <summary>Comes and goes with bypass.</summary>
    public void Follow(bool isBypass)
    {
        if (isBypass == _isBypass)
            return;
        _isBypass = isBypass;
        Aim();
    }

    /// <summary>Jumps to what was last set.</summary>
    public void Snap(bool isBypass)
    {
        _isBypass = isBypass;
        Aim();
        _filter.Snap();
        _solo.Finish();
        _gain.Finish();
    }

    /// <summary>Begins a segment. At rest it may be left out.</summary>
    public void BeginSegment()
    {
        _solo.BeginSegment();
        _gain.BeginSegment();
        _filter.BeginSegment();
    }

    /// <summary>Works on part of a segment in place, or while it does not move any run.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    /// <param name="from">The first sample's place in the segment.</param>
    public void Process<T>(Span<T> left, Span<T> right, int from) where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        if (IsOff)
            return;
        for (int at = 0; at < left.Length; at += Equaliser.SegmentSamples)
        {
            int count = Math.Min(Equaliser.SegmentSamples, left.Length - at);
            Play(left.Slice(at, count), false, from);
            if (!right.IsEmpty)
                Play(right.Slice(at, count), true, from);
        }
    }

    private void Play<T>(Span<T> samples, bool right, int from) where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        Span<double> filtered = stackalloc double[Equaliser.SegmentSamples];
        Span<double> solo = stackalloc double[Equaliser.SegmentSamples];
        Span<double> gain = stackalloc double[Equaliser.SegmentSamples];
        filtered = filtered[..samples.Length];
        for (int i = 0; i < filtered.Length; i++)
            filtered[i] = double.CreateTruncating(samples[i]);
        if (!IsWhole)
            _filter.Process(filtered, right, from);
        _solo.Fill(solo[..samples.Length], from);
        _gain.Fill(gain[..samples.Length], from);
        double loudest = double.CreateTruncating(T.MaxValue);
        for (int i = 0; i < samples.Length; i++)
        {
            double whole = double.CreateTruncating(samples[i]);
            double mixed = gain[i] * (((1.0 - solo[i]) * whole) + (solo[i] * filtered[i]));
            samples[i] = T.CreateTruncating(Math.Clamp(mixed, -loudest, loudest));
        }
    }

    private void Aim()
    {
        bool isHeard = !_isOffline && !_isBypass;
        if (isHeard && _wish.Band is { } band)
        {
            _filter.Aim(band);
            if (IsWhole)
            {
                // Nothing of it was heard: there is nothing to glide from.
                _filter.Snap();
                _filter.Reset();
            }
        }
        _solo.Aim(isHeard && _wish.Band != null ? 1.0 : 0.0);
        _gain.Aim(isHeard && _wish.GainDb != 0.0 ? Math.Pow(10.0, _wish.GainDb / 20.0) : 1.0);
    }

    private void Publish()
    {
        _wishes.Back.Band = _wantedBand;
        _wishes.Back.GainDb = _wantedDb;
        _wishes.Publish();
    }

    private sealed class Wish
    {
        public Band? Band { get; set; }

        public double GainDb { get; set; }
    }
}
