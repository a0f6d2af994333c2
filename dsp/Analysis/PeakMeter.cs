namespace SemanticEq.Dsp;

/// <summary>The ballistics of a sample-peak meter: it rises at once and falls by <see cref="FallDbPerSecond"/>. One thread.</summary>
public sealed class PeakMeter
{
    /// <summary>In dB a second.</summary>
    public const double FallDbPerSecond = 20.0;

    /// <summary>What is lower reads as silence, in dB full scale.</summary>
    public const double FloorDb = -120.0;

    /// <summary>In dB full scale; negative infinity for silence.</summary>
    public double Db { get; private set; } = double.NegativeInfinity;

    /// <summary>The highest since <see cref="ResetHighest"/>, in dB full scale; negative infinity where nothing was heard.</summary>
    public double HighestDb { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes the highest magnitude of what came in since the last call, and lets time pass.</summary>
    /// <param name="peak">1 for full scale; what is no number is silence.</param>
    /// <param name="seconds">Since the last call, 0 or more.</param>
    public void Update(double peak, double seconds)
    {
        double fallen = Db - (FallDbPerSecond * Math.Max(0.0, seconds));
        double db = peak > 0.0 ? 20.0 * Math.Log10(Math.Min(peak, double.MaxValue)) : double.NegativeInfinity;
        Db = Math.Max(db, fallen);
        if (!(Db >= FloorDb))
            Db = double.NegativeInfinity;
        HighestDb = Math.Max(HighestDb, Db);
    }

    /// <summary>Forgets the highest.</summary>
    public void ResetHighest() => HighestDb = double.NegativeInfinity;

    /// <summary>Forgets all.</summary>
    public void Reset() => Db = HighestDb = double.NegativeInfinity;
}
