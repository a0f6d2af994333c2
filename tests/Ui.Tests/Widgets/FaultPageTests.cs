using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Widgets;

public sealed class FaultPageTests
{
    private const string Text = "Something in this window went wrong; the sound goes on as it is, and the window tries again. If it does not come back, "
        + "close and open it. (InvalidOperationException: a part of the drawing is not there)";

    [Theory]
    [InlineData(ThemeChoice.Dark)]
    [InlineData(ThemeChoice.Light)]
    public void It_can_be_read_in_the_smallest_window_and_stays_within_its_margins(ThemeChoice choice)
    {
        var theme = Theme.Of(choice);
        using var image = new CairoImage(760, 480);
        FaultPage.Draw(image.Canvas, new Size(760, 480), theme, Text);
        image.SavePng(Out.Picture($"fault-page-{choice}.png".ToLowerInvariant()));
        int written = 0;
        for (int y = 0; y < image.HeightPixels; y++)
        {
            for (int x = 0; x < image.WidthPixels; x++)
            {
                if (image.PixelAt(x, y) == theme.Ground)
                    continue;
                written++;
                (x is >= 23 and < 737).ShouldBeTrue($"{x}, {y}");
            }
        }
        written.ShouldBeGreaterThan(1000);
    }
}
