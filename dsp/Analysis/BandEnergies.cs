namespace SemanticEq.Dsp;

/// <summary>How the energy of a signal shares out, each part in dB of the whole (so 0 is all of it); −120 is nothing.</summary>
/// <param name="LowDb">Below 250 Hz.</param>
/// <param name="LowMidDb">250 Hz to 1 kHz.</param>
/// <param name="HighMidDb">1 to 4 kHz.</param>
/// <param name="HighDb">Above 4 kHz.</param>
public readonly record struct BandEnergies(double LowDb, double LowMidDb, double HighMidDb, double HighDb)
{
    /// <summary>Where the low mids begin, in Hz.</summary>
    public const double LowMidHz = 250.0;

    /// <summary>Where the high mids begin, in Hz.</summary>
    public const double HighMidHz = 1000.0;

    /// <summary>Where the highs begin, in Hz.</summary>
    public const double HighHz = 4000.0;
}
