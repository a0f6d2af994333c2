using System.Text;
using SemanticEq.Ui.Platform.Win32;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Win32;

public class VirtualKeysTests
{
    [Theory]
    [InlineData(0x08, Key.Backspace)]
    [InlineData(0x09, Key.Tab)]
    [InlineData(0x0D, Key.Return)]
    [InlineData(0x1B, Key.Escape)]
    [InlineData(0x21, Key.PageUp)]
    [InlineData(0x24, Key.Home)]
    [InlineData(0x25, Key.Left)]
    [InlineData(0x26, Key.Up)]
    [InlineData(0x27, Key.Right)]
    [InlineData(0x28, Key.Down)]
    [InlineData(0x2E, Key.Delete)]
    [InlineData('A', Key.Character)]
    [InlineData(0x10, Key.Character)]
    [InlineData(0x70, Key.Character)]
    public void Keys_with_a_meaning_of_their_own_are_known(int virtualKey, Key key) => VirtualKeys.KeyOf(virtualKey).ShouldBe(key);

    [Theory]
    [InlineData('A', false, 'a')]
    [InlineData('Z', true, 'Z')]
    [InlineData('7', true, '7')]
    public void A_command_is_told_by_its_bare_letter_under_any_script(int virtualKey, bool isShifted, char letter) =>
        VirtualKeys.LetterOf(virtualKey, isShifted).ShouldBe(new Rune(letter));

    [Fact]
    public void What_has_no_letter_types_none()
    {
        foreach (int virtualKey in new[] { 0x10, 0x70, 0xBA, 0xE5 })
            VirtualKeys.LetterOf(virtualKey, isShifted: false).ShouldBe(default);
    }
}
