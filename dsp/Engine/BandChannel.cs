namespace SemanticEq.Dsp;

/// <summary>
/// The part of a stereo signal that a band acts on. On a mono signal stereo, mid and left bands act; side and right do not.
/// </summary>
public enum BandChannel
{
    /// <summary>Both channels.</summary>
    Stereo,

    /// <summary>What both channels share, (left + right) / 2.</summary>
    Mid,

    /// <summary>What sets them apart, (left − right) / 2.</summary>
    Side,

    /// <summary>The left channel only.</summary>
    Left,

    /// <summary>The right channel only.</summary>
    Right,
}
