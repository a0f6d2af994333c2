using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>What the newest seconds sound like before the equaliser and behind it. One thread at a time.</summary>
internal sealed class BeforeAfter
{
    /// <summary>64 values in dB, level-free.</summary>
    public float[] Before { get; } = new float[CommonGrid.Count];

    /// <summary>64 values in dB, level-free.</summary>
    public float[] After { get; } = new float[CommonGrid.Count];

    /// <summary>The track before the equaliser since the window opened, at most a minute of it: 64 values in dB, level-free.</summary>
    public float[] Track { get; } = new float[CommonGrid.Count];

    /// <summary>How much sound <see cref="Track"/> has heard, in s; 0 where it says nothing.</summary>
    public double TrackSeconds { get; set; }

    /// <summary>Whether there is anything but silence.</summary>
    public bool IsHeard { get; set; }

    /// <summary>How much sound there was since listening began, in s.</summary>
    public double Seconds { get; set; }

    /// <summary>How often it had begun anew.</summary>
    public int Beginning { get; set; }
}
