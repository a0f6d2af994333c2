using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

public class EditorLayoutTests
{
    // Eight of the smallest knobs with a name's room each, three with a meter.
    private const double LeastMacros = 8 * 44;
    private const double LeastOutput = (3 * 44) + 30;

    public static TheoryData<double, double> Sizes()
    {
        var sizes = new TheoryData<double, double>();
        foreach (double width in (double[])[640, 699, 700, 819, 820, 960, 1120, 1600, 2560, 3840])
        {
            foreach (double height in (double[])[400, 420, 500, 700, 1080, 2160])
                sizes.Add(width, height);
        }
        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_overlaps_or_leaves_the_window_at_any_size(double width, double height)
    {
        var size = new Size(width, height);
        var layout = EditorLayout.For(size);
        List<Rectangle> panels = [layout.Header, layout.Prompt, layout.Curve, layout.Macros, layout.Output, layout.Ear];
        if (!layout.IsMapDrawer)
            panels.Add(layout.Map);

        panels.ShouldAllBe(panel => layout.Window.Contains(panel) && panel.Width > 0 && panel.Height > 0);
        for (int i = 0; i < panels.Count; i++)
        {
            for (int j = 0; j < i; j++)
                panels[i].Overlaps(panels[j]).ShouldBeFalse($"{i} over {j} at {size}");
        }
        layout.Macros.Width.ShouldBeGreaterThan(LeastMacros);
        layout.Output.Width.ShouldBeGreaterThan(LeastOutput);
        layout.Curve.Height.ShouldBeGreaterThanOrEqualTo(150, $"at {size}");
    }

    [Fact]
    public void At_the_usual_size_it_stands_as_drawn()
    {
        var layout = EditorLayout.For(EditorLayout.Usual);
        layout.Prompt.ShouldBe(new Rectangle(24, 58, 1072, 46));
        layout.Curve.ShouldBe(new Rectangle(24, 118, 724, 316), tolerance: 1.0);
        layout.Map.ShouldBe(new Rectangle(760, 118, 336, 316), tolerance: 1.0);
        layout.Macros.ShouldBe(new Rectangle(24, 448, 724, 164), tolerance: 1.0);
        layout.Output.ShouldBe(new Rectangle(760, 448, 336, 164), tolerance: 1.0);
        layout.Ear.ShouldBe(new Rectangle(24, 626, 1072, 50), tolerance: 1.0);
    }

    [Theory]
    [InlineData(640, true, true)]
    [InlineData(699, true, true)]
    [InlineData(700, true, false)]
    [InlineData(820, false, false)]
    public void The_map_folds_first_and_then_the_ear(double width, bool isDrawer, bool isOneLine)
    {
        var layout = EditorLayout.For(new Size(width, 700));
        (layout.IsMapDrawer, layout.IsEarOneLine).ShouldBe((isDrawer, isOneLine));
    }

    [Fact]
    public void A_larger_window_gives_the_curve_more_than_anything_else()
    {
        var usual = EditorLayout.For(EditorLayout.Usual);
        var large = EditorLayout.For(new Size(1920, 1080));
        (large.Curve.Height - usual.Curve.Height).ShouldBe(380, 1.0);
        (large.Curve.Width - usual.Curve.Width).ShouldBeGreaterThan(large.Map.Width - usual.Map.Width);
    }
}

internal static class RectangleAssertions
{
    public static void ShouldBe(this Rectangle actual, Rectangle expected, double tolerance)
    {
        double worst = new[]
        {
            actual.Left - expected.Left, actual.Top - expected.Top, actual.Right - expected.Right, actual.Bottom - expected.Bottom,
        }.Max(Math.Abs);
        worst.ShouldBeLessThanOrEqualTo(tolerance, $"{actual} for {expected}");
    }
}
