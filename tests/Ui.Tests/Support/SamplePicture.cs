using System.Numerics;
using SemanticEq.Dsp;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Tests;

/// <summary>A picture's data as a caller would bring it: eight analogue bands and their sum, a drum loop's kind of spectrum.</summary>
internal static class SamplePicture
{
    private static readonly Band[] WarmBands =
    [
        new(BandType.LowShelf, 92, 2.6, 0.71), new(BandType.Bell, 178, 2.2, 0.9), new(BandType.Bell, 330, 1.4, 1.2),
        new(BandType.Bell, 720, -0.6, 1.0), new(BandType.Bell, 1650, -0.9, 1.1), new(BandType.Bell, 3200, -2.1, 0.8),
        new(BandType.Bell, 6400, -1.7, 0.7), new(BandType.HighShelf, 10_800, -3.4, 0.6),
    ];

    public static double[] Grid { get; } = LogGrid(480);

    public static EqPictureData Warm() => With(WarmBands) with
    {
        Title = "warm, 100 %",
        Subtitle = "loop_compus.wav   −18.4 → −17.9 LUFS   low +1.9 dB, mid −0.4 dB, high −2.6 dB",
    };

    public static EqPictureData With(IReadOnlyList<Band> bands)
    {
        double[] before = DrumLoopSpectrum(Grid);
        double[] sum = new double[Grid.Length];
        foreach (Band band in bands)
            for (int i = 0; i < sum.Length; i++)
                sum[i] += AnalogueDb(band, Grid[i]);
        double[] gridCurve = [.. CommonGrid.FrequenciesHz.ToArray().Select(hz => bands.Sum(band => AnalogueDb(band, hz)))];
        double[] gridHz = CommonGrid.FrequenciesHz.ToArray();
        return new EqPictureData
        {
            Title = "sample",
            Curve = new FrequencyTrace(gridHz, gridCurve),
            SpreadDb = gridHz.Select(hz => 0.7 + (0.5 * Math.Abs(Math.Log10(hz / 800)))).ToArray(),
            Bands = [.. bands.Select(band => new PictureBand(
                band, new FrequencyTrace(Grid, Grid.Select(hz => AnalogueDb(band, hz)).ToArray())))],
            Before = new FrequencyTrace(Grid, before),
            After = new FrequencyTrace(Grid, before.Zip(sum, (a, b) => a + b).ToArray()),
        };
    }

    public static EqPictureData CurveOnly(ReadOnlyMemory<double> frequenciesHz, ReadOnlyMemory<double> gainsDb) =>
        new() { Title = "curve only", Curve = new FrequencyTrace(frequenciesHz, gainsDb) };

    public static double[] LogGrid(int count) =>
        [.. Enumerable.Range(0, count).Select(i => 20.0 * Math.Pow(1000.0, i / (count - 1.0)))];

    /// <summary>Gain of the analogue prototypes of R. Bristow-Johnson's cookbook, in dB.</summary>
    public static double AnalogueDb(Band band, double frequencyHz)
    {
        Complex s = Complex.ImaginaryOne * frequencyHz / band.FrequencyHz;
        double a = Math.Pow(10, band.GainDb / 40), slope = Math.Sqrt(a) / band.Q;
        Complex h = band.Type switch
        {
            BandType.LowShelf => a * ((s * s) + (slope * s) + a) / ((a * s * s) + (slope * s) + 1),
            BandType.HighShelf => a * ((a * s * s) + (slope * s) + 1) / ((s * s) + (slope * s) + a),
            _ => ((s * s) + (a / band.Q * s) + 1) / ((s * s) + (s / (a * band.Q)) + 1),
        };
        return 20 * Math.Log10(h.Magnitude);
    }

    private static double[] DrumLoopSpectrum(double[] hz)
    {
        var random = new Random(7);
        double drift = 0;
        return [.. hz.Select(f =>
        {
            drift = (0.8 * drift) + (1.6 * (random.NextDouble() - 0.5));
            double kick = 13 * Math.Exp(-Math.Pow(Math.Log2(f / 70) / 0.8, 2));
            double snare = 6 * Math.Exp(-Math.Pow(Math.Log2(f / 210) / 0.5, 2));
            double hats = 7 * Math.Exp(-Math.Pow(Math.Log2(f / 8500) / 0.9, 2));
            double ends = -18 * Math.Pow(Math.Max(0, Math.Log2(35 / f)), 1.5) - (20 * Math.Max(0, Math.Log2(f / 14_000)));
            return -40 - (3.2 * Math.Log2(f / 100)) + kick + snare + hats + ends + drift;
        })];
    }
}
