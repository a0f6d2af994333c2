namespace SemanticEq.Inference;

/// <summary>The sizes that the model contract fixes (models/README.md).</summary>
public static class DecoderShape
{
    /// <summary>Dimensions of the latent space.</summary>
    public const int Latent = 32;

    /// <summary>Bands of a decode: a low shelf, six bells, a high shelf.</summary>
    public const int Bands = 8;

    /// <summary>Values of a band: log₂(Hz), dB, log₂(Q), in this order.</summary>
    public const int ValuesPerBand = 3;

    /// <summary>Values of a decode: band by band.</summary>
    public const int Output = Bands * ValuesPerBand;

    /// <summary>Macros.</summary>
    public const int Macros = 8;
}
