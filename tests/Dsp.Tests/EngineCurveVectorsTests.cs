using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SemanticEq.Dsp.Tests;

/// <summary>
/// The curves of training-export/tests/golden/engine_curves.csv, by which the training's differentiable equaliser is held to what
/// is heard: each line eight bands (Hz, dB, Q; low shelf, six bells, high shelf), then 64 dB on the common grid at 48 kHz.
/// </summary>
public class EngineCurveVectorsTests
{
    private const int Cases = 256;
    private const int BandCount = 8;
    private const double SampleRate = 48000.0;

    // Beyond what the decoder may choose, so that its ranges can move.
    private static readonly (BandType Type, double LowHz, double HighHz, double LowQ, double HighQ)[] Ranges =
    [
        (BandType.LowShelf, 20.0, 600.0, 0.4, 1.0),
        .. Enumerable.Range(0, 6).Select(i => (BandType.Bell, 30.0 * Math.Pow(2.4, i), Math.Min(600.0 * Math.Pow(2.5, i), 20000.0), 0.2, 6.0)),
        (BandType.HighShelf, 2000.0, 20000.0, 0.4, 1.0),
    ];

    [Fact]
    public void The_file_is_what_the_engine_plays()
    {
        string path = FilePath();
        if (Environment.GetEnvironmentVariable("SEMANTIC_EQ_WRITE_VECTORS") == "1")
            File.WriteAllText(path, Write());
        string[] lines = [.. File.ReadLines(path).Skip(1)];
        lines.Length.ShouldBe(Cases);
        Span<double> played = stackalloc double[CommonGrid.Count];
        foreach (string line in lines)
        {
            double[] values = [.. line.Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
            CurveResponse.ComputeDb(Bands(values), SampleRate, CommonGrid.FrequenciesHz, played);
            for (int i = 0; i < played.Length; i++)
                values[(3 * BandCount) + i].ShouldBe(played[i], 0.00006, line);
        }
    }

    private static string Write()
    {
        var random = new Random(5);
        var text = new StringBuilder("# hz,db,q of 8 bands; then dB at 64 points. Made by EngineCurveVectorsTests, SEMANTIC_EQ_WRITE_VECTORS=1\n");
        var curve = new double[CommonGrid.Count];
        for (int i = 0; i < Cases; i++)
        {
            double[] values = [.. Ranges.SelectMany(range => Draw(random, range))];
            CurveResponse.ComputeDb(Bands(values), SampleRate, CommonGrid.FrequenciesHz, curve);
            text.Append(string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture))));
            foreach (double db in curve)
                text.Append(',').Append(db.ToString("0.####", CultureInfo.InvariantCulture));
            text.Append('\n');
        }

        return text.ToString();
    }

    // Half of the gains stand at the limits, where a matched form errs most.
    private static double[] Draw(Random random, (BandType Type, double LowHz, double HighHz, double LowQ, double HighQ) range)
    {
        double gain = random.Next(2) == 0 ? 12.0 : 12.0 * random.NextDouble();
        return
        [
            Math.Round(range.LowHz * Math.Pow(range.HighHz / range.LowHz, random.NextDouble()), 2),
            Math.Round(random.Next(2) == 0 ? gain : -gain, 3),
            Math.Round(range.LowQ * Math.Pow(range.HighQ / range.LowQ, random.NextDouble()), 4),
        ];
    }

    private static Band[] Bands(double[] values) =>
        [.. Ranges.Select((range, i) => new Band(range.Type, values[3 * i], values[(3 * i) + 1], values[(3 * i) + 2]))];

    private static string FilePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "training-export", "tests", "golden", "engine_curves.csv");
}
