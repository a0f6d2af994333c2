using SemanticEq.Dsp;
using SemanticEq.Inference;
using SemanticEq.Plugin.Tests.Editing;
using SemanticEq.Plugin.Tests.Listening;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests.Matching;

/// <summary>"like the side-chain": made once by what was heard, and from then on a phrase as any other.</summary>
public class SideChainMatchTests(ITestOutputHelper output)
{
    [Fact]
    public void A_host_sets_it_by_its_text_once_both_were_heard()
    {
        using var plugin = new InProcessPlugin();
        plugin.Effect.TryParse(ParameterId.WordA, MatchPhrase.Text, out _).ShouldBeFalse("nothing is there to be like");
        Hear(plugin, Track.Noise(4, 6), Track.Noise(4, 3, seed: 7));

        plugin.Effect.TryParse(ParameterId.WordA, MatchPhrase.Text, out double value).ShouldBeTrue();
        plugin.Effect.Phrases[0].ShouldBeNull("asked for, but not set");
        plugin.Instance.SetNormalized(ParameterId.WordA, value).ShouldBeTrue();

        var phrase = plugin.Effect.Phrases[0].ShouldNotBeNull();
        phrase.Text.ShouldBe(MatchPhrase.Text);
        phrase.Sounds!.IsSound().ShouldBeTrue();
        phrase.Parts.ShouldHaveSingleItem().Kind.ShouldBe("match");
        output.WriteLine(phrase.Parts[0].Says);
        plugin.Effect.Format(ParameterId.WordA, value).ShouldBe(MatchPhrase.Text);
        // Brighter by 3 dB an octave.
        double[] curve = CurveOf(plugin);
        (curve[45] - curve[25]).ShouldBe(20 * 3 * Math.Log2(1000.0) / 63.0, 1.5);
    }

    [Fact]
    public void It_is_in_the_session_and_plays_the_same_without_any_side_chain()
    {
        using var first = Matched();
        byte[] state = first.SaveState();
        using var second = new InProcessPlugin();
        second.Instance.LoadState(state).ShouldBeTrue();
        second.SaveState().ShouldBe(state);
        float[][] track = Track.Loop("loop_amen", 1);
        first.SideChain = null;
        float[] expected = first.Play(track, () => 512)[0];
        InProcessPlugin.SamePart(second.Play(track, () => 480)[0], expected).ShouldBe(expected.Length);
    }

    [Fact]
    public void Other_sound_on_the_side_chain_changes_nothing_until_it_is_matched_again()
    {
        using var plugin = Matched();
        float[] z = plugin.Effect.Phrases[0]!.Z;
        Hear(plugin, Track.Noise(4, 6), Track.Noise(8, 6, seed: 9));
        plugin.Effect.TryParse(ParameterId.WordA, MatchPhrase.Text, out double same).ShouldBeTrue("a host may say again what stands");
        plugin.Instance.SetNormalized(ParameterId.WordA, same).ShouldBeTrue();
        plugin.Effect.Phrases[0]!.Z.ShouldBe(z);
        plugin.Effect.TypePhrase(0, MatchPhrase.Text).ShouldBeTrue();
        plugin.Effect.Phrases[0]!.Z.ShouldNotBe(z);
    }

    [Fact]
    public void The_window_matches_and_takes_it_back_in_one_step()
    {
        using var folder = new EditedPlugin();
        using var plugin = new InProcessPlugin();
        var session = plugin.Effect.EditWith(folder.Library, folder.Settings);
        session.Prompt.MatchLabel.ShouldBeNull();
        session.Prompt.Match().ShouldNotBeNull().ShouldContain("off");
        session.Prompt.Submit("like the side-chain").ShouldNotBeNull().ShouldContain("off");
        session.History.UndoName.ShouldBeNull();
        Hear(plugin, Track.Noise(4, 6), Track.Noise(4, 3, seed: 7));
        byte[] before = plugin.SaveState();

        session.Prompt.MatchLabel.ShouldBe("Match side-chain");
        session.Prompt.Match().ShouldBeNull();

        session.Prompt.Text.ShouldBe(MatchPhrase.Text);
        session.Prompt.Parts.ShouldHaveSingleItem().Says.ShouldContain("dB apart");
        session.History.UndoName.ShouldBe("Match side-chain");
        session.History.Undo();
        session.Prompt.Text.ShouldBe("");
        SessionState.Read(plugin.SaveState())!.Decoded.ShouldBe(SessionState.Read(before)!.Decoded);
        session.History.Redo();
        session.Prompt.Text.ShouldBe(MatchPhrase.Text);
    }

    [Fact]
    public void A_session_of_another_model_is_matched_anew_by_this_one()
    {
        using var plugin = Matched();
        var phrase = plugin.Effect.Phrases[0]! with { ModelHash = "another's", Z = new float[DecoderShape.Latent] };
        var places = TypedPhrases.Places(new PhrasePair(phrase, null), BundledModel.Newest, 1);
        places.A.ToArray().ShouldBe(plugin.Effect.Phrases[0]!.Z);
    }

    [Fact]
    public void A_session_whose_sounds_are_damaged_loads_without_the_phrase()
    {
        using var plugin = Matched();
        var state = SessionState.Read(plugin.SaveState())!;
        foreach (var sounds in new[] { new SoundPair([], []), new SoundPair(new float[64], [.. Enumerable.Repeat(1e9f, 64)]) })
        {
            state.PhraseA = state.PhraseA! with { Sounds = sounds };
            using var other = new InProcessPlugin();
            other.Instance.LoadState(state.Write()).ShouldBeTrue();
            other.Effect.Phrases[0].ShouldBeNull();
        }
    }

    // Loops of many kinds, each to be like the next.
    [Fact]
    public void Recordings_come_near_to_one_another()
    {
        string[] names = ["loop_amen_full", "loop_garzul", "loop_mika", "loop_industrial", "loop_tabla", "loop_safari", "loop_compus", "guit_em9", "ambi_drone"];
        List<(double Before, double After, double Left)> rows = [];
        for (int i = 0; i < names.Length; i++)
        {
            using var plugin = new InProcessPlugin();
            Hear(plugin, Track.Loop(names[i], 8), Track.Loop(names[(i + 1) % names.Length], 8));
            var heard = plugin.Effect.Listening.Pair!.Newest;
            var curve = MatchCurve.Between(heard.TrackDb, heard.SideChainDb)!;
            plugin.Effect.TypePhrase(0, MatchPhrase.Text).ShouldBeTrue();
            double[] bands = CurveOf(plugin);
            float[] after = [.. heard.TrackDb.Zip(bands, (db, more) => (float)(db + more))];
            rows.Add((curve.DistanceDb(heard.TrackDb, heard.SideChainDb), curve.DistanceDb(after, heard.SideChainDb), curve.MissDb(bands)));
            output.WriteLine($"{names[i]} like {names[(i + 1) % names.Length]}: {rows[^1].Before:0.0} dB apart, then {rows[^1].After:0.0}; {rows[^1].Left:0.00} dB of the curve is left");
        }

        output.WriteLine($"medians: {Median(rows.Select(row => row.Before)):0.0}, {Median(rows.Select(row => row.After)):0.0}, {Median(rows.Select(row => row.Left)):0.00}");
        rows.ShouldAllBe(row => row.After < row.Before);
        Median(rows.Select(row => row.Left)).ShouldBeLessThan(1.0);
        rows.Max(row => row.Left).ShouldBeLessThan(3.0);
    }

    private static InProcessPlugin Matched()
    {
        var plugin = new InProcessPlugin();
        Hear(plugin, Track.Noise(4, 6), Track.Noise(4, 3, seed: 7));
        plugin.Effect.TypePhrase(0, MatchPhrase.Text).ShouldBeTrue();
        return plugin;
    }

    private static void Hear(InProcessPlugin plugin, float[][] track, float[][] other)
    {
        plugin.SideChain = other;
        _ = plugin.Play(track, () => 1024);
    }

    private static double[] CurveOf(InProcessPlugin plugin)
    {
        plugin.Set(ParameterId.Amount, 100);
        var bands = SessionState.Read(plugin.SaveState())!.Bands!;
        double[] curve = new double[CommonGrid.Count];
        CurveResponse.ComputeDb(
            [.. bands.Select((band, i) => new Band(Equaliser.DecoderBandType(i), band.Hz, band.Db, band.Q))], Track.Rate, CommonGrid.FrequenciesHz, curve);
        return curve;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
