namespace SemanticEq.Dsp;

/// <summary>The shape of one equaliser band. The names used in files and on the command line are in <see cref="BandTypes"/>.</summary>
public enum BandType
{
    /// <summary>Second-order low shelf; gain in dB at DC.</summary>
    LowShelf,

    /// <summary>Second-order bell; gain in dB at its centre.</summary>
    Bell,

    /// <summary>Second-order high shelf; gain in dB far above its corner.</summary>
    HighShelf,

    /// <summary>Low cut (high-pass), 12, 24 or 48 dB/oct; gain has no meaning.</summary>
    LowCut,

    /// <summary>High cut (low-pass), 12, 24 or 48 dB/oct; gain has no meaning.</summary>
    HighCut,

    /// <summary>Notch: zero gain at its centre; gain has no meaning.</summary>
    Notch,

    /// <summary>Tilt: minus half the gain at DC, plus half the gain far above its corner.</summary>
    Tilt,
}

/// <summary>The stable names of band types.</summary>
public static class BandTypes
{
    private static readonly string[] Names = ["low-shelf", "bell", "high-shelf", "low-cut", "high-cut", "notch", "tilt"];

    /// <summary>The name of a type, for example <c>low-shelf</c>.</summary>
    public static string Name(BandType type) => Names[(int)type];

    /// <summary>The type of a name.</summary>
    public static bool TryParse(string name, out BandType type)
    {
        int index = Array.IndexOf(Names, name);
        type = (BandType)Math.Max(index, 0);
        return index >= 0;
    }
}
