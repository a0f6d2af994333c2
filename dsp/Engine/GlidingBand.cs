namespace SemanticEq.Dsp;

/// <summary>
/// One band that glides between settings: frequency and Q on a log scale, gain in dB, all on the same S-curve. Its shape
/// (type and slope) is fixed while it sounds.
/// </summary>
internal sealed class GlidingBand
{
    private readonly Glide _log2Hz = new();
    private readonly Glide _gainDb = new();
    private readonly Glide _log2Q = new();
    private readonly SvfSection[] _sections = new SvfSection[SectionDesign.MaxSections];
    private BandType _type;
    private int _slopeDbPerOctave = 12;
    private int _count = 1;
    private double _sampleRate = 48000.0;
    private bool _sounds;

    /// <summary>Whether coefficients still have way to go, or run in the present segment.</summary>
    public bool IsMoving { get; private set; }

    /// <summary>Whether the band changes anything; one at rest at exactly 0 dB does not, and is not computed.</summary>
    public bool Sounds => _sounds;

    /// <summary>Whether all states are numbers.</summary>
    public bool IsFinite
    {
        get
        {
            foreach (ref readonly var section in _sections.AsSpan(0, _count))
            {
                if (!section.IsFinite)
                    return false;
            }

            return true;
        }
    }

    private bool HasGain => _type is not (BandType.LowCut or BandType.HighCut or BandType.Notch);

    private bool IsFlat => HasGain && !_gainDb.IsMoving && _gainDb.Value == 0.0;

    /// <summary>Allocates.</summary>
    public void Prepare(double sampleRate, int glideLength)
    {
        _sampleRate = sampleRate;
        _log2Hz.Prepare(glideLength);
        _gainDb.Prepare(glideLength);
        _log2Q.Prepare(glideLength);
    }

    /// <summary>Sets where to glide to.</summary>
    public void Aim(double log2Hz, double gainDb, double log2Q)
    {
        _log2Hz.Aim(log2Hz);
        _gainDb.Aim(gainDb);
        _log2Q.Aim(log2Q);
        IsMoving |= _log2Hz.IsMoving || _gainDb.IsMoving || _log2Q.IsMoving;
    }

    /// <summary>Takes a shape and jumps to a setting. States stay; clear them where the shape is new.</summary>
    public void Snap(BandType type, int slopeDbPerOctave, double log2Hz, double gainDb, double log2Q)
    {
        _type = type;
        _slopeDbPerOctave = slopeDbPerOctave;
        _log2Hz.Snap(log2Hz);
        _gainDb.Snap(gainDb);
        _log2Q.Snap(log2Q);
        IsMoving = false;
        Span<Section> designed = stackalloc Section[SectionDesign.MaxSections];
        _count = Design(designed);
        for (int i = 0; i < _count; i++)
            _sections[i].Snap(designed[i]);
        Rest();
    }

    /// <summary>Begins a segment: sets the coefficients to run to, if the band moves.</summary>
    public void BeginSegment()
    {
        if (!IsMoving)
            return;
        _log2Hz.Step();
        _gainDb.Step();
        _log2Q.Step();
        _sounds = true;
        Span<Section> designed = stackalloc Section[SectionDesign.MaxSections];
        Design(designed);
        for (int i = 0; i < _count; i++)
            _sections[i].RunTo(designed[i]);
    }

    /// <summary>Ends a segment.</summary>
    public void EndSegment()
    {
        if (!_sounds)
            return;
        foreach (ref var section in _sections.AsSpan(0, _count))
            section.EndSegment();
        if (!IsMoving || _log2Hz.IsMoving || _gainDb.IsMoving || _log2Q.IsMoving)
            return;
        IsMoving = false;
        Rest();
    }

    /// <summary>Forgets what was played.</summary>
    public void Clear()
    {
        foreach (ref var section in _sections.AsSpan())
            section.Clear();
    }

    /// <summary>Filters part of a segment in place.</summary>
    public void Process(Span<double> samples, int offset, bool right)
    {
        foreach (ref var section in _sections.AsSpan(0, _count))
            section.Process(samples, offset, right);
    }

    private void Rest()
    {
        _sounds = !IsFlat;
        if (!_sounds)
            Clear();
    }

    private int Design(Span<Section> sections)
    {
        var band = new Band(
            _type, Math.Pow(2.0, _log2Hz.Value), _gainDb.Value, Math.Pow(2.0, _log2Q.Value), _slopeDbPerOctave);
        return SectionDesign.Design(band, _sampleRate, sections);
    }
}
