namespace SemanticEq.Inference.Tests;

public class LatentPlaceTests
{
    private readonly Vocabulary _vocabulary = ModelFolder.Load(Repository.Model).Vocabulary;

    [Fact]
    public void Nothing_chosen_is_the_origin()
    {
        Locate(default).ShouldAllBe(value => value == 0f);
    }

    [Fact]
    public void Morph_runs_straight_from_one_word_to_the_other()
    {
        int warm = _vocabulary.SlotOf("warm")!.Value;
        int bright = _vocabulary.SlotOf("Bright")!.Value;
        float[] a = Locate(new ControlFrame(warm, bright, 0f, 0, default));
        float[] b = Locate(new ControlFrame(warm, bright, 1f, 0, default));
        float[] quarter = Locate(new ControlFrame(warm, bright, 0.25f, 0, default));

        a.ShouldBe(_vocabulary.Latents(warm, 0).ToArray());
        b.ShouldBe(_vocabulary.Latents(bright, 0).ToArray());
        for (int i = 0; i < a.Length; i++)
            quarter[i].ShouldBe((0.75f * a[i]) + (0.25f * b[i]), 1e-5f);
    }

    [Fact]
    public void A_macro_adds_its_direction_by_its_value()
    {
        var macros = default(MacroValues);
        macros[2] = -0.5f;
        float[] z = Locate(new ControlFrame(0, 0, 0, 0, macros));

        for (int i = 0; i < z.Length; i++)
            z[i].ShouldBe(-0.5f * _vocabulary.MacroDirection(2)[i], 1e-6f);
    }

    [Fact]
    public void A_variation_that_a_word_has_not_is_its_last()
    {
        foreach (var word in _vocabulary.Words)
            _vocabulary.Latents(word.Slot, 7).Length.ShouldBe(DecoderShape.Latent);
    }

    [Fact]
    public void A_typed_phrase_stands_in_slot_1_of_its_word_alone()
    {
        float[] phrase = [.. Enumerable.Range(0, 32).Select(i => (float)i)];
        int warm = _vocabulary.SlotOf("warm")!.Value;
        float[] z = new float[32];
        var typed = new TypedPlaces(null, phrase, 1);

        LatentPlace.Locate(_vocabulary, new ControlFrame(warm, Vocabulary.Phrase, 0.5f, 0, default, typed.Serial), z, typed);
        for (int i = 0; i < 32; i++)
            z[i].ShouldBe(0.5f * (_vocabulary.Latents(warm, 0)[i] + phrase[i]), 1e-5f);
        LatentPlace.Locate(_vocabulary, new ControlFrame(Vocabulary.Phrase, 0, 0, 0, default, typed.Serial), z, typed);
        z.ShouldAllBe(value => value == 0);
        Locate(new ControlFrame(Vocabulary.Phrase, Vocabulary.Phrase, 0.3f, 0, default)).ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_misspelt_word_is_suggested()
    {
        _vocabulary.Suggest("wram").ShouldContain("warm");
        _vocabulary.Suggest("xqzzvwk").ShouldBeEmpty();
    }

    private float[] Locate(ControlFrame frame)
    {
        float[] z = new float[DecoderShape.Latent];
        LatentPlace.Locate(_vocabulary, frame, z);
        return z;
    }
}
