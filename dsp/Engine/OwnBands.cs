namespace SemanticEq.Dsp;

/// <summary>
/// The user's eight bands: those on left and right (or both) first, then those on mid and side, each pair in as many layers
/// of sections as its steepest cut needs.
/// </summary>
internal sealed class OwnBands
{
    private const int Layers = SectionDesign.MaxSections;
    private const int Count = BankLayout.Bands;

    private readonly GlideBank _glides = new(hasMix: true);
    private readonly OwnBandDesign _design = new();
    private readonly OwnBandSlot[] _slots;
    private readonly OwnBandPair _leftRight = new(BandChannel.Left, BandChannel.Right);
    private readonly OwnBandPair _midSide = new(BandChannel.Mid, BandChannel.Side);
    private double _sampleRate;

    /// <summary>All off.</summary>
    public OwnBands() => _slots = [.. Enumerable.Range(0, Count).Select(band => new OwnBandSlot(_glides, band))];

    /// <summary>Whether anything glides, fades or waits for its turn.</summary>
    public bool IsMoving { get; private set; }

    /// <summary>The banks whose pair is left and right.</summary>
    public OwnBandPair LeftRight => _leftRight;

    /// <summary>The banks whose pair is mid and side.</summary>
    public OwnBandPair MidSide => _midSide;

    /// <summary>Allocates.</summary>
    public void Prepare(double sampleRate, int glideLength)
    {
        _sampleRate = sampleRate;
        _glides.Prepare(glideLength);
    }

    /// <summary>Sets what a band is to become.</summary>
    public void Aim(int band, in OwnBand wanted)
    {
        _slots[band].Aim(wanted);
        IsMoving = true;
    }

    /// <summary>Becomes it at once. States stay where the shape does.</summary>
    public void Snap(ReadOnlySpan<OwnBand> wanted)
    {
        for (int band = 0; band < Count; band++)
        {
            if (_slots[band].Snap(wanted[band]))
                Take(band);
        }

        _glides.Finish();
        _design.Design(_glides, _sampleRate);
        _leftRight.Snap(_design, _glides.Mix);
        _midSide.Snap(_design, _glides.Mix);
        IsMoving = false;
    }

    /// <summary>Goes on to the next design.</summary>
    public void Design()
    {
        if (!IsMoving)
            return;
        for (int band = 0; band < Count; band++)
        {
            if (_slots[band].TakeWhenSilent())
                Take(band);
        }

        _glides.Step();
        _design.Design(_glides, _sampleRate);
        _leftRight.Push(_design, _glides.Mix);
        _midSide.Push(_design, _glides.Mix);
        foreach (var slot in _slots)
            slot.Count();
    }

    /// <summary>Before the next design: comes to rest where it would be the same again.</summary>
    public void Settle()
    {
        if (!IsMoving || _glides.IsMoving)
            return;
        _leftRight.Settle(_design);
        _midSide.Settle(_design);
        bool isChanging = false;
        foreach (var slot in _slots)
            isChanging |= slot.IsChanging;
        IsMoving = isChanging || _leftRight.IsMoving || _midSide.IsMoving;
    }

    private void Take(int band)
    {
        var live = _slots[band].Live;
        _design.Shape(band, live);
        _leftRight.Take(band, live);
        _midSide.Take(band, live);
    }
}
