using System.Text.Json.Nodes;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>The words as the window has them, and the line that says what is wanted.</summary>
public sealed class WordsTests : IDisposable
{
    private readonly EditedPlugin _plugin = new();

    private IWords Words => _plugin.Session.Words;

    private IPrompt Prompt => _plugin.Session.Prompt;

    [Fact]
    public void Of_too_few_settings_no_agreement_is_told()
    {
        var vocabulary = BundledModel.Newest!.Vocabulary;
        Words.All.ShouldContain(word => word.Settings < 5 && vocabulary.At(word.Slot)!.Agreement > 0.9, "a word by which this can be seen");
        foreach (var word in Words.All)
            word.Agreement.ShouldBe(word.Settings < 5 ? null : vocabulary.At(word.Slot)!.Agreement, word.Word);
    }

    [Fact]
    public void Less_of_a_word_is_marked_and_has_a_true_minus()
    {
        Prompt.Submit("warm, less boxy, not muddy").ShouldBeNull();
        var words = Prompt.Parts.Where(part => part.Kind == PromptPartKind.Word).ToList();
        words.Select(part => (part.Says, part.IsLess)).ShouldBe([("100 % of warm", false), ("−70 % of boxy", true), ("muddy: kept out", true)]);
    }

    [Fact]
    public void A_typed_mix_is_told_by_slots_and_shares()
    {
        Prompt.Submit("60 % warm, 30 % airy and 10 % punchy").ShouldBeNull();

        Words.Mix.ToArray().Select(word => (Words.Find(word.Slot)!.Word, Math.Round(word.Share, 6))).ShouldBe([("warm", 0.6), ("airy", 0.3), ("punchy", 0.1)]);
        Prompt.Submit("warm, airy").ShouldBeNull();
        Words.Mix.IsEmpty.ShouldBeTrue();
        Prompt.Submit("warm").ShouldBeNull();
        Words.Mix.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_mix_that_is_dragged_is_typed_each_time_and_is_one_step()
    {
        Prompt.Submit("cut 2 dB at 3k, warm 60, bright 40").ShouldBeNull();
        string before = string.Join(' ', _plugin.Sound());
        int warm = Words.Mix[0].Slot, bright = Words.Mix[1].Slot;

        _plugin.Session.BeginGroup("Mix");
        for (int percent = 60; percent >= 20; percent--)
            Words.SetMix([new(warm, percent), new(bright, 100 - percent)]);
        _plugin.Session.EndGroup();

        Prompt.Text.ShouldBe("cut 2 dB at 3k, warm 20, bright 80");
        _plugin.Session.OwnBands.Select(band => band.On.IsOn()).ShouldBe([true, false, false, false, false, false, false, false]);
        string.Join(' ', _plugin.Sound()).ShouldNotBe(before);
        _plugin.Session.History.Undo();
        Prompt.Text.ShouldBe("cut 2 dB at 3k, warm 60, bright 40");
        string.Join(' ', _plugin.Sound()).ShouldBe(before);
        _plugin.Session.History.Redo();
        Prompt.Text.ShouldBe("cut 2 dB at 3k, warm 20, bright 80");
    }

    [Fact]
    public void All_words_are_there_by_rank_with_places_and_readings()
    {
        var vocabulary = BundledModel.Newest!.Vocabulary;
        Words.All.Count.ShouldBe(vocabulary.Words.Count);
        Words.All.Select(word => word.Rank).ShouldBe(Enumerable.Range(0, Words.All.Count));
        foreach (var word in Words.All)
        {
            Words.Find(word.Slot).ShouldBeSameAs(word);
            word.Place.X.ShouldBeInRange(0, 1);
            word.Place.Y.ShouldBeInRange(0, 1);
            word.Readings.ShouldNotBeEmpty();
            word.Near.ShouldAllBe(slot => Words.Find(slot) != null);
        }
        Words.All.Take(10).Select(word => word.Word).ShouldContain("warm");
        Words.Find(0).ShouldBeNull();
    }

    [Fact]
    public void Each_reading_is_one_that_the_variation_plays()
    {
        var split = Words.All.First(word => word.Readings.Count > 1);
        Words.Choose(WordPlace.A, split.Slot);
        var sounds = new List<string>();
        for (int i = 0; i <= split.Readings.Count; i++)
        {
            Words.Variation.SetOnce(Words.Variation.ToNormalized(i));
            sounds.Add(string.Join(' ', _plugin.Sound()));
        }
        sounds.Distinct().Count().ShouldBe(split.Readings.Count, split.Word);
    }

    [Fact]
    public void A_word_is_chosen_as_one_step_with_its_main_reading()
    {
        Words.Variation.SetOnce(Words.Variation.ToNormalized(2));
        int slot = Words.All[4].Slot;
        Words.Choose(WordPlace.A, slot);
        (Words.Slot(WordPlace.A), Words.Name(WordPlace.A), Words.Variation.Plain).ShouldBe((slot, Words.All[4].Word, 0));
        _plugin.History.UndoName.ShouldBe($"Word A: {Words.All[4].Word}");
        _plugin.History.Undo();
        (Words.Slot(WordPlace.A), Words.Variation.Plain).ShouldBe((0, 2));
        Words.Choose(WordPlace.B, 9999);
        Words.Choose(WordPlace.B, 500);
        Words.Slot(WordPlace.B).ShouldBe(0);
    }

    [Fact]
    public void A_phrase_lies_where_its_word_lies()
    {
        Words.PhrasePlace(WordPlace.A).ShouldBeNull();
        Prompt.Submit("very warm").ShouldBeNull();
        var place = Words.PhrasePlace(WordPlace.A).ShouldNotBeNull();
        var warm = Words.All.First(word => word.Word == "warm").Place;
        Math.Sqrt(Math.Pow(place.X - warm.X, 2) + Math.Pow(place.Y - warm.Y, 2)).ShouldBeLessThan(0.1);
        Prompt.Submit("cut 3 dB at 1 kHz").ShouldBeNull();
        Words.PhrasePlace(WordPlace.A).ShouldBeNull("a band is no place among words");
    }

    [Fact]
    public void The_line_says_what_stands_and_how_it_was_understood()
    {
        (Prompt.Text, Prompt.Parts.Count).ShouldBe(("", 0));
        int serial = Prompt.Serial;
        var read = Prompt.Read("a bit warmer, not muddy, -2 dB at 400, blorp");
        read.Select(part => part.Kind).ShouldContain(PromptPartKind.Band);
        read.Select(part => part.Kind).ShouldContain(PromptPartKind.Word);
        read.Select(part => part.Kind).ShouldContain(PromptPartKind.NotUnderstood);
        Prompt.Serial.ShouldBe(serial);

        Prompt.Submit("  a bit warmer, not muddy, -2 dB at 400, blorp ").ShouldBeNull();
        Prompt.Text.ShouldBe("a bit warmer, not muddy, -2 dB at 400, blorp");
        Prompt.Parts.ShouldBe(read);
        Prompt.Serial.ShouldBeGreaterThan(serial);
        Words.Choose(WordPlace.A, Words.All[0].Slot);
        _plugin.Session.Tick(0);
        Prompt.Text.ShouldBe(Words.All[0].Word);
        Prompt.Parts.Single().Kind.ShouldBe(PromptPartKind.Word);
    }

    [Theory]
    [InlineData("warm but not muddy", "muddy")]
    [InlineData("less harsh", "harsh")]
    [InlineData("warm, too bright", "bright")]
    [InlineData("the opposite of warm", "warm")]
    public void Words_that_less_is_asked_of_are_told_from_the_others(string text, string less)
    {
        Prompt.Submit(text).ShouldBeNull();
        foreach (var part in Prompt.Read(text).Concat(Prompt.Parts).Where(part => part.Kind == PromptPartKind.Word))
            part.IsLess.ShouldBe(part.Text == less, $"{part.Text}: {part.Says}");
        Prompt.Parts.ShouldContain(part => part.IsLess);

        using var again = new EditedPlugin();
        again.Effect.LoadState(_plugin.Effect.SaveState()).ShouldBeTrue();
        again.Session.Prompt.Parts.ShouldBe(Prompt.Parts);
    }

    [Theory]
    [InlineData("[{}]")]
    [InlineData("[{\"text\":\"warm\",\"kind\":\"word\"}]")]
    [InlineData("[{\"text\":\"warm\",\"says\":\"100 % of warm\"}]")]
    [InlineData("[null]")]
    public void A_phrase_of_a_damaged_session_shows_as_one_that_is_lost(string parts)
    {
        Prompt.Submit("warm but not muddy").ShouldBeNull();
        StateContainer.TryUnwrap(_plugin.Effect.SaveState(), out var payload).ShouldBeTrue();
        var state = JsonNode.Parse(payload)!;
        state["phrase_a"]!["parts"] = JsonNode.Parse(parts);
        _plugin.Effect.LoadState(StateContainer.Wrap(System.Text.Encoding.UTF8.GetBytes(state.ToJsonString()))).ShouldBeTrue();
        _plugin.Session.Tick(0);
        (Prompt.Text, Prompt.Parts.Count, Words.PhrasePlace(WordPlace.A)).ShouldBe(("Typed phrase", 0, null));
    }

    [Fact]
    public void Readings_say_how_they_sound_and_name_the_collection_where_it_is_one()
    {
        var readings = Words.All.SelectMany(word => word.Readings).ToList();
        Words.All.First(word => word.Word == "warm").Readings[0].ShouldBe("low boost, high cut · 153 settings");
        readings.ShouldContain(reading => reading.EndsWith(", SAFE", StringComparison.Ordinal));
        readings.ShouldNotContain(reading => reading.Contains("both", StringComparison.Ordinal));
    }

    [Fact]
    public void A_words_name_is_that_word_and_a_number_is_no_slot()
    {
        Prompt.Submit("Bright").ShouldBeNull();
        Words.Slot(WordPlace.A).ShouldBe(BundledModel.Newest!.Vocabulary.SlotOf("bright")!.Value);
        Prompt.Submit("12").ShouldNotBeNull();
        Prompt.Submit(new string('a', 5000))!.ShouldContain("1000");
    }

    [Fact]
    public void What_is_typed_is_heard_even_where_the_morph_was_at_its_far_end()
    {
        Words.Morph.SetOnce(1);
        Prompt.Submit("warm and bright").ShouldBeNull();
        Words.Morph.Value.ShouldBe(0);
        _plugin.History.Undo();
        Words.Morph.Value.ShouldBe(1);
    }

    [Fact]
    public void Words_are_suggested_for_the_last_one_typed()
    {
        Prompt.Suggest("a bit war", 5)[0].ShouldBe("warm");
        Prompt.Suggest("not mudy", 5).ShouldContain("muddy");
        Prompt.Suggest("warm ", 5).ShouldBeEmpty();
        Prompt.Suggest("b", 3).Count.ShouldBe(3);
    }

    public void Dispose() => _plugin.Dispose();
}
