namespace SemanticEq.Ui.Plot;

/// <summary>A logarithmic frequency axis from 20 Hz to 20 kHz: equal ratios are equal distances.</summary>
/// <param name="Left">The x of 20 Hz, in canvas units.</param>
/// <param name="Right">The x of 20 kHz, in canvas units; above <paramref name="Left"/>.</param>
public readonly record struct FrequencyAxis(double Left, double Right)
{
    /// <summary>The lowest frequency shown, in Hz.</summary>
    public const double LowHz = 20;

    /// <summary>The highest frequency shown, in Hz.</summary>
    public const double HighHz = 20_000;

    private static readonly double[] TickValues = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

    /// <summary>Labelled frequencies in Hz, ascending.</summary>
    public static ReadOnlySpan<double> TicksHz => TickValues;

    /// <summary>The x of a frequency above 0 Hz; beyond the axis it goes on.</summary>
    public double X(double frequencyHz) =>
        Left + ((Right - Left) * Math.Log(frequencyHz / LowHz) / Math.Log(HighHz / LowHz));

    /// <summary>The frequency at an x, in Hz.</summary>
    public double FrequencyHz(double x) => LowHz * Math.Pow(HighHz / LowHz, (x - Left) / (Right - Left));

    /// <summary>The label of a tick: "20", "500", "1k", "20k".</summary>
    public static ReadOnlySpan<byte> Label(double tickHz) => tickHz switch
    {
        20 => "20"u8,
        50 => "50"u8,
        100 => "100"u8,
        200 => "200"u8,
        500 => "500"u8,
        1000 => "1k"u8,
        2000 => "2k"u8,
        5000 => "5k"u8,
        10_000 => "10k"u8,
        20_000 => "20k"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(tickHz), tickHz, "This frequency carries no label."),
    };
}
