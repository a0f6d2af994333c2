using System.Text.Json;
using SemanticEq.Dsp;
using SemanticEq.Tests;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>The whole path as a user has it: the command line, the built bundle, files.</summary>
public class CommandLineTests
{
    public CommandLineTests() => BuiltBundle.Require();

    [Fact]
    public void A_rendered_word_changes_the_spectrum_by_the_curve_that_the_curve_command_tells()
    {
        using var folder = new Folder();
        var (path, signal) = folder.Noise("in.wav", 2, 10 * 48000, level: 0.1);
        var (code, output, error) = BuiltBundle.Run("render", path, folder["out.wav"], "--word", "warm", "--json");
        code.ShouldBe(0, error);
        var report = JsonDocument.Parse(output).RootElement;
        report.GetProperty("samples").GetInt64().ShouldBe(signal[0].Length);
        report.GetProperty("mode").GetString().ShouldBe("offline");

        double[] curve = Curve("warm");
        curve.Max(Math.Abs).ShouldBeGreaterThan(1, "a word that does nothing would prove nothing");
        double[] moved = Difference(signal, Folder.ReadAll(folder["out.wav"]));
        // 1/6-octave bands blur the curve a little where it bends; below 80 Hz ten seconds of noise hold too few cycles.
        for (int i = 0; i < CommonGrid.Count; i++)
        {
            if (CommonGrid.FrequenciesHz[i] is > 80 and < 18000)
                moved[i].ShouldBe(curve[i], 0.1, $"{CommonGrid.FrequenciesHz[i]:0} Hz");
        }
    }

    [Fact]
    public void Offline_is_bit_for_bit_the_same_for_any_blocks_with_automation_too() => SameForAnyBlocks(48000);

    [Fact]
    public void Offline_is_bit_for_bit_the_same_for_any_blocks_with_automation_at_odd_samples() => SameForAnyBlocks(44100);

    private static void SameForAnyBlocks(int rate)
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 2, 3 * rate, rate);
        string automation = folder.Text("a.csv", "seconds,parameter,value\n0.5,Amount,20\n0.9,Word A,bright\n1.7,Macro 1,60\n2.2,Amount,120\n");
        string? first = null;
        foreach (string block in new[] { "512", "random:1", "random:2", "64", "4096" })
        {
            var (code, _, error) = BuiltBundle.Run(
                "render", path, folder["out.wav"], "--word", "warm", "--automate", automation, "--block", block, "--json");
            code.ShouldBe(0, error);
            string hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder["out.wav"])));
            hash.ShouldBe(first ??= hash, $"blocks of {block}");
        }
    }

    [Theory]
    [InlineData("paced", "256")]
    [InlineData("unpaced", "32")]
    [InlineData("unpaced", "4096")]
    public void Live_is_offline_within_minus_100_dBFS(string live, string block)
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 2, 2 * 48000);
        string automation = folder.Text("a.csv", "seconds,parameter,value\n0.3,Amount,20\n0.7,Word A,bright\n1.2,Macro 2,-60\n");
        string[] common = ["--word", "warm", "--automate", automation, "--block", block, "--json"];
        BuiltBundle.Run(["render", path, folder["off.wav"], .. common]).ExitCode.ShouldBe(0);
        var (code, _, error) = BuiltBundle.Run(["render", path, folder["live.wav"], "--live=" + live, .. common]);
        code.ShouldBe(0, error);
        float[][] offline = Folder.ReadAll(folder["off.wav"]), played = Folder.ReadAll(folder["live.wav"]);
        double worst = 0;
        for (int channel = 0; channel < 2; channel++)
        {
            for (int i = 0; i < offline[channel].Length; i++)
                worst = Math.Max(worst, Math.Abs((double)offline[channel][i] - played[channel][i]));
        }
        (20 * Math.Log10(worst + 1e-30)).ShouldBeLessThan(-100);
    }

    [Fact]
    public void Amount_0_is_the_input_itself_and_mono_flac_works()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.flac", 1, 50_000, rate: 44100);
        BuiltBundle.Run("render", path, folder["out.flac"], "--word", "warm", "--amount", "0").ExitCode.ShouldBe(0);
        Folder.ReadAll(folder["out.flac"])[0].ShouldBe(Folder.ReadAll(path)[0]);
    }

    [Fact]
    public void Curve_answers_each_word_on_its_line_and_says_what_it_does_not_know()
    {
        var (code, output, error) = BuiltBundle.Run("curve", "warm", "brhgit", "cold", "--amount", "50", "--json");
        code.ShouldBe(0, error);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        var warm = JsonDocument.Parse(lines[0]).RootElement;
        warm.GetProperty("word").GetString().ShouldBe("warm");
        warm.GetProperty("grid_hz").GetArrayLength().ShouldBe(64);
        double[] played = [.. warm.GetProperty("curve_db").EnumerateArray().Select(v => v.GetDouble())];
        Band[] bands = [.. warm.GetProperty("bands").EnumerateArray().Select(Band)];
        bands.Length.ShouldBe(8);
        double[] byFormula = new double[64];
        CurveResponse.ComputeDb(bands, 48000, CommonGrid.FrequenciesHz, byFormula);
        for (int i = 0; i < 64; i++)
            played[i].ShouldBe(byFormula[i], 0.01, "the bands told are the bands played");

        var unknown = JsonDocument.Parse(lines[1]).RootElement;
        unknown.GetProperty("unknown")[0].GetString().ShouldBe("brhgit");
        unknown.TryGetProperty("curve_db", out _).ShouldBeFalse();
        error.ShouldContain("did you mean bright");
        BuiltBundle.Run("curve", "brhgit", "--json").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Words_read_and_info_answer_in_json()
    {
        var words = JsonDocument.Parse(BuiltBundle.Run("words", "--json").Output).RootElement;
        var warm = words.EnumerateArray().Single(w => w.GetProperty("word").GetString() == "warm");
        warm.GetProperty("slot").GetInt32().ShouldBeGreaterThan(1);
        warm.GetProperty("settings").GetInt32().ShouldBeGreaterThan(100);
        warm.GetProperty("near").GetArrayLength().ShouldBeGreaterThan(0);

        using var folder = new Folder();
        double[] curve = Curve("bright");
        string csv = folder.Text("c.csv", "hz,db\n" + string.Concat(Enumerable.Range(0, 64).Select(
            i => FormattableString.Invariant($"{CommonGrid.FrequenciesHz[i]},{curve[i]}\n"))));
        var read = JsonDocument.Parse(BuiltBundle.Run("read", csv, "--json").Output).RootElement;
        // A model's own naming prefers the word that people are likeliest to have meant, which need not be the one whose curve it is.
        read.GetArrayLength().ShouldBeInRange(50, words.GetArrayLength());
        read.EnumerateArray().Take(5).Select(score => score.GetProperty("word").GetString()).ShouldContain("bright");
        read.EnumerateArray().Select(score => score.GetProperty("score").GetDouble()).ShouldBeInOrder(Shouldly.SortDirection.Descending);

        var info = JsonDocument.Parse(BuiltBundle.Run("info", "--json").Output).RootElement;
        info.GetProperty("plugin").GetProperty("name").GetString().ShouldBe("Semantic EQ");
        info.GetProperty("model").GetProperty("hash").GetString()!.Length.ShouldBe(64);
        var amount = info.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("title").GetString() == "Amount");
        (amount.GetProperty("min").GetDouble(), amount.GetProperty("max").GetDouble(), amount.GetProperty("default").GetDouble(),
            amount.GetProperty("unit").GetString()).ShouldBe((0, 150, 100, "%"));
    }

    [Fact]
    public void A_picture_is_drawn()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 2, 48000);
        var (code, _, error) = BuiltBundle.Run("render", path, folder["out.wav"], "--word", "warm", "--to", "bright", "--morph", "40", "--picture", folder["p.png"]);
        code.ShouldBe(0, error);
        byte[] png = File.ReadAllBytes(folder["p.png"]);
        png[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        png.Length.ShouldBeGreaterThan(20_000);
    }

    [PosixTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void Interrupted_it_takes_its_temporary_file_with_it(string signal)
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 60 * 48000);
        using var process = BuiltBundle.Start("render", path, folder["out.wav"], "--word", "warm", "--live");
        for (int waited = 0; Directory.GetFiles(folder.Path).Length < 2 && waited < 20_000; waited += 50)
            Thread.Sleep(50);
        Directory.GetFiles(folder.Path).Length.ShouldBe(2, "it has begun");
        BuiltBundle.Signal(process, signal);
        process.WaitForExit(10_000).ShouldBeTrue();
        process.ExitCode.ShouldBe(130);
        process.StandardError.ReadToEnd().ShouldContain("nothing was written");
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Theory]
    [InlineData("Bypass=true")]
    [InlineData("Bypass=Yes")]
    [InlineData("Bypass=on")]
    public void Switches_understand_the_words_of_people(string setting)
    {
        using var folder = new Folder();
        var (path, signal) = folder.Noise("in.wav", 1, 4800);
        var (code, _, error) = BuiltBundle.Run("render", path, folder["out.wav"], "--word", "warm", "--set", setting);
        code.ShouldBe(0, error);
        Folder.ReadAll(folder["out.wav"])[0].ShouldBe(signal[0]);
    }

    [Fact]
    public void Live_takes_its_value_after_a_space_too_and_never_a_files_name()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 4800);
        Mode("--live", "unpaced", path, folder["out.wav"]).ShouldBe("live=unpaced");
        Mode(path, folder["out.wav"], "--live", "paced").ShouldBe("live");
        Mode("--live", path, folder["out.wav"]).ShouldBe("live");

        static string? Mode(params string[] arguments) =>
            JsonDocument.Parse(BuiltBundle.Run(["render", .. arguments, "--word", "warm", "--json"]).Output).RootElement.GetProperty("mode").GetString();
    }

    [Fact]
    public void A_render_that_changes_nothing_says_so_and_one_that_peaks_over_full_scale_too()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 4800);
        var (code, output, error) = BuiltBundle.Run("render", path, folder["out.wav"]);
        code.ShouldBe(0, error);
        error.ShouldContain("the sound stayed as it was");
        error.TrimEnd().ShouldNotContain("\n");
        output.ShouldNotContain("peaks at");
        output.ShouldNotContain("twin");
        output.ShouldNotContain("stand-in");

        var (loudCode, loud, complaint) = BuiltBundle.Run("render", path, folder["out.wav"], "--set", "Output gain=12");
        loudCode.ShouldBe(0);
        complaint.ShouldBeEmpty();
        loud.ShouldContain("peaks at +6.0 dBFS: turn Output gain down");
    }

    [Fact]
    public void Samples_that_are_no_numbers_are_counted_and_the_reports_stay_readable()
    {
        using var folder = new Folder();
        using (var writer = Host.Audio.AudioWriter.Open(folder["in.wav"], 1, 48000))
        {
            float[] samples = [.. Enumerable.Range(0, 48000).Select(i => 0.1f * MathF.Sin(0.05f * i))];
            (samples[1000], samples[2000], samples[3000]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);
            writer.Write(samples, []);
            writer.Commit();
        }
        var (code, output, error) = BuiltBundle.Run("render", folder["in.wav"], folder["out.wav"], "--word", "warm", "--json");
        code.ShouldBe(0, error);
        error.ShouldContain("3 samples of");
        error.TrimEnd().ShouldNotContain("\n");
        var report = JsonDocument.Parse(output).RootElement;
        report.GetProperty("non_finite_input_samples").GetInt64().ShouldBe(3);
        report.GetProperty("non_finite_output_samples").GetInt64().ShouldBe(0);
        report.GetProperty("loudness_before_lufs").GetDouble().ShouldBeInRange(-30, -15);
        report.GetProperty("peak_dbfs").GetDouble().ShouldBeInRange(-40, 0);
    }

    [Fact]
    public void A_flat_curve_is_called_flat()
    {
        using var folder = new Folder();
        string csv = folder.Text("c.csv", "hz,db\n20,3.1\n20000,3.1\n");
        var (code, output, error) = BuiltBundle.Run("read", csv);
        code.ShouldBe(0, error);
        output.Trim().ShouldBe("the curve is flat: no word is like it");
        JsonDocument.Parse(BuiltBundle.Run("read", csv, "--json").Output).RootElement.EnumerateArray()
            .ShouldAllBe(score => score.GetProperty("score").GetDouble() == 0);
    }

    [Fact]
    public void A_bundle_whose_runtime_can_not_be_used_renders_the_same_and_says_so()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 48000);
        string bundle = BuiltBundle.CopyTo(folder["SemanticEq.vst3"]);
        BuiltBundle.RemoveRuntime(bundle);
        var (code, output, error) = BuiltBundle.Run("render", path, folder["out.wav"], "--word", "warm", "--plugin", bundle);
        code.ShouldBe(0, error);
        error.Trim().ShouldBe("semantic-eq: the ONNX Runtime in the bundle could not be used; its C# twin decoded (equal within 1e-5)");
        output.ShouldContain("came from the stand-in for the ONNX Runtime");
    }

    private static double[] Curve(string word)
    {
        var (code, output, error) = BuiltBundle.Run("curve", word, "--json");
        code.ShouldBe(0, error);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("curve_db").EnumerateArray().Select(v => v.GetDouble())];
    }

    private static Band Band(JsonElement band) => new(
        BandTypes.TryParse(band.GetProperty("type").GetString()!, out var type) ? type : throw new InvalidDataException("no such type"),
        band.GetProperty("hz").GetDouble(),
        band.GetProperty("db").GetDouble(),
        band.GetProperty("q").GetDouble());

    // The level change in 1/6-octave bands around the common grid's points, from the long-term spectra.
    private static double[] Difference(float[][] before, float[][] after)
    {
        double[] a = Spectrum(before), b = Spectrum(after);
        return [.. a.Select((level, i) => b[i] - level)];
    }

    private static double[] Spectrum(float[][] signal)
    {
        var spectrum = new LongTermSpectrum(48000, 32768);
        spectrum.Push([.. signal[0].Select(v => (double)v)], [.. signal[1].Select(v => (double)v)]);
        double[] levels = new double[CommonGrid.Count];
        spectrum.ReadDb(CommonGrid.FrequenciesHz, 1.0 / 12, levels);
        return levels;
    }
}
