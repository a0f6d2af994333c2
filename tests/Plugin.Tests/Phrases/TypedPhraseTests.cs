using SemanticEq.Inference;

namespace SemanticEq.Plugin.Tests;

/// <summary>A phrase as a host types it: text to value, and then the value set.</summary>
public class TypedPhraseTests
{
    private const string Phrase = "warm and bright";
    private const string Other = "muddy and harsh";
    private readonly SemanticEqEffect _effect = new();

    [Fact]
    public void To_ask_what_a_phrase_means_changes_nothing()
    {
        byte[] before = _effect.SaveState();

        _effect.TryParse(ParameterId.WordA, Phrase, out double value).ShouldBeTrue();

        _effect.ToPlain(ParameterId.WordA, value).ShouldBe(Vocabulary.Phrase);
        _effect.SaveState().ShouldBe(before);
        _effect.Format(ParameterId.WordA, value).ShouldBe("Typed phrase");
        _effect.GetNormalized(ParameterId.WordA).ShouldBe(0);
    }

    [Fact]
    public void Set_to_the_value_that_was_told_the_word_is_the_phrase()
    {
        Type(ParameterId.WordA, Phrase);

        _effect.Format(ParameterId.WordA, _effect.GetNormalized(ParameterId.WordA)).ShouldBe(Phrase);
        var state = State();
        var phrase = state.PhraseA.ShouldNotBeNull();
        phrase.Text.ShouldBe(Phrase);
        phrase.Parts.Count(part => part.Kind == "word").ShouldBe(2);
        state.Decoded.ShouldBe(Decode(phrase.Z));
        state.PhraseB.ShouldBeNull();
        _effect.TryParse(ParameterId.WordA, Phrase, out double again).ShouldBeTrue();
        _effect.ToPlain(ParameterId.WordA, again).ShouldBe(Vocabulary.Phrase);
    }

    [Fact]
    public void Another_phrase_has_another_value_so_that_a_host_sees_a_change()
    {
        Type(ParameterId.WordA, Phrase);
        double first = _effect.GetNormalized(ParameterId.WordA);

        Type(ParameterId.WordA, Other);

        _effect.GetNormalized(ParameterId.WordA).ShouldNotBe(first);
        _effect.ToPlain(ParameterId.WordA, _effect.GetNormalized(ParameterId.WordA)).ShouldBe(Vocabulary.Phrase);
        // A host that rounds to the steps it was told of comes to the same slot.
        Math.Round(_effect.GetNormalized(ParameterId.WordA) * (Vocabulary.Slots - 1)).ShouldBe(Vocabulary.Phrase);
        State().PhraseA!.Text.ShouldBe(Other);
    }

    [Fact]
    public void A_phrase_that_was_only_asked_about_goes_with_the_next_question()
    {
        Type(ParameterId.WordA, Phrase);
        _effect.TryParse(ParameterId.WordA, Other, out _).ShouldBeTrue();
        _effect.TryParse(ParameterId.WordA, "qqq zzz", out _).ShouldBeFalse();

        _effect.SetNormalized(ParameterId.WordA, _effect.GetNormalized(ParameterId.WordA));

        State().PhraseA!.Text.ShouldBe(Phrase);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("bright")]
    public void A_phrase_that_was_only_asked_about_goes_with_a_question_about_a_word(string word)
    {
        Type(ParameterId.WordA, Phrase);
        double value = _effect.GetNormalized(ParameterId.WordA);
        _effect.TryParse(ParameterId.WordA, Other, out _).ShouldBeTrue();
        Type(ParameterId.WordA, word);

        _effect.SetNormalized(ParameterId.WordA, value);

        State().PhraseA!.Text.ShouldBe(Phrase);
    }

    [Fact]
    public void A_phrase_that_was_only_asked_about_goes_when_another_word_is_picked()
    {
        Type(ParameterId.WordA, Phrase);
        double value = _effect.GetNormalized(ParameterId.WordA);
        _effect.TryParse(ParameterId.WordA, Other, out _).ShouldBeTrue();
        _effect.SetNormalized(ParameterId.WordA, 0);

        _effect.SetNormalized(ParameterId.WordA, value);

        State().PhraseA!.Text.ShouldBe(Phrase);
    }

    [Fact]
    public void Each_word_has_a_phrase_of_its_own_and_keeps_it_while_it_is_another_word()
    {
        Type(ParameterId.WordA, Phrase);
        Type(ParameterId.WordB, Other);
        _effect.SetNormalized(ParameterId.WordA, 0);

        var state = State();

        (state.PhraseA!.Text, state.PhraseB!.Text).ShouldBe((Phrase, Other));
        _effect.Format(ParameterId.WordA, 1 / 511.0).ShouldBe(Phrase);
        _effect.Format(ParameterId.WordB, 1 / 511.0).ShouldBe(Other);
    }

    [Fact]
    public void A_saved_phrase_comes_back_to_the_bit()
    {
        Type(ParameterId.WordA, Phrase);
        Type(ParameterId.WordB, Other);
        byte[] saved = _effect.SaveState();
        using var loaded = new SemanticEqEffect();

        loaded.LoadState(saved).ShouldBeTrue();

        loaded.SaveState().ShouldBe(saved);
        loaded.Format(ParameterId.WordB, loaded.GetNormalized(ParameterId.WordB)).ShouldBe(Other);
    }

    [Fact]
    public void What_nothing_is_understood_of_is_refused()
    {
        foreach (string text in new[] { "", "   ", "qqq zzz", "\0\0\0", "\ud800", "🎚🎛", new string('a', 10_000), string.Concat(Enumerable.Repeat("warm ", 2_000)) })
            _effect.TryParse(ParameterId.WordA, text, out _).ShouldBeFalse(text.Length > 20 ? text[..20] : text);
        _effect.SetNormalized(ParameterId.WordA, 1 / 511.0);
        State().PhraseA.ShouldBeNull();
        State().Decoded!.ShouldAllBe(value => float.IsFinite(value));
    }

    [Theory]
    [InlineData("warm\0and\tbright\u0007", "warm and bright")]
    [InlineData("  warm 🔥 and bright ", "warm 🔥 and bright")]
    [InlineData("warm and bright\u202e", "warm and bright\u202e")]
    public void Odd_characters_do_no_harm_and_come_back_from_a_state(string typed, string kept)
    {
        Type(ParameterId.WordA, typed);
        byte[] saved = _effect.SaveState();
        using var loaded = new SemanticEqEffect();

        loaded.LoadState(saved).ShouldBeTrue();

        SessionState.Read(saved)!.PhraseA!.Text.ShouldBe(kept);
        loaded.SaveState().ShouldBe(saved);
    }

    [Fact]
    public void Half_a_character_is_replaced()
    {
        // Not to be written in an attribute, which is UTF-8.
        Type(ParameterId.WordA, "warm \ud83d and bright");

        State().PhraseA!.Text.ShouldBe("warm \ufffd and bright");
    }

    [Fact]
    public void A_phrase_that_a_host_hands_back_cut_to_its_128_units_is_the_same_phrase()
    {
        string longPhrase = "warm and bright " + string.Concat(Enumerable.Repeat("and warm and bright ", 20)).Trim();
        Type(ParameterId.WordA, longPhrase);

        _effect.TryParse(ParameterId.WordA, longPhrase[..127], out double value).ShouldBeTrue();
        _effect.SetNormalized(ParameterId.WordA, value);

        State().PhraseA!.Text.ShouldBe(longPhrase);
    }

    [Fact]
    public void An_editor_types_in_one_call()
    {
        _effect.Type(ParameterId.WordA, Phrase).ShouldBeTrue();
        State().PhraseA!.Text.ShouldBe(Phrase);
        _effect.Type(ParameterId.WordA, "bright").ShouldBeTrue();
        _effect.Format(ParameterId.WordA, _effect.GetNormalized(ParameterId.WordA)).ShouldBe("Bright");
        _effect.Type(ParameterId.WordA, "qqq zzz").ShouldBeFalse();
        _effect.Type(ParameterId.Amount, "50").ShouldBeFalse();
    }

    private SessionState State() => SessionState.Read(_effect.SaveState()).ShouldNotBeNull();

    private void Type(uint id, string text)
    {
        _effect.TryParse(id, text, out double value).ShouldBeTrue();
        _effect.SetNormalized(id, value).ShouldBeTrue();
    }

    private static float[] Decode(float[] z)
    {
        float[] bands = new float[DecoderShape.Output];
        new DecoderTwin(BundledModel.Newest!.Folder).Decode(z, bands);
        return bands;
    }
}
