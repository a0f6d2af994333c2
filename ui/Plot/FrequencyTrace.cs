namespace SemanticEq.Ui.Plot;

/// <summary>Levels in dB at ascending frequencies: an equaliser's curve, a band's response, a spectrum. A level that is NaN is a
/// gap; infinite levels lie beyond any picture.</summary>
public sealed class FrequencyTrace
{
    /// <summary>Takes two lists of the same length. They are not copied.</summary>
    /// <param name="frequenciesHz">In Hz, strictly ascending; 0 and below are never drawn.</param>
    /// <param name="levelsDb">In dB, a value for each frequency.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the frequencies do not ascend.</exception>
    public FrequencyTrace(ReadOnlyMemory<double> frequenciesHz, ReadOnlyMemory<double> levelsDb)
    {
        if (frequenciesHz.Length != levelsDb.Length)
            throw new ArgumentException(
                $"A trace needs a level for each frequency, but has {levelsDb.Length} levels for {frequenciesHz.Length} frequencies.");
        ReadOnlySpan<double> hz = frequenciesHz.Span;
        for (int i = 0; i < hz.Length; i++)
        {
            if (!double.IsFinite(hz[i]) || (i > 0 && hz[i] <= hz[i - 1]))
                throw new ArgumentException($"The frequencies of a trace must ascend, but number {i} is {hz[i]} Hz.");
        }

        FrequenciesHz = frequenciesHz;
        LevelsDb = levelsDb;
    }

    /// <summary>A trace without points.</summary>
    public static FrequencyTrace Empty { get; } = new(default, default);

    /// <summary>In Hz, strictly ascending.</summary>
    public ReadOnlyMemory<double> FrequenciesHz { get; }

    /// <summary>In dB, a value for each frequency.</summary>
    public ReadOnlyMemory<double> LevelsDb { get; }

    /// <summary>The number of points.</summary>
    public int Count => FrequenciesHz.Length;

    /// <summary>The level at a frequency, straight between points over log frequency; NaN in a gap and beyond the ends.</summary>
    public double LevelDbAt(double frequencyHz)
    {
        ReadOnlySpan<double> hz = FrequenciesHz.Span, db = LevelsDb.Span;
        int above = hz.BinarySearch(frequencyHz);
        if (above >= 0)
            return db[above];
        above = ~above;
        if (above == 0 || above == hz.Length || hz[above - 1] <= 0 || double.IsNaN(frequencyHz))
            return double.NaN;
        double t = Math.Log(frequencyHz / hz[above - 1]) / Math.Log(hz[above] / hz[above - 1]);
        return db[above - 1] + (t * (db[above] - db[above - 1]));
    }

    /// <summary>The greatest distance from 0 dB of any finite level between 20 Hz and 20 kHz; 0 where there is none.</summary>
    public double GreatestDb()
    {
        double greatest = 0;
        for (int i = 0; i < Count; i++)
        {
            double distance = Math.Abs(LevelsDb.Span[i]);
            if (FrequenciesHz.Span[i] is >= FrequencyAxis.LowHz and <= FrequencyAxis.HighHz && double.IsFinite(distance))
                greatest = Math.Max(greatest, distance);
        }

        return greatest;
    }
}
