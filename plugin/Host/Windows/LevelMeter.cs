namespace SemanticEq.Host.Windows;

/// <summary>Mean-square level of what passed by since it was last asked.</summary>
internal sealed class LevelMeter
{
    private const double FloorDb = -200;

    private double _energy;
    private long _samples;

    /// <summary>Adds samples.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        foreach (float sample in samples)
            _energy += (double)sample * sample;
        _samples += samples.Length;
    }

    /// <summary>The level in dB of full scale (a square wave's is 0), at least −200; then starts anew.</summary>
    public double Take()
    {
        double power = _samples == 0 ? 0 : _energy / _samples;
        (_energy, _samples) = (0, 0);
        return Math.Max(FloorDb, 10 * Math.Log10(power));
    }
}
