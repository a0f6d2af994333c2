namespace SemanticEq.Dsp;

/// <summary>The decoder's eight bands: their glides and their bank.</summary>
internal sealed class DecoderBands
{
    private static readonly BandType[] Types =
        [.. Enumerable.Range(0, Equaliser.DecoderBandCount).Select(Equaliser.DecoderBandType)];

    private static readonly double[] Whole = [.. Enumerable.Repeat(1.0, BankLayout.Lanes)];

    private readonly GlideBank _glides = new(hasMix: false);
    private readonly double[] _design = new double[BankLayout.Coefficients * BankLayout.Bands];
    private double _sampleRate;

    /// <summary>The bands as they are played.</summary>
    public Bank Bank { get; } = new();

    /// <summary>Whether anything glides.</summary>
    public bool IsMoving => _glides.IsMoving || Bank.IsMoving;

    /// <summary>Allocates.</summary>
    public void Prepare(double sampleRate, int glideLength)
    {
        _sampleRate = sampleRate;
        _glides.Prepare(glideLength);
    }

    /// <summary>Sets where to glide to.</summary>
    public void Aim(EqualiserTargets targets)
    {
        for (int i = 0; i < BankLayout.Bands; i++)
        {
            _glides.Aim(GlideRow.Log2Hz, i, targets.DecoderLog2Hz[i]);
            _glides.Aim(GlideRow.GainDb, i, targets.DecoderGainDb[i]);
            _glides.Aim(GlideRow.Log2Q, i, targets.DecoderLog2Q[i]);
        }
    }

    /// <summary>Jumps there.</summary>
    public void Snap(EqualiserTargets targets)
    {
        Aim(targets);
        _glides.Finish();
        DesignBank();
        Bank.Snap(_design, Whole);
    }

    /// <summary>Goes on to the next design.</summary>
    public void Design()
    {
        if (!IsMoving)
            return;
        _glides.Step();
        DesignBank();
        Bank.Push(_design, Whole);
    }

    /// <summary>Before the next design: comes to rest where it would be the same again.</summary>
    public void Settle()
    {
        if (!_glides.IsMoving && Bank.IsSettling)
            Bank.Push(_design, Whole);
    }

    private void DesignBank() => BankDesign.Design(Types, _glides.Log2Hz, _glides.GainDb, _glides.Log2Q, _sampleRate, _design);
}
