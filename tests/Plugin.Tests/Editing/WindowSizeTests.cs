using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>A window's sizes and keys as hosts count them.</summary>
public class WindowSizeTests
{
    [Theory]
    [InlineData(1, 10, 10, 640, 400)]
    [InlineData(1, 1120, 700, 1120, 700)]
    [InlineData(1, 99999, 99999, 3840, 2160)]
    [InlineData(1, 640, 2000, 640, 640)]
    [InlineData(1, 3000, 400, 3000, 1000)]
    [InlineData(2, 10, 10, 1280, 800)]
    [InlineData(3, 10, 10, 1920, 1200)]
    public void The_nearest_size_in_which_all_can_be_read(double scale, int width, int height, int expectedWidth, int expectedHeight)
    {
        var size = new WindowSize();
        size.TakeScale(scale);
        var nearest = size.Constrain(new EditorSize(width, height));
        nearest.ShouldBe(new EditorSize(expectedWidth, expectedHeight));
        size.Constrain(nearest).ShouldBe(nearest);
    }

    [Fact]
    public void Another_scale_keeps_the_size_in_units()
    {
        var size = new WindowSize();
        size.TakeScale(1.5).ShouldBeTrue();
        size.TakeScale(1.5).ShouldBeFalse();
        size.Prefer(new Size(1000, 600));
        size.Pixels.ShouldBe(new EditorSize(1500, 900));
        size.TakeScale(double.NaN);
        size.TakeScale(77);
        size.Scale.ShouldBe(3);
        size.Units.ShouldBe(new Size(1000, 600));
    }

    [Theory]
    [InlineData('a', 0, 0, Key.Character, 'a')]
    [InlineData('\0', 1, 0, Key.Backspace, '\0')]
    [InlineData('\r', 19, 0, Key.Return, '\0')]
    [InlineData('\0', 7, 0, Key.Character, ' ')]
    [InlineData('\0', 24, 0, Key.Character, '0')]
    [InlineData('\0', 33, 0, Key.Character, '9')]
    [InlineData('\0', 37, 0, Key.Character, '-')]
    [InlineData('\0', 38, 0, Key.Character, '.')]
    [InlineData('\0', 22, 5, Key.Delete, '\0')]
    public void Keys_come_as_the_window_knows_them(char character, int code, int modifiers, Key key, char typed)
    {
        var read = KeyCodes.Read(character, code, modifiers, isDown: true).ShouldNotBeNull();
        read.Key.ShouldBe(key);
        read.Character.ShouldBe(typed == '\0' ? default : new Rune(typed));
        read.Modifiers.ShouldBe(modifiers == 5 ? Modifiers.Shift | Modifiers.Control : Modifiers.None);
    }

    [Theory]
    [InlineData('\0', 0)]
    [InlineData('\0', 40)]
    [InlineData('\u0003', 0)]
    [InlineData('\ud800', 0)]
    public void Keys_without_use_stay_the_hosts(char character, int code) => KeyCodes.Read(character, code, 0, isDown: true).ShouldBeNull();
}
