namespace SemanticEq.Plugin;

/// <summary>Parameter ids: stable for ever, never reused, whatever the order in which hosts list them.</summary>
public static class ParameterId
{
#pragma warning disable CS1591 // the names are those of the table
    public const uint Bypass = 1;
    public const uint DryCompare = 2;
    public const uint WordA = 10;
    public const uint WordB = 11;
    public const uint Morph = 12;
    public const uint Variation = 13;
    public const uint Amount = 14;
    public const uint Macro1 = 20;
    public const uint Adapt = 30;
    public const uint Freeze = 31;
    public const uint ChannelMode = 40;
    public const uint OutputGain = 41;
    public const uint AutoGain = 42;
    public const uint MeasureLoudness = 43;
    public const uint Band1On = 100;
    public const uint Own1On = 200;
    public const uint TwinDecodes = 900;
#pragma warning restore CS1591

    /// <summary>Ids from one band's parameter to the same of the next.</summary>
    public const uint BandStride = 10;

    /// <summary>Offsets of a decoder band's trims from its first id.</summary>
    public enum Trim : uint
    {
        /// <summary>Whether the band plays.</summary>
        On = 0,

        /// <summary>In octaves.</summary>
        Frequency = 1,

        /// <summary>In dB.</summary>
        Gain = 2,

        /// <summary>As a factor.</summary>
        Q = 3,
    }

    /// <summary>Offsets of an own band's parameters from its first id.</summary>
    public enum Own : uint
    {
        /// <summary>Whether the band plays.</summary>
        On = 0,

        /// <summary>Its shape.</summary>
        Type = 1,

        /// <summary>Where it plays.</summary>
        Channel = 2,

        /// <summary>In Hz.</summary>
        Frequency = 3,

        /// <summary>In dB.</summary>
        Gain = 4,

        /// <summary>Quality factor.</summary>
        Q = 5,

        /// <summary>Of cuts, in dB/oct.</summary>
        Slope = 6,
    }

    /// <summary>A macro, 0 to 7.</summary>
    public static uint Macro(int macro) => Macro1 + (uint)macro;

    /// <summary>A decoder band's trim, band 0 to 7.</summary>
    public static uint OfBand(int band, Trim trim) => Band1On + ((uint)band * BandStride) + (uint)trim;

    /// <summary>An own band's parameter, band 0 to 7.</summary>
    public static uint OfOwn(int band, Own own) => Own1On + ((uint)band * BandStride) + (uint)own;
}
