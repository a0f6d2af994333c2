using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Widgets;

public class TextBufferTests
{
    // A family of four, an e with two marks, a flag: one letter each to people.
    private const string Family = "👨‍👩‍👧‍👦", Marked = "ḗ̂", Flag = "🇪🇸";

    [Fact]
    public void Letters_go_where_the_caret_is()
    {
        TextBuffer buffer = With("wrm");
        buffer.MoveTo(1, extend: false);
        buffer.Insert("a");
        buffer.Text.ShouldBe("warm");
        buffer.Caret.ShouldBe(2);
    }

    [Fact]
    public void What_is_typed_takes_the_selections_place()
    {
        TextBuffer buffer = With("very warm");
        buffer.SelectWord(1);
        buffer.Selected.ShouldBe("very");
        buffer.Insert("less");
        buffer.Text.ShouldBe("less warm");
    }

    [Theory]
    [InlineData(Family)]
    [InlineData(Marked)]
    [InlineData(Flag)]
    public void What_looks_like_one_letter_is_one(string letter)
    {
        TextBuffer buffer = With($"a{letter}b");
        buffer.Step(forwards: false, byWord: false, extend: false);
        buffer.Step(forwards: false, byWord: false, extend: false);
        buffer.Caret.ShouldBe(1);
        buffer.Delete(forwards: true, byWord: false);
        buffer.Text.ShouldBe("ab");
    }

    [Fact]
    public void Words_are_stepped_over_and_deleted_whole()
    {
        TextBuffer buffer = With("don't cut 3k");
        buffer.Step(forwards: false, byWord: true, extend: false);
        buffer.Caret.ShouldBe(10);
        buffer.Delete(forwards: false, byWord: true);
        buffer.Text.ShouldBe("don't 3k");
        buffer.MoveTo(0, extend: false);
        buffer.Delete(forwards: true, byWord: true);
        buffer.Text.ShouldBe("3k");
    }

    [Fact]
    public void Leaving_a_selection_goes_to_its_end()
    {
        TextBuffer buffer = With("warm");
        buffer.SelectAll();
        buffer.Step(forwards: false, byWord: false, extend: false);
        (buffer.Caret, buffer.Anchor).ShouldBe((0, 0));
        buffer.SelectAll();
        buffer.Step(forwards: true, byWord: false, extend: false);
        (buffer.Caret, buffer.Anchor).ShouldBe((4, 4));
    }

    [Fact]
    public void Undo_goes_back_a_word_at_a_time()
    {
        TextBuffer buffer = With("");
        foreach (char letter in "so warm")
            buffer.Insert(letter.ToString());
        buffer.Undo().ShouldBeTrue();
        buffer.Text.ShouldBe("so ");
        buffer.Undo();
        buffer.Undo();
        buffer.Text.ShouldBe("");
        buffer.Undo().ShouldBeFalse();
        while (buffer.Redo())
        {
        }

        buffer.Text.ShouldBe("so warm");
    }

    [Fact]
    public void Line_breaks_and_tabs_become_spaces()
    {
        TextBuffer buffer = With("");
        buffer.Insert("warm\r\nand\tclear\0");
        buffer.Text.ShouldBe("warm  and clear ");
    }

    [Fact]
    public void It_takes_as_much_as_fits_and_never_half_a_letter()
    {
        var buffer = new TextBuffer(maxLength: 5);
        buffer.Insert("warmer");
        buffer.Text.ShouldBe("warme");
        buffer.Reset("wood");
        buffer.Insert("🙂");
        buffer.Text.ShouldBe("wood");
    }

    [Fact]
    public void Whatever_is_done_caret_and_selection_stay_between_letters_and_undo_leads_back()
    {
        Gen<int[]> doings = Gen.Choose(0, 11).ArrayOf(40);
        Prop.ForAll(doings.ToArbitrary(), steps =>
        {
            TextBuffer buffer = With("");
            string before = "";
            foreach (int step in steps)
            {
                before = buffer.Text;
                Do(buffer, step);
                IsBetweenLetters(buffer.Text, buffer.Caret).ShouldBeTrue($"caret {buffer.Caret} in “{buffer.Text}”");
                IsBetweenLetters(buffer.Text, buffer.Anchor).ShouldBeTrue($"anchor {buffer.Anchor} in “{buffer.Text}”");
            }

            while (buffer.Undo())
            {
            }

            buffer.Text.ShouldBe("");
        }).QuickCheckThrowOnFailure();
    }

    private static TextBuffer With(string text)
    {
        var buffer = new TextBuffer();
        buffer.Reset(text);
        return buffer;
    }

    private static void Do(TextBuffer buffer, int what)
    {
        switch (what)
        {
            case 0:
                buffer.Insert("a");
                break;
            case 1:
                buffer.Insert(" ");
                break;
            case 2:
                buffer.Insert(Family);
                break;
            case 3:
                buffer.Insert($"x{Flag}y ");
                break;
            case 4:
                buffer.Delete(forwards: false, byWord: false);
                break;
            case 5:
                buffer.Delete(forwards: true, byWord: true);
                break;
            case 6:
                buffer.SelectAll();
                break;
            case 7:
                buffer.SelectWord(buffer.Caret);
                break;
            case 8:
                buffer.Step(forwards: false, byWord: false, extend: true);
                break;
            case 9:
                buffer.Step(forwards: false, byWord: true, extend: false);
                break;
            case 10:
                _ = buffer.Undo();
                break;
            default:
                buffer.Step(forwards: true, byWord: false, extend: false);
                break;
        }
    }

    private static bool IsBetweenLetters(string text, int position) =>
        position == text.Length || System.Globalization.StringInfo.ParseCombiningCharacters(text).Contains(position);
}
