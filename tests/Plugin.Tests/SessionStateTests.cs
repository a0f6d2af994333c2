namespace SemanticEq.Plugin.Tests;

public class SessionStateTests
{
    [Theory]
    [InlineData("""{"compare":{"values":{"14":1e999}}}""")]
    [InlineData("""{"compare":{"values":{"14":50},"phrase_a":{"text":"warm","z":[1e999]}}}""")]
    [InlineData("""{"phrase_a":{"text":"warm","z":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],"parts":[{"text":"a","kind":"word","says":"b","certainty":1e999}]}}""")]
    [InlineData("""{"values":{"14":1e999},"decoded":[1e999],"bands":[{"type":"bell","hz":1e999,"db":0,"q":1}]}""")]
    public void Numbers_beyond_all_numbers_do_not_keep_a_session_from_being_saved(string payload)
    {
        using var effect = new SemanticEqEffect();
        effect.LoadState(StateContainer.Wrap(System.Text.Encoding.UTF8.GetBytes(payload))).ShouldBeTrue();
        SessionState.Read(effect.SaveState()).ShouldNotBeNull();
    }

    [Fact]
    public void A_saved_state_brings_every_value_back()
    {
        var random = new Random(3);
        using var saved = new SemanticEqEffect();
        foreach (var parameter in ParameterTable.All)
            saved.SetNormalized(parameter.Id, parameter.ToNormalized(parameter.ToPlain(random.NextDouble())));
        using var loaded = new SemanticEqEffect();

        loaded.LoadState(saved.SaveState()).ShouldBeTrue();

        foreach (var parameter in ParameterTable.All.Where(parameter => !parameter.Flags.HasFlag(Vst3.ParameterFlags.IsReadOnly)))
            loaded.GetNormalized(parameter.Id).ShouldBe(saved.GetNormalized(parameter.Id), 1e-11, parameter.Title);
        byte[] opened = loaded.SaveState();
        using var again = new SemanticEqEffect();
        again.LoadState(opened).ShouldBeTrue();
        again.SaveState().ShouldBe(opened, "a session that is only opened and saved does not change");
    }

    [Fact]
    public void A_state_of_version_0_1_still_loads()
    {
        using var effect = new SemanticEqEffect();

        effect.LoadState(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "state-0.1.seqs"))).ShouldBeTrue();

        Plain(effect, ParameterId.WordA).ShouldBe(2);
        effect.Format(ParameterId.WordA, effect.GetNormalized(ParameterId.WordA)).ShouldBe("Warm");
        Plain(effect, ParameterId.Amount).ShouldBe(80, 1e-9);
        Plain(effect, ParameterId.Macro(2)).ShouldBe(25, 1e-9);
        Plain(effect, ParameterId.OfOwn(0, ParameterId.Own.Frequency)).ShouldBe(440, 1e-6);
    }

    [Fact]
    public void Unknown_fields_and_ids_are_passed_over_and_missing_ones_have_their_defaults()
    {
        byte[] state = StateContainer.Wrap("""{"from_the_future":{"a":[1]},"values":{"14":50,"77777":3}}"""u8);
        using var effect = new SemanticEqEffect();
        effect.SetNormalized(ParameterId.WordA, 0.5);

        effect.LoadState(state).ShouldBeTrue();

        Plain(effect, ParameterId.Amount).ShouldBe(50, 1e-9);
        Plain(effect, ParameterId.WordA).ShouldBe(0);
    }

    [Fact]
    public void Every_single_changed_or_missing_byte_is_noticed_and_changes_nothing()
    {
        using var effect = new SemanticEqEffect();
        effect.SetNormalized(ParameterId.Amount, 0.25);
        byte[] state = effect.SaveState();
        effect.SetNormalized(ParameterId.Amount, 0.75);
        for (int i = 0; i < state.Length; i++)
        {
            byte[] damaged = [.. state];
            damaged[i] ^= 0x10;
            effect.LoadState(damaged).ShouldBeFalse($"byte {i}");
            effect.LoadState(state.AsSpan(0, i)).ShouldBeFalse($"first {i} bytes");
        }
        effect.GetNormalized(ParameterId.Amount).ShouldBe(0.75);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"values\":null}")]
    [InlineData("{\"values\":{\"14\":\"loud\"}}")]
    [InlineData("{\"decoded\":[1,2,3]}")]
    [InlineData("{\"decoded\":[1e38]}")]
    [InlineData("not json")]
    [InlineData("{\"loudness\":5}")]
    public void Odd_payloads_are_refused_or_harmless(string json)
    {
        using var effect = new SemanticEqEffect();
        _ = effect.LoadState(StateContainer.Wrap(System.Text.Encoding.UTF8.GetBytes(json)));
        effect.GetNormalized(ParameterId.Amount).ShouldBe(100.0 / 150.0, 1e-12);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(5);
        using var effect = new SemanticEqEffect();
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            if (bytes.Length > 4 && i % 2 == 0)
                "SEQS"u8.CopyTo(bytes);
            effect.LoadState(bytes).ShouldBeFalse();
        }
    }

    private static double Plain(SemanticEqEffect effect, uint id) => effect.ToPlain(id, effect.GetNormalized(id));
}
