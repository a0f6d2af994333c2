using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>Several words by weights on the map.</summary>
public sealed class WordMixTests : IDisposable
{
    private readonly MapStage _on = new();

    public void Dispose()
    {
        _on.Model.ShouldBeBalanced();
        _on.Dispose();
    }

    private string Phrase => _on.Chosen(WordPlace.A);

    [Fact]
    public void Ctrl_click_makes_a_mix_of_the_way_between_two_words_and_one_more()
    {
        CtrlClick("full");

        Phrase.ShouldBe("warm 48, bright 19, full 33");
        (_on.Words.Slot(WordPlace.B), _on.Morph.Value).ShouldBe((0, 0.0));
        _on.Model.Groups.ShouldBe(["Add to the mix"]);
    }

    [Fact]
    public void Ctrl_click_on_a_word_of_the_mix_takes_it_out_and_of_one_left_it_is_that_word()
    {
        CtrlClick("full");
        CtrlClick("bright");
        Phrase.ShouldBe("warm 59, full 41");
        CtrlClick("warm");
        (_on.Words.Slot(WordPlace.A), Phrase).ShouldBe((_on.Words.Find("full").Slot, "full"));
        CtrlClick("full");
        _on.Words.Slot(WordPlace.A).ShouldBe(0);
        CtrlClick("harsh");
        Phrase.ShouldBe("harsh");
    }

    [Fact]
    public void Dragging_the_point_to_a_word_gives_it_more_and_is_one_step()
    {
        CtrlClick("full");
        double before = ShareOf("full");

        Point at = MixPoint(), to = MapStage.Between(at, _on.At("full"), 0.7);
        _on.Drag(at, to);

        ShareOf("full").ShouldBeGreaterThan(before + 0.3);
        _on.Words.Mixed.Sum(word => word.Share).ShouldBe(1, 0.011);
        _on.Model.Groups.Count(name => name == "Mix").ShouldBe(1);
        WordDots.Distance(MixPoint(), to).ShouldBeLessThan(6);
    }

    [Fact]
    public void Each_pixel_of_a_drag_is_a_small_step()
    {
        CtrlClick("full");
        CtrlClick("harsh");
        Point from = MixPoint(), to = _on.At("harsh");
        _on.Stage.Move(from);
        _on.Stage.Press(from);
        int steps = (int)WordDots.Distance(from, to);
        double[]? last = null;
        for (int i = 1; i <= steps; i++)
        {
            _on.Stage.Move(MapStage.Between(from, to, (double)i / steps));
            _on.Stage.Frame();
            double[] now = [.. _on.Words.Mixed.Select(word => word.Share)];
            for (int k = 0; last is not null && k < now.Length; k++)
                Math.Abs(now[k] - last[k]).ShouldBeLessThan(0.04);
            last = now;
        }

        _on.Stage.Release(to);
    }

    [Fact]
    public void A_drag_that_is_cancelled_types_again_what_was_typed()
    {
        CtrlClick("full");
        string before = Phrase;
        _on.Stage.Move(MixPoint());
        _on.Stage.Press(MixPoint());
        _on.Stage.Move(_on.At("full"));
        Phrase.ShouldNotBe(before);
        _on.Stage.Key(Key.Escape);
        _on.Model.Prompt.Text.ShouldBe(before);
    }

    [Fact]
    public void Keys_add_the_word_at_hand_and_move_the_point()
    {
        _on.Stage.Scene.Focus(_on.Map);
        _on.Stage.Key(Key.Right);
        string word = _on.Map.Asked!.Word;
        _on.Stage.Key(Key.Return, Modifiers.Control);
        Phrase.ShouldContain($"{word} 33");

        _on.Stage.Frame();
        double x = MixPoint().X;
        for (int i = 0; i < 6; i++)
            _on.Stage.Key(Key.Right, Modifiers.Control);
        _on.Stage.Wait(1);
        MixPoint().X.ShouldBeGreaterThan(x + 2);
        _on.Model.Groups.ShouldBe(["Add to the mix", "Mix"]);
    }

    [Fact]
    public void A_way_that_leads_to_a_word_of_the_mix_counts_for_that_word()
    {
        CtrlClick("full");
        _on.Words.Choose(WordPlace.B, _on.Words.Find("full").Slot);
        _on.Morph.Automate(0.5);
        CtrlClick("harsh");
        Phrase.ShouldBe("warm 18, bright 7, full 50, harsh 25");
    }

    [Fact]
    public void Keys_go_on_from_what_was_typed_meanwhile()
    {
        CtrlClick("full");
        _on.Stage.Scene.Focus(_on.Map);
        _ = _on.Stage.Key(Key.Right, Modifiers.Control);
        _on.Words.SetMix([new(_on.Words.Find("warm").Slot, 10), new(_on.Words.Find("thin").Slot, 90)]);
        _on.Stage.Frame();
        _ = _on.Stage.Key(Key.Left, Modifiers.Control);
        _on.Stage.Wait(1);
        Phrase.ShouldStartWith("warm ");
        Phrase.ShouldContain("thin ");
        ShareOf("thin").ShouldBeInRange(0.7, 0.95);
    }

    [Fact]
    public void A_drag_from_word_to_word_still_morphs_and_leaves_no_mix()
    {
        CtrlClick("full");
        _on.Drag(_on.At("hot"), _on.At("harsh"));
        (_on.Chosen(WordPlace.A), _on.Chosen(WordPlace.B)).ShouldBe(("hot", "harsh"));
        _on.Words.Mix.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void The_menu_adds_a_word_and_there_are_eight_at_most()
    {
        foreach (string word in (string[])["full", "harsh", "hot", "clear", "thin", "tinny"])
            CtrlClick(word);
        _on.Words.Mix.Length.ShouldBe(8);
        CtrlClick("dark");
        _on.Words.Mix.Length.ShouldBe(8);
        _on.Words.Mixed.Select(word => word.Slot).ShouldBeUnique();
    }

    [Fact]
    public void Each_mixed_word_says_its_share_to_people_who_do_not_see()
    {
        CtrlClick("full");
        var parts = new List<Ui.Widgets.AccessibleNode>();

        _on.Map.DescribeParts(parts);

        parts.Single(part => part.Name == "full").Value.ShouldBe("33 % of the mix");
    }

    private void CtrlClick(string word)
    {
        _on.Stage.Frame();
        _on.Stage.Click(_on.At(word), Modifiers.Control);
        _on.Stage.Frame();
    }

    private double ShareOf(string word) => _on.Words.Mixed.Single(share => share.Slot == _on.Words.Find(word).Slot).Share;

    private Point MixPoint() => MixWeights.Place(
        [.. _on.Words.Mixed.Select(word => _on.Map.PlaceOf(word.Slot)!.Value)], [.. _on.Words.Mixed.Select(word => word.Share)]);
}
