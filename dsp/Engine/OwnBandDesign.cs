namespace SemanticEq.Dsp;

/// <summary>
/// Designs the user's eight bands, as four layers of eight sections: section s of band b is band b of layer s. Bells, shelves
/// and tilts all at once, cuts and notches one by one and only where they moved.
/// </summary>
internal sealed class OwnBandDesign
{
    private const int Count = BankLayout.Bands;

    private readonly double[][] _layers =
        [.. Enumerable.Range(0, SectionDesign.MaxSections).Select(_ => new double[BankLayout.Coefficients * Count])];

    private readonly double[] _together = new double[BankLayout.Coefficients * Count];
    private readonly BandType[] _togetherTypes = [.. Enumerable.Repeat(BandType.Bell, Count)];
    private readonly OwnBand[] _shapes = [.. Enumerable.Repeat(OwnBand.Off, Count)];
    private readonly Band[] _alone = new Band[Count];

    /// <summary>No band changes anything.</summary>
    public OwnBandDesign()
    {
        for (int band = 0; band < Count; band++)
            Shape(band, OwnBand.Off);
    }

    /// <summary>One layer's coefficients, [coefficient][band].</summary>
    public ReadOnlySpan<double> Layer(int layer) => _layers[layer];

    /// <summary>How many layers hold anything; the rest are the identity.</summary>
    public int LayerCount { get; private set; }

    /// <summary>A band takes a shape.</summary>
    public void Shape(int band, in OwnBand shape)
    {
        _shapes[band] = shape;
        _togetherTypes[band] = IsDesignedTogether(shape.Type) ? shape.Type : BandType.Bell;
        _alone[band] = default;
        foreach (double[] layer in _layers)
            SvfCoefficients.From(Section.Identity).WriteTo(layer, band);
        LayerCount = 0;
        foreach (ref readonly var any in _shapes.AsSpan())
            LayerCount = Math.Max(LayerCount, any.On ? LayersOf(any) : 0);
    }

    /// <summary>Designs where the bands have glided to.</summary>
    public void Design(GlideBank glides, double sampleRate)
    {
        BankDesign.Design(_togetherTypes, glides.Log2Hz, glides.GainDb, glides.Log2Q, sampleRate, _together);
        for (int band = 0; band < Count; band++)
        {
            if (!IsDesignedTogether(_shapes[band].Type))
                DesignAlone(band, glides, sampleRate);
            else
                TakeTogether(band);
        }
    }

    private static bool IsDesignedTogether(BandType type) =>
        type is BandType.Bell or BandType.LowShelf or BandType.HighShelf or BandType.Tilt;

    private static int LayersOf(in OwnBand shape) =>
        shape.Type is BandType.LowCut or BandType.HighCut ? Butterworth.SectionCount(shape.SlopeDbPerOctave) : 1;

    private void TakeTogether(int band)
    {
        for (int i = band; i < _together.Length; i += Count)
            _layers[0][i] = _together[i];
    }

    private void DesignAlone(int band, GlideBank glides, double sampleRate)
    {
        var moved = new Band(
            _shapes[band].Type,
            Math.Pow(2.0, glides.Log2Hz[band]),
            0.0,
            Math.Pow(2.0, glides.Log2Q[band]),
            _shapes[band].SlopeDbPerOctave);
        if (moved == _alone[band])
            return;
        _alone[band] = moved;
        Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
        int count = SectionDesign.Design(moved, sampleRate, sections);
        for (int i = 0; i < count; i++)
            SvfCoefficients.From(sections[i]).WriteTo(_layers[i], band);
    }
}
