using SemanticEq.Ui.Platform.AtSpi;

namespace SemanticEq.Ui.Tests.Accessibility;

public class TextOffsetsTests
{
    private const string Clef = "a 𝄞 b";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 6)]
    [InlineData(99, 6)]
    [InlineData(-1, 6)]
    public void A_letter_beyond_the_basic_plane_is_one_character(int characters, int units) =>
        TextOffsets.Units(Clef, characters).ShouldBe(units);

    [Fact]
    public void There_and_back_is_the_same_place()
    {
        for (int i = 0; i <= 5; i++)
            TextOffsets.Characters(Clef, TextOffsets.Units(Clef, i)).ShouldBe(i);
    }

    [Theory]
    [InlineData(0, -1, Clef)]
    [InlineData(2, 3, "𝄞")]
    [InlineData(4, 2, "")]
    [InlineData(-3, 1, "a")]
    public void A_part_is_cut_between_characters(int start, int end, string part) => TextOffsets.Slice(Clef, start, end).ShouldBe(part);

    [Theory]
    [InlineData(0, "a ")]
    [InlineData(1, "a ")]
    [InlineData(3, "bit ")]
    [InlineData(6, "warm")]
    [InlineData(10, "warm")]
    public void A_word_goes_on_to_where_the_next_begins(int at, string word)
    {
        const string text = "a bit warm";
        (int start, int end) = TextOffsets.Word(text, at);
        text[start..end].ShouldBe(word);
    }
}
