using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor;

public sealed class PromptBarTests : IDisposable
{
    private readonly FakeEditorModel _model = new();
    private readonly PromptBar _bar;
    private readonly Stage _on;

    public PromptBarTests()
    {
        _bar = new PromptBar(_model);
        _on = new Stage(new Board().Put(_bar, 20, 10, 1072, 46), 1112, 300);
        _on.Frame();
    }

    private TextField Field => _bar.Children.OfType<TextField>().Single();

    private List<Chip> Chips => [.. _bar.Children.OfType<PromptChips>().Single().Children.OfType<Chip>().Where(chip => chip.IsVisible)];

    private IEnumerable<AccessibleNode> Nodes => _on.Scene.Describe().All();

    public void Dispose() => _on.Dispose();

    [Fact]
    public void What_stands_is_shown_with_how_it_was_understood()
    {
        Field.Text.ShouldBe(_model.Prompt.Text);
        Chips.Select(chip => chip.Text).ShouldBe(["warmer +35 %", "muddy +35 %", "vocal +35 %"]);
        _on.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void Typing_shows_the_reading_before_anything_is_heard_and_return_makes_it_heard()
    {
        Type("bright");
        Chips.Count.ShouldBe(3);
        _on.Wait(0.2);
        Chips.Select(chip => chip.Text).ShouldBe(["bright +35 %"]);
        _model.Prompt.Text.ShouldBe("a bit warmer, not muddy, like a close vocal");
        _on.Key(Key.Return).ShouldBeTrue();
        _model.Prompt.Text.ShouldBe("bright");
        _on.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void Escape_takes_back_what_was_typed()
    {
        Type("bright");
        _on.Wait(0.2);
        _on.Key(Key.Escape);
        Field.Text.ShouldBe(_model.Prompt.Text);
        Chips.Count.ShouldBe(3);
        _on.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void A_suggestion_is_completed_by_tab_or_chosen_by_arrows_and_the_line_keeps_the_keyboard()
    {
        Type("a bit wa");
        Nodes.ShouldContain(node => node.Name == "Suggestions");
        _on.Key(Key.Tab).ShouldBeTrue();
        Field.Text.ShouldBe("a bit warm");
        Field.IsFocused.ShouldBeTrue();
        Type("wa");
        _on.Key(Key.Down);
        _on.Key(Key.Down);
        _on.Key(Key.Return);
        Field.Text.ShouldBe("warmer");
        Nodes.ShouldNotContain(node => node.Name == "Suggestions");
        _model.Prompt.Text.ShouldStartWith("a bit warmer, not muddy");
    }

    [Fact]
    public void A_suggestion_is_chosen_by_a_click()
    {
        Type("tel");
        Rectangle row = Nodes.Single(node => node.Role == WidgetRole.Item).Bounds;
        _on.Click(row.Centre);
        Field.Text.ShouldBe("telephone");
        Field.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Escape_closes_suggestions_before_it_takes_back()
    {
        Type("wa");
        _on.Key(Key.Escape);
        Nodes.ShouldNotContain(node => node.Name == "Suggestions");
        Field.Text.ShouldBe("wa");
        Field.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void A_refused_text_says_why_and_changes_nothing()
    {
        Type("qzx");
        _on.Key(Key.Return);
        Nodes.ShouldContain(node => node.Name == "None of these words is known.");
        _model.Prompt.Text.ShouldStartWith("a bit warmer");
        Field.Text.ShouldBe("qzx");
        Field.IsFocused.ShouldBeTrue();
        _on.Type("q");
        Nodes.ShouldNotContain(node => node.Name == "None of these words is known.");
    }

    [Fact]
    public void Guesses_and_what_was_not_understood_look_so()
    {
        Type("marzipan qzx qqq");
        _on.Wait(0.2);
        List<Chip> chips = Chips;
        chips.Select(chip => chip.Text).ShouldBe(["marzipan, as a guess · 40\u2009% sure", "qzx, qqq: not understood"]);
        chips[0].IsUncertain.ShouldBeTrue();
        chips[0].Tooltip(default)!.ShouldContain("40 % sure");
        chips[1].Tint(Theme.Dark).ShouldBe(Theme.Dark.Warning);
    }

    [Theory]
    [InlineData(1072)]
    [InlineData(592)]
    [InlineData(420)]
    public void Chips_that_have_no_room_become_one_and_nothing_overlaps(double width)
    {
        var bar = new PromptBar(_model);
        using var on = new Stage(new Board().Put(bar, 0, 0, width, 46), width, 46);
        on.Click(new Point(60, 23));
        on.Key('a', Modifiers.Control);
        on.Type("warm bright boomy telephone muddy 300 3000 qzx");
        on.Wait(0.2);
        List<Widget> parts = [.. bar.Children.Where(child => child.IsVisible && child is not PromptChips), .. bar.Children.OfType<PromptChips>().Single().Children.Where(chip => chip.IsVisible)];
        for (int i = 0; i < parts.Count; i++)
        {
            bar.Bounds.Contains(parts[i].Bounds).ShouldBeTrue($"{parts[i].AccessibleName}: {parts[i].Bounds}");
            for (int j = 0; j < i; j++)
                parts[i].Bounds.Overlaps(parts[j].Bounds).ShouldBeFalse($"{parts[i].AccessibleName}, {parts[j].AccessibleName}");
        }

        parts.ShouldContain(part => part.AccessibleName.EndsWith(": not understood"));
        parts.OfType<Chip>().Any(chip => chip.Text.StartsWith('+')).ShouldBeTrue();
        parts.OfType<TextField>().Single().Bounds.Width.ShouldBeGreaterThan(140);
    }

    [Fact]
    public void Clear_takes_the_word_away()
    {
        AccessibleNode clear = Nodes.Single(node => node.Name == "Clear the line");
        _on.Click(clear.Bounds.Centre);
        _model.Prompt.Text.ShouldBe("");
        Chips.ShouldBeEmpty();
    }

    [Fact]
    public void Standing_still_and_hovering_allocate_nothing()
    {
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 5; i++)
            Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Run()
        {
            for (int i = 0; i < 60; i++)
            {
                _on.Move(new Point(18 * i, 30));
                _bar.Invalidate();
                _on.Frame();
            }
        }
    }

    private void Type(string text)
    {
        _on.Click(new Point(60, 33));
        _on.Key('a', Modifiers.Control);
        _on.Type(text);
    }
}
