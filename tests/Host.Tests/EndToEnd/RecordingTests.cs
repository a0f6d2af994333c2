using System.Text.Json;
using SemanticEq.Dsp;
using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>Real recordings (Debian's sonic-pi-samples, CC0) through the command line and the built bundle.</summary>
public class RecordingTests(ITestOutputHelper output)
{
    private const string Samples = "/usr/share/sonic-pi/samples";
    private const double FaintestDb = -55;

    [Theory]
    [InlineData("guit_em9", "warm")]
    [InlineData("loop_amen_full", "bright")]
    [InlineData("loop_garzul", "airy")]
    public void Its_spectrum_moves_by_the_decoded_curve_within_a_tenth_of_a_decibel(string recording, string word)
    {
        BuiltBundle.Require();
        string input = Path.Combine(Samples, recording + ".flac");
        File.Exists(input).ShouldBeTrue($"{input} is missing: it is in Debian's package sonic-pi-samples");
        using var folder = new Folder();
        var (code, report, error) = BuiltBundle.Run("render", input, folder["out.wav"], "--word", word, "--json");
        code.ShouldBe(0, error);
        double rate = JsonDocument.Parse(report).RootElement.GetProperty("sample_rate").GetDouble();
        Band[] bands = Bands(word);
        double Curve(double hz)
        {
            double[] db = new double[1];
            CurveResponse.ComputeDb(bands, rate, [hz], db);
            return db[0];
        }

        float[][] before = Folder.ReadAll(input), after = Folder.ReadAll(folder["out.wav"]);

        after[0].Length.ShouldBe(before[0].Length);
        int compared = 0;
        double worst = 0;
        for (int channel = 0; channel < before.Length; channel++)
        {
            var transfer = new TransferFunction(before[channel], after[channel], rate);
            foreach (double hz in CommonGrid.FrequenciesHz)
            {
                if (10 * Math.Log10(transfer.PowerAt(hz) / transfer.LoudestPower) < FaintestDb)
                    continue;
                compared++;
                worst = Math.Max(worst, Math.Abs(transfer.GainDb(hz) - transfer.GainDb(hz, Curve)));
            }
        }
        output.WriteLine($"{recording}, {word}: worst {worst:0.0000} dB at {compared} frequencies");
        worst.ShouldBeLessThan(0.1);
        compared.ShouldBeGreaterThan(40, "a recording with little in it would prove little");
    }

    private static Band[] Bands(string word)
    {
        var (code, line, error) = BuiltBundle.Run("curve", word, "--json");
        code.ShouldBe(0, error);
        return [.. JsonDocument.Parse(line).RootElement.GetProperty("bands").EnumerateArray().Select(band => new Band(
            BandTypes.TryParse(band.GetProperty("type").GetString()!, out var type) ? type : throw new InvalidDataException("no such type"),
            band.GetProperty("hz").GetDouble(),
            band.GetProperty("db").GetDouble(),
            band.GetProperty("q").GetDouble()))];
    }
}
