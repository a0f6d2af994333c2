namespace SemanticEq.Ui.Plot;

/// <summary>Which levels of a spectrum are shown.</summary>
/// <param name="TopDb">The highest, in dB.</param>
/// <param name="SpanDb">How far down from there, in dB.</param>
public readonly record struct SpectrumRange(double TopDb, double SpanDb)
{
    /// <summary>Distance of labelled levels, in dB; labels are its multiples.</summary>
    public const double StepDb = 12;

    // Less looks like noise blown up; more squeezes what is heard, to show what is not.
    private const double LeastSpanDb = 36;
    private const double GreatestSpanDb = 72;
    private const double HeadroomDb = 2;

    // This share may fall below: deep narrow holes and the far ends say little.
    private const double ShareBelow = 0.04;

    // Beyond this a level is silence or a fault, and no picture is scaled for it.
    private const double GreatestLevelDb = 400;

    /// <summary>The lowest level shown, in dB.</summary>
    public double BottomDb => TopDb - SpanDb;

    /// <summary>The highest level that carries a label, in dB.</summary>
    public double TopLabelDb => StepDb * Math.Floor(TopDb / StepDb);

    /// <summary>The range of one or two spectra over 20 Hz to 20 kHz; null where neither has a level to show.</summary>
    public static SpectrumRange? Holding(FrequencyTrace? first, FrequencyTrace? second)
    {
        double[] levels = [.. Levels(first), .. Levels(second)];
        if (levels.Length == 0)
            return null;
        Array.Sort(levels);
        double top = levels[^1] + HeadroomDb;
        double low = levels[(int)(ShareBelow * levels.Length)] - HeadroomDb;
        return new SpectrumRange(top, Math.Clamp(top - low, LeastSpanDb, GreatestSpanDb));
    }

    private static IEnumerable<double> Levels(FrequencyTrace? trace)
    {
        for (int i = 0; i < (trace?.Count ?? 0); i++)
        {
            double frequencyHz = trace!.FrequenciesHz.Span[i], levelDb = trace.LevelsDb.Span[i];
            if (frequencyHz is >= FrequencyAxis.LowHz and <= FrequencyAxis.HighHz && Math.Abs(levelDb) <= GreatestLevelDb)
                yield return levelDb;
        }
    }
}
