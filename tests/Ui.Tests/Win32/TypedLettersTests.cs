using System.Text;
using SemanticEq.Ui.Platform.Win32;

namespace SemanticEq.Ui.Tests.Win32;

public class TypedLettersTests
{
    [Theory]
    [InlineData("warm")]
    [InlineData("größer, ñ, 温")]
    [InlineData("a\U0001F600b")]
    public void A_text_comes_out_as_it_went_in(string text) => Typed(text).ShouldBe(text);

    [Fact]
    public void Half_a_letter_is_none_and_spoils_nothing() => Typed("a\uD83Db\uDE00c").ShouldBe("abc");

    [Fact]
    public void Control_characters_are_keys_and_no_letters() => Typed("a\b\r\t\u001B\u0001\u007Fb").ShouldBe("ab");

    private static string Typed(string units)
    {
        var letters = new TypedLetters();
        var typed = new StringBuilder();
        foreach (char unit in units)
        {
            Rune letter = letters.Take(unit);
            if (letter != default)
                typed.Append(letter);
        }

        return typed.ToString();
    }
}
