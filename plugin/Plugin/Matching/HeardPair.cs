using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>What is known of this track and of what comes in by the side-chain. One thread at a time.</summary>
internal sealed class HeardPair
{
    /// <summary>This track before the equaliser: 64 values in dB, level-free; nothing said where <see cref="TrackSeconds"/> is 0.</summary>
    public float[] TrackDb { get; } = new float[CommonGrid.Count];

    /// <summary>The side-chain: the same.</summary>
    public float[] SideChainDb { get; } = new float[CommonGrid.Count];

    /// <summary>How much of this track was heard, in s; silence is none.</summary>
    public double TrackSeconds { get; set; }

    /// <summary>How much of the side-chain was heard, in s.</summary>
    public double SideChainSeconds { get; set; }
}
