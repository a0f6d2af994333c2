namespace SemanticEq.Plugin.Tests;

/// <summary>Explicit requests set the user's own bands, by edits that the host is told of.</summary>
public sealed class PhraseBandsTests : IDisposable
{
    private const string Cut = "warm, -3 dB at 300";
    private readonly InProcessPlugin _plugin = new();

    [Fact]
    public void A_request_takes_the_first_band_that_is_off()
    {
        Set(0, ParameterId.Own.On, 1);

        Type(Cut);

        Own(1, ParameterId.Own.On).ShouldBe(1);
        Own(1, ParameterId.Own.Type).ShouldBe(1);
        Own(1, ParameterId.Own.Frequency).ShouldBe(300, 0.01);
        Own(1, ParameterId.Own.Gain).ShouldBe(-3, 1e-6);
        var edits = _plugin.Instance.Listener.Edits;
        edits.Select(edit => edit.Id).ShouldBeUnique();
        edits.ShouldAllBe(edit => edit.Id / 10 == 21);
        edits[^1].Id.ShouldBe(ParameterId.OfOwn(1, ParameterId.Own.On), "switched on when all else is set");
        _plugin.Instance.Listener.EditsOutsideGestures.ShouldBe(0);
        Phrase().Bands.Single().Own.ShouldBe(2);
    }

    [Fact]
    public void The_next_phrase_takes_back_what_nobody_has_touched()
    {
        Type(Cut);
        Type("bright and warm");

        Own(0, ParameterId.Own.On).ShouldBe(0);
        Phrase().Bands.ShouldBeEmpty();
        Type(Cut);
        Own(0, ParameterId.Own.On).ShouldBe(1);
        Type("bright, -3 dB at 300");
        (Own(0, ParameterId.Own.On), Own(1, ParameterId.Own.On)).ShouldBe((1, 0));
    }

    [Fact]
    public void A_band_that_its_user_has_edited_stays()
    {
        Type(Cut);
        Set(0, ParameterId.Own.Gain, -6);

        Type("bright, -3 dB at 300");

        (Own(0, ParameterId.Own.On), Own(0, ParameterId.Own.Gain)).ShouldBe((1, -6));
        (Own(1, ParameterId.Own.On), Own(1, ParameterId.Own.Gain)).ShouldBe((1, -3));
        Type("bright and warm");
        (Own(0, ParameterId.Own.On), Own(1, ParameterId.Own.On)).ShouldBe((1, 0));
    }

    [Fact]
    public void A_band_that_the_other_words_phrase_has_taken_is_no_longer_this_ones()
    {
        Type(Cut);
        Set(0, ParameterId.Own.On, 0);
        Type(_plugin, "bright, -3 dB at 300", ParameterId.WordB);

        Type("bright and warm");

        Own(0, ParameterId.Own.On).ShouldBe(1);
        Type(_plugin, "warm", ParameterId.WordB);
        Type(_plugin, "bright and warm", ParameterId.WordB);
        Own(0, ParameterId.Own.On).ShouldBe(0);
    }

    [Fact]
    public void A_host_that_rounds_to_32_bits_has_edited_nothing()
    {
        Type(Cut);
        foreach (var (id, normalized) in _plugin.Instance.Listener.Edits.ToList())
            _plugin.Instance.SetNormalized(id, (float)normalized);

        Type("bright and warm");

        Own(0, ParameterId.Own.On).ShouldBe(0);
    }

    [Fact]
    public void Which_bands_are_the_phrases_is_kept_in_the_session()
    {
        Type(Cut);
        using var other = new InProcessPlugin();
        other.Instance.LoadState(_plugin.SaveState()).ShouldBeTrue();
        other.Instance.Listener.Edits.ShouldBeEmpty();
        other.SaveState().ShouldBe(_plugin.SaveState());

        Type(other, "bright and warm");

        Own(other, 0, ParameterId.Own.On).ShouldBe(0);
    }

    [Fact]
    public void Where_none_is_free_the_phrase_plays_without_and_says_so()
    {
        for (int own = 0; own < ParameterTable.Bands; own++)
            Set(own, ParameterId.Own.On, 1);

        Type(Cut);

        _plugin.Instance.Listener.Edits.ShouldBeEmpty();
        Phrase().Unplaced.ShouldBe(1);
        Phrase().Bands.ShouldBeEmpty();
    }

    [Fact]
    public void The_bands_are_heard_at_once_and_in_any_blocks_the_same()
    {
        double[] noise = Noise();
        double[][] inOne = Play(noise, () => 4096), inMany = Play(noise, () => 37);

        InProcessPlugin.SamePart(inOne[0], inMany[0]).ShouldBe(noise.Length);
        using var without = new InProcessPlugin();
        Type(without, "bright and warm");
        InProcessPlugin.SamePart(without.Play([noise, noise], () => 512)[0], inOne[0]).ShouldBeLessThan(10);
    }

    public void Dispose() => _plugin.Dispose();

    private static double[][] Play(double[] noise, Func<int> block)
    {
        using var plugin = new InProcessPlugin();
        Type(plugin, "bright and warm, -3 dB at 300");
        // From the phrase to a word and back, in between samples of no block's edge.
        return plugin.Play([noise, noise], block, new Move(5_003, ParameterId.WordA, 2), new Move(9_001, ParameterId.WordA, 1));
    }

    private void Type(string text) => Type(_plugin, text);

    private static void Type(InProcessPlugin plugin, string text, uint word = ParameterId.WordA)
    {
        plugin.Instance.TryParse(word, text, out double value).ShouldBeTrue();
        plugin.Instance.SetNormalized(word, value).ShouldBeTrue();
    }

    private TypedPhrase Phrase() => SessionState.Read(_plugin.SaveState())!.PhraseA.ShouldNotBeNull();

    private void Set(int own, ParameterId.Own which, double plain) => _plugin.Set(ParameterId.OfOwn(own, which), plain);

    private double Own(int own, ParameterId.Own which) => Own(_plugin, own, which);

    private static double Own(InProcessPlugin plugin, int own, ParameterId.Own which)
    {
        uint id = ParameterId.OfOwn(own, which);
        return Math.Round(plugin.Instance.ToPlain(id, plugin.Instance.GetNormalized(id)), 9);
    }

    private static double[] Noise()
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, 24_000).Select(_ => random.NextDouble() - 0.5)];
    }
}
