namespace SemanticEq.Dsp;

/// <summary>What glides of a band.</summary>
internal enum GlideRow
{
    /// <summary>log₂ of the frequency in Hz.</summary>
    Log2Hz,

    /// <summary>Gain in dB.</summary>
    GainDb,

    /// <summary>log₂ of Q.</summary>
    Log2Q,

    /// <summary>How much of the band's change sounds, 0 to 1.</summary>
    Mix,
}
