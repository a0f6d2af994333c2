namespace SemanticEq.Dsp;

/// <summary>The user's bands on one pair of channels, left and right or mid and side: four banks, one after the other.</summary>
internal sealed class OwnBandPair(BandChannel first, BandChannel second)
{
    private readonly Bank[] _layers = [.. Enumerable.Range(0, SectionDesign.MaxSections).Select(_ => new Bank())];
    private readonly double[] _shares = new double[BankLayout.Lanes];
    private readonly double[] _mixes = new double[BankLayout.Lanes];

    /// <summary>Whether coefficients move in the present segment.</summary>
    public bool IsMoving
    {
        get
        {
            bool isMoving = false;
            foreach (var layer in _layers)
                isMoving |= layer.IsMoving;
            return isMoving;
        }
    }

    /// <summary>Whether any band changes anything.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>The banks in the signal's way.</summary>
    public ReadOnlySpan<Bank> Layers => _layers;

    /// <summary>A band takes a shape, silent as yet: what it heard is forgotten.</summary>
    public void Take(int band, in OwnBand shape)
    {
        bool isStereo = shape.Channel == BandChannel.Stereo && first == BandChannel.Left;
        _shares[2 * band] = shape.On && (isStereo || shape.Channel == first) ? 1.0 : 0.0;
        _shares[2 * band + 1] = shape.On && (isStereo || shape.Channel == second) ? 1.0 : 0.0;
        foreach (var layer in _layers)
            layer.Forget(1 << band);
    }

    /// <summary>Goes on to the next design.</summary>
    public void Push(OwnBandDesign design, ReadOnlySpan<double> mix)
    {
        bool isSilent = Weigh(mix);
        for (int i = 0; i < _layers.Length; i++)
        {
            if (_layers[i].IsAwake || (!isSilent && i < design.LayerCount))
                _layers[i].Push(design.Layer(i), _mixes);
        }

        LookWhoIsAwake();
    }

    /// <summary>Before the next design, with glides at rest: comes to rest where it would be the same again.</summary>
    public void Settle(OwnBandDesign design)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            if (_layers[i].IsSettling)
                _layers[i].Push(design.Layer(i), _mixes);
        }

        LookWhoIsAwake();
    }

    /// <summary>Jumps to a design. States stay.</summary>
    public void Snap(OwnBandDesign design, ReadOnlySpan<double> mix)
    {
        Weigh(mix);
        for (int i = 0; i < _layers.Length; i++)
            _layers[i].Snap(design.Layer(i), _mixes);
        LookWhoIsAwake();
    }

    private void LookWhoIsAwake()
    {
        IsAwake = false;
        foreach (var layer in _layers)
            IsAwake |= layer.IsAwake;
    }

    private bool Weigh(ReadOnlySpan<double> mix)
    {
        double sum = 0.0;
        for (int lane = 0; lane < _mixes.Length; lane++)
        {
            _mixes[lane] = _shares[lane] * mix[lane / 2];
            sum += _mixes[lane];
        }

        return sum == 0.0;
    }
}
