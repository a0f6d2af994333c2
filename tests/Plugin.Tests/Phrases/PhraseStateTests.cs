using System.Text;
using System.Text.Json.Nodes;
using SemanticEq.Inference;

namespace SemanticEq.Plugin.Tests;

/// <summary>Sessions with phrases: damaged ones, and those of models that are not here.</summary>
public class PhraseStateTests
{
    private const string Phrase = "warm and bright";

    public static TheoryData<string, Action<JsonObject>> Damages() => new()
    {
        { "no place", state => state["phrase_a"]!["z"] = new JsonArray() },
        { "a place beyond all words", state => state["phrase_a"]!["z"]![3] = 1e30 },
        { "a text of 10 kB", state => state["phrase_a"]!["text"] = new string('x', 10_000) },
        { "an empty text", state => state["phrase_a"]!["text"] = "" },
        { "control characters", state => state["phrase_a"]!["text"] = "warm\0" },
        { "a ninth band", state => state["phrase_a"]!["bands"] = JsonNode.Parse("""[{ "own": 9, "values": [1, 1, 0, 300, -3, 1, 0] }]""") },
        { "a band of two values", state => state["phrase_a"]!["bands"] = JsonNode.Parse("""[{ "own": 1, "values": [1, 1] }]""") },
        { "no phrase at all", state => state.Remove("phrase_a") },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_phrase_is_left_out_and_the_rest_of_the_session_loads(string what, Action<JsonObject> damage)
    {
        using var effect = new SemanticEqEffect();

        effect.LoadState(Changed(Saved(), damage)).ShouldBeTrue(what);

        effect.GetNormalized(ParameterId.Amount).ShouldBe(0.5, 1e-9);
        var state = SessionState.Read(effect.SaveState())!;
        state.PhraseA.ShouldBeNull();
        state.Decoded!.Where((_, i) => i % 3 == 1).ShouldAllBe(db => db == 0f, "slot 1 without a phrase is flat");
        effect.Format(ParameterId.WordA, effect.GetNormalized(ParameterId.WordA)).ShouldBe("Typed phrase");
    }

    [Theory]
    [InlineData("\"phrase_a\":5")]
    [InlineData("\"phrase_a\":null")]
    [InlineData("\"phrase_a\":{\"z\":null}")]
    [InlineData("\"phrase_a\":{\"parts\":[null]}")]
    [InlineData("\"phrase_a\":{\"text\":\"warm\",\"z\":[\"a\"]}")]
    public void Odd_phrases_are_refused_or_harmless(string json)
    {
        using var effect = new SemanticEqEffect();
        _ = effect.LoadState(StateContainer.Wrap(Encoding.UTF8.GetBytes($"{{{json},\"values\":{{\"10\":1}}}}")));
        SessionState.Read(effect.SaveState())!.PhraseA.ShouldBeNull();
    }

    [Fact]
    public void A_session_with_phrases_of_the_first_model_still_sounds_as_it_did()
    {
        byte[] golden = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "state-phrases-0.1.seqs"));
        var kept = SessionState.Read(golden).ShouldNotBeNull();
        using var effect = new SemanticEqEffect();

        effect.LoadState(golden).ShouldBeTrue();

        effect.Format(ParameterId.WordA, 1 / 511.0).ShouldBe("a bit warmer, not muddy, and -3 dB at 3k");
        effect.Format(ParameterId.WordB, 1 / 511.0).ShouldBe("much brighter");
        effect.ToPlain(ParameterId.OfOwn(0, ParameterId.Own.Frequency), effect.GetNormalized(ParameterId.OfOwn(0, ParameterId.Own.Frequency))).ShouldBe(3000, 1e-6);
        var saved = SessionState.Read(effect.SaveState())!;
        saved.PhraseA!.Z.ShouldBe(kept.PhraseA!.Z);
        saved.PhraseB!.Z.ShouldBe(kept.PhraseB!.Z);
        saved.PhraseA.Bands.Single().Values.ShouldBe(kept.PhraseA.Bands.Single().Values);
        (saved.Model, saved.ModelHash).ShouldBe(("v1", kept.ModelHash));
        for (int i = 0; i < DecoderShape.Output; i++)
            saved.Decoded![i].ShouldBe(kept.Decoded![i], 1e-5f);
    }

    [Fact]
    public void A_session_of_a_model_that_is_not_here_keeps_its_bands_and_its_phrase_until_a_control_changes()
    {
        float[] bands = [.. Enumerable.Range(0, DecoderShape.Output).Select(i => (i % 3) switch { 0 => 6f + (i / 3), 1 => 1f - (i / 10f), _ => -0.5f })];
        byte[] foreign = Changed(Saved(), state =>
        {
            BeOf("v77", state);
            state["decoded"] = new JsonArray([.. bands.Select(value => JsonValue.Create(value))]);
        });
        using var effect = new SemanticEqEffect();

        effect.LoadState(foreign).ShouldBeTrue();

        var opened = SessionState.Read(effect.SaveState())!;
        (opened.Model, opened.ModelHash, opened.PhraseA!.ModelHash).ShouldBe(("v77", new string('7', 64), new string('7', 64)));
        opened.Decoded.ShouldBe(bands);
        effect.SetNormalized(ParameterId.Amount, 1);
        SessionState.Read(effect.SaveState())!.Decoded.ShouldBe(bands, "how much is no matter of the model");

        effect.SetNormalized(ParameterId.Macro(1), 0.75);
        var changed = SessionState.Read(effect.SaveState())!;
        changed.ModelHash.ShouldBe(BundledModel.Newest!.Folder.Hash);
        changed.Decoded.ShouldNotBe(bands);
        changed.PhraseA!.ModelHash.ShouldBe(new string('7', 64), "for a machine that has its model");
    }

    [Fact]
    public void The_bands_of_a_model_that_is_not_here_are_heard_until_a_control_changes()
    {
        using var here = new InProcessPlugin();
        byte[] saved = Saved();
        here.Instance.LoadState(saved).ShouldBeTrue();
        byte[] foreign = Changed(saved, state => BeOf("v1", state));
        byte[] mute = Changed(foreign, state => state["decoded"] = new JsonArray([.. Enumerable.Range(0, DecoderShape.Output).Select(_ => JsonValue.Create(0f))]));
        using var there = new InProcessPlugin();
        there.Instance.LoadState(foreign).ShouldBeTrue();
        using var flat = new InProcessPlugin();
        flat.Instance.LoadState(mute).ShouldBeTrue();
        double[] noise = Noise();
        var turn = new Move(12_000, ParameterId.Macro(0), 40);

        double[] expected = here.Play([noise, noise], () => 512, turn)[0];
        double[] held = there.Play([noise, noise], () => 101, turn)[0];
        double[] muted = flat.Play([noise, noise], () => 512, turn)[0];

        // Worked out by the twin for the state, by the ONNX Runtime or the twin for the sound: equal within 1e-5.
        for (int i = 0; i < noise.Length; i++)
            held[i].ShouldBe(expected[i], 1e-4, $"sample {i}");
        muted[..12_000].ShouldBe(noise[..12_000]);
        for (int i = 20_000; i < noise.Length; i++)
            muted[i].ShouldBe(expected[i], 1e-4, $"sample {i}");
    }

    [Fact]
    public void Stopped_and_started_again_a_session_of_a_model_that_is_not_here_goes_on_as_its_controls_stand()
    {
        using var here = new InProcessPlugin();
        byte[] saved = Saved();
        here.Instance.LoadState(saved).ShouldBeTrue();
        using var flat = new InProcessPlugin();
        flat.Instance.LoadState(Changed(saved, state =>
        {
            BeOf("v1", state);
            state["decoded"] = new JsonArray([.. Enumerable.Range(0, DecoderShape.Output).Select(_ => JsonValue.Create(0f))]);
        })).ShouldBeTrue();
        double[] noise = Noise();

        double[] expected = here.Set(ParameterId.Macro(0), 40).Play([noise, noise], () => 512)[0];
        double[] changed = flat.Set(ParameterId.Macro(0), 40).Play([noise, noise], () => 512)[0];
        double[] changedBack = flat.Set(ParameterId.Macro(0), 0).Play([noise, noise], () => 512)[0];

        for (int i = 0; i < noise.Length; i++)
            changed[i].ShouldBe(expected[i], 1e-4, $"sample {i}");
        changedBack.ShouldBe(noise, "what the session saved then keeps, too");
    }

    [Fact]
    public void With_a_control_back_where_it_was_loaded_what_is_heard_is_what_is_saved()
    {
        using var flat = new InProcessPlugin();
        flat.Instance.LoadState(Changed(Saved(), state =>
        {
            BeOf("v1", state);
            state["decoded"] = new JsonArray([.. Enumerable.Range(0, DecoderShape.Output).Select(_ => JsonValue.Create(0f))]);
        })).ShouldBeTrue();
        double[] noise = Noise();

        double[] heard = flat.Play([noise, noise], () => 512, new Move(6_000, ParameterId.Macro(0), 40), new Move(12_000, ParameterId.Macro(0), 0))[0];

        SessionState.Read(flat.SaveState())!.Decoded!.Where((_, i) => i % 3 == 1).ShouldAllBe(db => db == 0f);
        heard[9_000..9_100].ShouldNotBe(noise[9_000..9_100]);
        for (int i = 30_000; i < noise.Length; i++)
            heard[i].ShouldBe(noise[i], 1e-9, $"sample {i}");
    }

    // Of a model that no bundle has.
    private static void BeOf(string version, JsonObject state)
    {
        foreach (var part in new[] { state, state["phrase_a"]!.AsObject() })
        {
            part["model"] = version;
            part["model_hash"] = new string('7', 64);
        }
    }

    private static byte[] Saved()
    {
        using var effect = new SemanticEqEffect();
        effect.SetNormalized(ParameterId.Amount, 0.5);
        effect.Type(ParameterId.WordA, Phrase).ShouldBeTrue();
        return effect.SaveState();
    }

    private static byte[] Changed(byte[] state, Action<JsonObject> change)
    {
        StateContainer.TryUnwrap(state, out var payload).ShouldBeTrue();
        var json = JsonNode.Parse(payload)!.AsObject();
        change(json);
        return StateContainer.Wrap(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static double[] Noise()
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, 36_000).Select(_ => random.NextDouble() - 0.5)];
    }
}
