using System.Text.Json;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>A typed phrase through the whole path: the built plug-in in hosts' ways, and the command line.</summary>
public class TypedPhraseTests
{
    private const string Phrase = "a bit warmer, not muddy, and -3 dB at 3k";

    public TypedPhraseTests() => BuiltBundle.Require();

    [Fact]
    public void A_phrase_plays_and_its_session_sounds_the_same()
    {
        double[] noise = Noise();
        using var player = new PluginPlayer().Set("Word A", Phrase);
        double[] played = player.Play([noise, noise])[0];
        byte[] session = player.Plugin.SaveState();
        using var opened = new PluginPlayer { BlockSamples = 77 };

        opened.Plugin.LoadState(session).ShouldBeTrue();

        opened.Play([noise, noise])[0].ShouldBe(played);
        opened.Plugin.SaveState().ShouldBe(session);
        opened.Plugin.Format(opened.Parameter("Word A").Id, opened.Plugin.GetNormalized(opened.Parameter("Word A").Id)).ShouldBe(Phrase);
        played.Zip(noise, (a, b) => Math.Abs(a - b)).Max().ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void Typed_while_it_plays_it_comes_in_without_a_click_and_is_what_it_would_be_from_the_start()
    {
        double[] sine = [.. Enumerable.Range(0, 48_000).Select(i => 0.5 * Math.Sin(2 * Math.PI * 1000 * i / 48_000))];
        using var still = new PluginPlayer().Set("Word A", "bright and -6 dB at 1k");
        double[] expected = still.Play([sine, sine])[0];
        using var player = new PluginPlayer().Set("Word A", Phrase);

        double[] played = player.Play([sine, sine], (20_003, "Word A", "bright and -6 dB at 1k"))[0];

        for (int i = 40_000; i < sine.Length; i++)
            played[i].ShouldBe(expected[i], 1e-7, $"sample {i}");
        Kink(played.AsSpan(15_000)).ShouldBeLessThan(2 * Kink(expected.AsSpan(15_000)));
    }

    [Fact]
    public void Render_plays_phrases_for_both_words_in_any_blocks_the_same()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 2, 48_000);
        string? first = null;
        foreach (string block in new[] { "512", "random:3" })
        {
            var (code, output, error) = BuiltBundle.Run(
                "render", path, folder["out.wav"], "--word", Phrase, "--to", "much brighter", "--morph", "40", "--block", block, "--picture", folder["p.png"], "--json");
            code.ShouldBe(0, error);
            error.ShouldBeEmpty();
            var report = JsonDocument.Parse(output).RootElement;
            report.GetProperty("reading").GetProperty("own_bands")[0].GetProperty("hz").GetDouble().ShouldBe(3000, 1);
            report.GetProperty("reading_to").GetProperty("text").GetString().ShouldBe("much brighter");
            string hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder["out.wav"])));
            hash.ShouldBe(first ??= hash, $"blocks of {block}");
        }
    }

    [Fact]
    public void A_mix_of_two_words_is_the_morph_between_them_and_more_can_be_mixed()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 2, 48_000);
        BuiltBundle.Run("render", path, folder["morph.wav"], "--word", "warm", "--to", "bright", "--morph", "30").ExitCode.ShouldBe(0);
        BuiltBundle.Run("render", path, folder["mix.wav"], "--word", "warm 70, bright 30").ExitCode.ShouldBe(0);
        var (code, output, error) = BuiltBundle.Run("render", path, folder["three.wav"], "--word", "warm 60, airy 30, punchy 10", "--json");

        File.ReadAllBytes(folder["mix.wav"]).ShouldBe(File.ReadAllBytes(folder["morph.wav"]));
        code.ShouldBe(0, error);
        error.ShouldBeEmpty();
        var parts = JsonDocument.Parse(output).RootElement.GetProperty("reading").GetProperty("parts");
        parts.EnumerateArray().Select(part => part.GetProperty("says").GetString()).ShouldBe(["60 % of warm", "30 % of airy", "10 % of punchy"]);
    }

    [Fact]
    public void A_phrase_that_automation_brings_later_is_heard_then()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 48_000);
        string automation = folder.Text("a.csv", "seconds,parameter,value\n0.5,Word A,much brighter and harsh\n");
        BuiltBundle.Run("render", path, folder["warm.wav"], "--word", "warm").ExitCode.ShouldBe(0);

        var (code, _, error) = BuiltBundle.Run("render", path, folder["out.wav"], "--word", "warm", "--automate", automation);

        code.ShouldBe(0, error);
        float[] warm = Folder.ReadAll(folder["warm.wav"])[0], played = Folder.ReadAll(folder["out.wav"])[0];
        played[..24_000].ShouldBe(warm[..24_000]);
        played.Skip(30_000).Zip(warm.Skip(30_000), (a, b) => Math.Abs(a - b)).Max().ShouldBeGreaterThan(0.01f);
        var (twoCode, _, two) = BuiltBundle.Run("render", path, folder["two.wav"], "--word", "a bit warmer", "--automate", automation);
        twoCode.ShouldBe(2);
        two.ShouldContain("one phrase at a time");
    }

    [Fact]
    public void Curve_tells_how_it_was_read_and_what_was_not()
    {
        var (code, output, error) = BuiltBundle.Run("curve", "a bit warmer qxqx, -3 dB at 300", "warm", "qxqx zzqz", "--json");
        code.ShouldBe(0, error);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var phrase = JsonDocument.Parse(lines[0]).RootElement;
        var reading = phrase.GetProperty("reading");
        reading.GetProperty("text").GetString().ShouldBe("a bit warmer qxqx, -3 dB at 300");
        reading.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("kind").GetString())
            .ShouldBe(["degree", "word", "not-understood", "band"]);
        reading.GetProperty("own_bands")[0].GetProperty("hz").GetDouble().ShouldBe(300);
        phrase.GetProperty("unknown")[0].GetString().ShouldBe("qxqx");
        error.ShouldContain("\"qxqx\" was not understood");

        // The own band is in the curve that was measured, and nothing of it in the next word's.
        var warm = JsonDocument.Parse(lines[1]).RootElement;
        warm.TryGetProperty("reading", out _).ShouldBeFalse();
        var alone = JsonDocument.Parse(BuiltBundle.Run("curve", "warm", "--json").Output).RootElement;
        warm.GetProperty("curve_db").ToString().ShouldBe(alone.GetProperty("curve_db").ToString());
        JsonDocument.Parse(lines[2]).RootElement.TryGetProperty("curve_db", out _).ShouldBeFalse();
        BuiltBundle.Run("curve", "qxqx zzqz").ExitCode.ShouldBe(2);
        BuiltBundle.Run("curve", "a bit warmer, -3 dB at 300").Output.ShouldContain("own 1: bell");
    }

    [Fact]
    public void A_phrase_leaves_alone_what_was_set_beside_it()
    {
        var (code, output, error) = BuiltBundle.Run(
            "curve", "-3 dB at 300", "--set", "Own 1 on=On", "--set", "Own 1 gain=2", "--json");
        code.ShouldBe(0, error);
        JsonDocument.Parse(output).RootElement.GetProperty("reading").GetProperty("own_bands")[0].GetProperty("own").GetInt32().ShouldBe(2);
    }

    // The largest fourth difference: a click stands out of a sine in it.
    private static double Kink(ReadOnlySpan<double> x)
    {
        double largest = 0;
        for (int i = 4; i < x.Length; i++)
            largest = Math.Max(largest, Math.Abs(x[i] - (4 * x[i - 1]) + (6 * x[i - 2]) - (4 * x[i - 3]) + x[i - 4]));
        return largest;
    }

    private static double[] Noise()
    {
        var random = new Random(21);
        return [.. Enumerable.Range(0, 24_000).Select(_ => random.NextDouble() - 0.5)];
    }
}
