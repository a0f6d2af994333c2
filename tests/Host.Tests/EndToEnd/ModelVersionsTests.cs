using System.Text.Json;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>Two models in one bundle: what is new uses the newer one, and no session changes its sound.</summary>
public class ModelVersionsTests
{
    private const int Length = 24_000;
    private static readonly double[] Input = Noise();

    [Fact]
    public void A_session_goes_on_with_the_model_that_made_it_to_the_bit()
    {
        using var folder = new Folder();
        string bundle = NewerModel.AddTo(folder["SemanticEq.vst3"]);
        using var before = new PluginPlayer().Set("Word A", "a bit warmer, not muddy").Set("Word B", "bright").Set("Morph", "30");
        double[] expected = Play(before);
        byte[] session = before.Plugin.SaveState();
        using var after = new PluginPlayer(bundle);

        after.Plugin.LoadState(session).ShouldBeTrue();

        Play(after).ShouldBe(expected);
        after.Plugin.SaveState().ShouldBe(session);
        // It still speaks that model's words, also where they are chosen anew.
        after.Set("Word A", "warm").Set("Morph", "0");
        before.Set("Word A", "warm").Set("Morph", "0");
        Play(after).ShouldBe(Play(before));
    }

    [Fact]
    public void What_is_new_uses_the_newest_model_and_says_so()
    {
        using var folder = new Folder();
        string bundle = NewerModel.AddTo(folder["SemanticEq.vst3"]);
        using var old = new PluginPlayer().Set("Word A", "warm");
        using var fresh = new PluginPlayer(bundle).Set("Word A", "warm");

        Play(fresh).Zip(Play(old), (a, b) => Math.Abs(a - b)).Max().ShouldBeGreaterThan(0.01);
        JsonDocument.Parse(BuiltBundle.Run("info", "--json", "--plugin", bundle).Output).RootElement
            .GetProperty("model").GetProperty("version").GetString().ShouldBe(NewerModel.Version);
    }

    [Fact]
    public void A_state_brings_its_model_while_the_plugin_plays()
    {
        using var folder = new Folder();
        string bundle = NewerModel.AddTo(folder["SemanticEq.vst3"]);
        using var old = new PluginPlayer().Set("Word A", "warm");
        double[] oldSound = Play(old);
        using var player = new PluginPlayer(bundle).Set("Word A", "warm");
        double[] newSound = Play(player);
        byte[] newer = player.Plugin.SaveState(), older = old.Plugin.SaveState();

        double[] played = player.Play([Input, Input], (_, at) =>
        {
            if (at is 4_800 or 14_400)
                player.Plugin.LoadState(at == 4_800 ? older : newer).ShouldBeTrue();
        })[0];

        Same(played, newSound, 0, 4_800);
        Same(played, oldSound, 13_000, 14_400);
        Same(played, newSound, 22_600, Length);
    }

    [Fact]
    public void A_session_of_a_newer_model_keeps_its_bands_where_that_is_not()
    {
        using var folder = new Folder();
        string bundle = NewerModel.AddTo(folder["SemanticEq.vst3"]);
        using var newer = new PluginPlayer(bundle).Set("Word A", "a bit warmer, not muddy");
        double[] expected = Play(newer);
        byte[] session = newer.Plugin.SaveState();
        using var older = new PluginPlayer();

        older.Plugin.LoadState(session).ShouldBeTrue();

        Same(Play(older), expected, 0, Length);
        older.Plugin.SaveState().ShouldBe(session, "and hands it on as it was");
        using var back = new PluginPlayer(bundle);
        back.Plugin.LoadState(older.Plugin.SaveState()).ShouldBeTrue();
        Play(back).ShouldBe(expected);
    }

    [Fact]
    public void Words_tells_where_people_split_and_read_names_by_the_models_own_scores()
    {
        using var folder = new Folder();
        string bundle = NewerModel.AddTo(folder["SemanticEq.vst3"]);
        var words = JsonDocument.Parse(BuiltBundle.Run("words", "--json", "--plugin", bundle).Output).RootElement;
        var warm = words.EnumerateArray().Single(word => word.GetProperty("word").GetString() == "warm");
        warm.GetProperty("expected").GetDouble().ShouldBe(0.375);
        warm.GetProperty("camps").EnumerateArray().Select(camp => camp.GetProperty("says").GetString()).ShouldBe(["low boost", "high cut"]);
        BuiltBundle.Run("words", "--plugin", bundle).Output.ShouldContain("low boost (300, SAFE); high cut (185, both)");

        string rising = folder.Text("c.csv", "hz,db\n20,-6\n20000,6\n");
        var read = JsonDocument.Parse(BuiltBundle.Run("read", rising, "--json", "--plugin", bundle).Output).RootElement;
        read.EnumerateArray().Select(score => score.GetProperty("word").GetString()).ShouldBe(["bright", "muddy", "warm"]);
    }

    [Fact]
    public void A_word_that_nobody_has_set_is_a_guess_and_says_what_it_is_near()
    {
        using var folder = new Folder();
        string bundle = NewerModel.AddTo(folder["SemanticEq.vst3"]);
        var (code, output, error) = BuiltBundle.Run("curve", "marzipan", "warm", "--json", "--plugin", bundle);
        code.ShouldBe(0, error);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var part = lines[0].GetProperty("reading").GetProperty("parts")[0];
        part.GetProperty("kind").GetString().ShouldBe("guess");
        part.GetProperty("certainty").GetDouble().ShouldBe(128 / 255.0, 1e-9);
        part.GetProperty("says").GetString()!.ShouldContain("near warm");
        double[] guess = Curve(lines[0]), warm = Curve(lines[1]);
        for (int i = 0; i < guess.Length; i++)
            guess[i].ShouldBe(warm[i], 1e-3);
        BuiltBundle.Run("curve", "marzipan").ExitCode.ShouldBe(2);
    }

    private static double[] Curve(JsonElement report) => [.. report.GetProperty("curve_db").EnumerateArray().Select(value => value.GetDouble())];

    private static double[] Play(PluginPlayer player) => player.Play([Input, Input])[0];

    // The bands of the state are the twin's, those of the sound perhaps the ONNX Runtime's: equal within 1e-5; and filters forget.
    private static void Same(double[] played, double[] expected, int from, int to)
    {
        double worst = 0;
        for (int i = from; i < to; i++)
            worst = Math.Max(worst, Math.Abs(played[i] - expected[i]));
        worst.ShouldBeLessThan(1e-5, $"samples {from} to {to}");
    }

    private static double[] Noise()
    {
        var random = new Random(12);
        return [.. Enumerable.Range(0, Length).Select(_ => random.NextDouble() - 0.5)];
    }
}
