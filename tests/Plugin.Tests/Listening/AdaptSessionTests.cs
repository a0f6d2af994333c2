using System.Text;
using System.Text.Json;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Listening;

/// <summary>What was learnt of a track, in sessions.</summary>
public class AdaptSessionTests
{
    [Fact]
    public void A_session_sounds_at_once_as_it_was_left()
    {
        float[][] track = Track.Loop("loop_amen", 6);
        using var saved = Track.Adapting("bright");
        _ = saved.Play(track, () => 512);
        saved.Set(ParameterId.Freeze, 1);
        byte[] state = saved.SaveState();
        using var loaded = new InProcessPlugin { SampleRate = Track.Rate };
        loaded.Instance.LoadState(state).ShouldBeTrue();

        loaded.SaveState().ShouldBe(state, "a session that is only opened and saved does not change");
        float[] expected = saved.Play(track, () => 512)[0];
        InProcessPlugin.SamePart(loaded.Play(track, () => 480)[0], expected).ShouldBe(expected.Length);
        SessionState.Read(loaded.SaveState())!.Track!.Value.GetRawText().ShouldBe(SessionState.Read(state)!.Track!.Value.GetRawText(), "frozen");
    }

    [Fact]
    public void Frozen_live_and_offline_agree_within_100_dB_below_full_scale()
    {
        float[][] track = Track.Loop("loop_electric", 5);
        using var offline = Track.Adapting("warm");
        _ = offline.Play(track, () => 512);
        offline.Set(ParameterId.Freeze, 1);
        using var live = new InProcessPlugin { SampleRate = Track.Rate, Mode = ProcessMode.Realtime };
        live.Instance.LoadState(offline.SaveState()).ShouldBeTrue();
        Move[] moves = [new(60_000, ParameterId.WordA, 9), new(90_000, ParameterId.Amount, 100), new(120_000, ParameterId.Amount, 40, IsLine: true)];

        float[] one = offline.Play(track, () => 512, moves)[0], other = live.Play(track, () => 1024, moves)[0];

        one.Zip(other, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5f);
    }

    [Fact]
    public void Learning_goes_on_where_a_session_left_it()
    {
        using var first = Track.Adapting("bright");
        _ = first.Play(Track.Loop("loop_amen", 4), () => 512);
        using var second = new InProcessPlugin { SampleRate = Track.Rate };
        second.Instance.LoadState(first.SaveState()).ShouldBeTrue();

        double before = second.Effect.Track.Seconds;
        _ = second.Play(Track.Loop("loop_amen", 9), () => 512);

        before.ShouldBeInRange(2.0, 4.0);
        second.Effect.Track.Seconds.ShouldBe(before + 8.0, 1.0);
    }

    [Fact]
    public void The_track_belongs_to_the_effect_and_to_no_preset()
    {
        using var plugin = Track.Adapting("bright");
        _ = plugin.Play(Track.Loop("loop_amen", 4), () => 512);
        plugin.Effect.PresetState().Track.ShouldBeNull();
        plugin.Effect.Track.IsKnown.ShouldBeTrue();
        plugin.Instance.LoadState(new SessionState().Write()).ShouldBeTrue();
        plugin.Effect.Track.IsKnown.ShouldBeFalse("another session's track is another one");
    }

    [Fact]
    public void A_session_names_the_listener_that_its_bands_are_fitted_by()
    {
        using var plugin = Track.Adapting("bright");
        _ = plugin.Play(Track.Noise(3, 0.7), () => 512);
        var track = SessionState.Read(plugin.SaveState())!.Track!.Value;
        track.GetProperty("listener").GetString().ShouldBe(BundledListener.Newest!.Version);
        string later = track.GetRawText().Replace("\"listener\":\"v1\"", "\"listener\":\"v9\"", StringComparison.Ordinal);
        later.ShouldContain("v9");
        LearntTrackText.Read(JsonDocument.Parse(later).RootElement)!.LevelFreeDb.ToArray().ShouldBe(plugin.Effect.Track.LevelFreeDb.ToArray());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"db\"")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    [InlineData("{\"version\":1,\"seconds\":3}")]
    [InlineData("{\"version\":2,\"seconds\":3,\"db\":[]}")]
    [InlineData("{\"version\":\"1\",\"seconds\":true,\"db\":{}}")]
    [InlineData("{\"version\":1,\"seconds\":-3,\"db\":[FILL]}")]
    [InlineData("{\"version\":1,\"seconds\":1e300,\"db\":[FILL]}")]
    [InlineData("{\"version\":1,\"seconds\":3,\"db\":[FILL,0]}")]
    [InlineData("{\"version\":1,\"seconds\":3,\"db\":[WILD]}")]
    [InlineData("{\"version\":1,\"seconds\":3,\"db\":[TEXT]}")]
    public void What_is_damaged_counts_as_missing_and_the_rest_is_loaded(string track)
    {
        string Many(string first) => string.Join(",", Enumerable.Repeat("0", 63).Prepend(first));
        track = track.Replace("FILL", Many("1"), StringComparison.Ordinal).Replace("WILD", Many("1e38"), StringComparison.Ordinal)
            .Replace("TEXT", Many("\"loud\""), StringComparison.Ordinal);
        using var effect = new SemanticEqEffect();

        effect.LoadState(StateContainer.Wrap(Encoding.UTF8.GetBytes($$"""{"values":{"14":50,"30":100},"track":{{track}}}"""))).ShouldBeTrue();

        effect.Track.IsKnown.ShouldBeFalse();
        effect.ToPlain(ParameterId.Amount, effect.GetNormalized(ParameterId.Amount)).ShouldBe(50, 1e-9);
    }

    [Fact]
    public void Wild_numbers_of_a_foreign_file_play_as_numbers()
    {
        var random = new Random(4);
        float[][] noise = Track.Noise(0.5, 0.7);
        for (int i = 0; i < 20; i++)
        {
            string values = string.Join(",", Enumerable.Range(0, 64).Select(_ => JsonSerializer.Serialize((float)(399.0 * ((2.0 * random.NextDouble()) - 1.0)))));
            using var plugin = new InProcessPlugin { SampleRate = Track.Rate };
            string json = $$$"""{"values":{"10":{{{random.Next(2, 40)}}},"14":150,"30":100},"track":{"version":1,"seconds":1e8,"db":[{{{values}}}]}}""";
            plugin.Instance.LoadState(StateContainer.Wrap(Encoding.UTF8.GetBytes(json))).ShouldBeTrue();

            float[][] played = plugin.Play(noise, () => 256);

            plugin.Effect.Track.IsKnown.ShouldBeTrue();
            played[0].ShouldAllBe(sample => float.IsFinite(sample) && Math.Abs(sample) < 100f);
        }
    }

    [Fact]
    public void A_state_with_a_learnt_track_still_loads_and_sounds_as_it_did()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "golden", "state-adapt-0.1.seqs");
        if (Environment.GetEnvironmentVariable("SEMANTIC_EQ_UPDATE") == "1")
            File.WriteAllBytes(path, Made());
        using var effect = new SemanticEqEffect();
        effect.LoadState(File.ReadAllBytes(path)).ShouldBeTrue();

        effect.ToPlain(ParameterId.Adapt, effect.GetNormalized(ParameterId.Adapt)).ShouldBe(80, 1e-9);
        effect.ToPlain(ParameterId.Freeze, effect.GetNormalized(ParameterId.Freeze)).ShouldBe(1);
        effect.Track.Seconds.ShouldBeInRange(4.0, 6.0);
        effect.Track.LevelFreeDb.ToArray().Average().ShouldBe(0f, 1e-3f);
        effect.Track.LevelFreeDb.ToArray().Max().ShouldBeGreaterThan(5f);
    }

    private static byte[] Made()
    {
        using var plugin = Track.Adapting("bright", adapt: 80);
        _ = plugin.Play(Track.Loop("loop_amen", 6), () => 512);
        return plugin.Set(ParameterId.Freeze, 1).SaveState();
    }
}
