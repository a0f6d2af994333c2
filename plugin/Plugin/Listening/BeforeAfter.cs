using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>What the newest seconds sound like before the equaliser and behind it. One thread at a time.</summary>
internal sealed class BeforeAfter
{
    /// <summary>64 values in dB, level-free.</summary>
    public float[] Before { get; } = new float[CommonGrid.Count];

    /// <summary>64 values in dB, level-free.</summary>
    public float[] After { get; } = new float[CommonGrid.Count];

    /// <summary>Whether there is anything but silence.</summary>
    public bool IsHeard { get; set; }

    /// <summary>How much sound there was since listening began, in s.</summary>
    public double Seconds { get; set; }

    /// <summary>How often it had begun anew.</summary>
    public int Beginning { get; set; }
}
