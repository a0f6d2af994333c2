using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Tests;

public class CairoCanvasTests
{
    private static readonly Colour Black = Colour.FromRgb(0);
    private static readonly Colour White = Colour.FromRgb(0xFFFFFF);
    private static readonly Colour Amber = Colour.FromRgb(0xF3A95F);

    [Fact]
    public void A_filled_rectangle_covers_its_pixels_and_no_others()
    {
        using var image = new CairoImage(20, 20, scale: 2);
        image.Canvas.FillRectangle(new Rectangle(2, 3, 4, 5), Amber);
        for (int y = 0; y < 20; y++)
            for (int x = 0; x < 20; x++)
                image.PixelAt(x, y).ShouldBe(x is >= 4 and < 12 && y is >= 6 and < 16 ? Amber : Black, $"at {x}, {y}");
    }

    [Fact]
    public void Opacity_mixes_as_the_colour_type_says()
    {
        using var image = new CairoImage(4, 4);
        image.Canvas.FillRectangle(new Rectangle(0, 0, 4, 4), White);
        image.Canvas.FillRectangle(new Rectangle(0, 0, 4, 4), Amber.WithOpacity(0.25));
        image.PixelAt(2, 2).ShouldBeNear(Amber.WithOpacity(0.25).Over(White), tolerance: 1);
    }

    [Fact]
    public void A_rounded_rectangle_leaves_its_corners_and_keeps_its_sides()
    {
        using var image = new CairoImage(40, 40);
        image.Canvas.FillRoundedRectangle(new Rectangle(0, 0, 40, 40), 10, Amber);
        foreach ((int x, int y) in new[] { (0, 0), (39, 0), (0, 39), (39, 39) })
            image.PixelAt(x, y).ShouldBe(Black, $"corner {x}, {y}");
        foreach ((int x, int y) in new[] { (20, 0), (0, 20), (39, 20), (20, 39), (20, 20) })
            image.PixelAt(x, y).ShouldBe(Amber, $"side {x}, {y}");
    }

    [Fact]
    public void A_radius_beyond_half_the_height_makes_a_pill()
    {
        using var image = new CairoImage(40, 10);
        image.Canvas.FillRoundedRectangle(new Rectangle(0, 0, 40, 10), 500, Amber);
        image.PixelAt(20, 0).ShouldBe(Amber);
        image.PixelAt(0, 0).ShouldBe(Black);
        image.PixelAt(1, 5).ShouldBe(Amber);
    }

    [Fact]
    public void A_clip_holds_until_it_is_restored()
    {
        using var image = new CairoImage(20, 20);
        ICanvas canvas = image.Canvas;
        canvas.Save();
        canvas.ClipTo(new Rectangle(5, 5, 10, 10));
        canvas.FillRectangle(new Rectangle(0, 0, 20, 20), Amber);
        canvas.Restore();
        image.PixelAt(4, 10).ShouldBe(Black);
        image.PixelAt(5, 10).ShouldBe(Amber);
        image.PixelAt(15, 10).ShouldBe(Black);
        canvas.FillRectangle(new Rectangle(0, 0, 20, 20), White);
        image.PixelAt(4, 10).ShouldBe(White);
    }

    [Fact]
    public void A_translation_moves_what_follows_until_it_is_restored()
    {
        using var image = new CairoImage(20, 20);
        image.Canvas.Save();
        image.Canvas.Translate(10, 4);
        image.Canvas.FillRectangle(new Rectangle(0, 0, 1, 1), Amber);
        image.Canvas.Restore();
        image.Canvas.FillRectangle(new Rectangle(0, 0, 1, 1), White);
        image.PixelAt(10, 4).ShouldBe(Amber);
        image.PixelAt(0, 0).ShouldBe(White);
    }

    [Fact]
    public void Dashes_are_drawn_and_the_next_stroke_is_whole_again()
    {
        using var image = new CairoImage(40, 8);
        image.Canvas.Line(new Point(0, 2), new Point(40, 2), White, new Pen(2, DashOn: 4, DashOff: 6));
        image.Canvas.Line(new Point(0, 6), new Point(40, 6), White, new Pen(2));
        for (int x = 0; x < 40; x++)
        {
            image.PixelAt(x, 2).ShouldBe(x % 10 < 4 ? White : Black, $"dashed, x {x}");
            image.PixelAt(x, 6).ShouldBe(White, $"whole, x {x}");
        }
    }

    [Fact]
    public void A_path_can_be_filled_and_then_stroked()
    {
        using var image = new CairoImage(20, 20);
        image.Canvas.BeginPath();
        image.Canvas.AddRectangle(new Rectangle(4, 4, 12, 12));
        image.Canvas.Fill(Amber);
        image.Canvas.Stroke(White, new Pen(2));
        image.PixelAt(10, 10).ShouldBe(Amber);
        image.PixelAt(4, 10).ShouldBe(White);
    }

    [Fact]
    public void A_gradient_goes_from_its_first_colour_to_its_second()
    {
        using var image = new CairoImage(4, 100);
        image.Canvas.BeginPath();
        image.Canvas.AddRectangle(new Rectangle(0, 0, 4, 100));
        image.Canvas.FillGradient(White, 20, Black, 80);
        image.PixelAt(1, 10).ShouldBe(White);
        image.PixelAt(1, 50).ShouldBeNear(Colour.FromRgb(0x808080), tolerance: 4);
        image.PixelAt(1, 90).ShouldBe(Black);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(2.25)]
    public void A_snapped_hairline_is_sharp_at_any_scale(double scale)
    {
        using var image = new CairoImage(60, 60, scale);
        ICanvas canvas = image.Canvas;
        foreach (double wanted in new[] { 3.0, 7.3, 12.9 })
        {
            double x = canvas.SnapLine(wanted);
            Math.Abs(x - wanted).ShouldBeLessThanOrEqualTo(0.51 / scale + 1e-9);
            canvas.Line(new Point(x, 0), new Point(x, 60), White, canvas.Hairline());
        }

        Colour[] row = [.. Enumerable.Range(0, 60).Select(x => image.PixelAt(x, 5))];
        row.ShouldAllBe(pixel => pixel == White || pixel == Black);
        row.Count(pixel => pixel == White).ShouldBe(3 * (int)Math.Floor(scale));
    }

    [Fact]
    public void Drawing_allocates_no_managed_memory()
    {
        using var image = new CairoImage(400, 200, scale: 1.5);
        ICanvas canvas = image.Canvas;
        DrawSomeOfEverything(canvas);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            DrawSomeOfEverything(canvas);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    // A letter beyond those that were seen so far may come hours after the window opened.
    [Fact]
    public void Letters_never_seen_before_allocate_no_managed_memory()
    {
        using var image = new CairoImage(400, 200);
        ICanvas canvas = image.Canvas;
        var style = new TextStyle(13, White);
        canvas.Text("warm"u8, 10, 100, style);
        long before = GC.GetAllocatedBytesForCurrentThread();
        // A circled figure, an arrow, a Vietnamese letter: an own part of the font's table each, and nothing else here writes them.
        canvas.Text("\u2460 \u2B06 \u1EA0"u8, 10, 100, style);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_pixel_outside_the_image_is_refused()
    {
        using var image = new CairoImage(4, 4);
        Should.Throw<ArgumentOutOfRangeException>(() => image.PixelAt(4, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => image.PixelAt(0, -1));
    }

    [Fact]
    public void An_image_that_cannot_be_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new CairoImage(0, 10));
        Should.Throw<ArgumentOutOfRangeException>(() => new CairoImage(10, 40_000));
        Should.Throw<ArgumentOutOfRangeException>(() => new CairoImage(10, 10, double.NaN));
    }

    [Fact]
    public void A_disposed_image_says_so()
    {
        var image = new CairoImage(4, 4);
        ICanvas canvas = image.Canvas;
        image.Dispose();
        image.Dispose();
        Should.Throw<ObjectDisposedException>(canvas.BeginPath);
        Should.Throw<ObjectDisposedException>(() => image.PixelAt(0, 0));
        Should.Throw<ObjectDisposedException>(image.ToPng);
    }

    [Fact]
    public void A_fault_in_drawing_is_reported_rather_than_saved()
    {
        using var image = new CairoImage(4, 4);
        image.Canvas.Restore();
        Should.Throw<CanvasException>(image.ToPng).Message.ShouldContain("cairo_restore");
    }

    [Fact]
    public void A_missing_library_is_named_with_its_cure()
    {
        string message = Should.Throw<CanvasException>(() => CairoLibrary.EnsureLoaded("libcairo-that-is-not-there.so.2")).Message;
        message.ShouldContain("libcairo-that-is-not-there.so.2");
        message.ShouldContain("apt install libcairo2");
    }

    private static void DrawSomeOfEverything(ICanvas canvas)
    {
        canvas.Save();
        canvas.ClipTo(new Rectangle(0, 0, 200, 100));
        canvas.FillRoundedRectangle(new Rectangle(4, 4, 100, 50), 10, Amber);
        canvas.Line(new Point(0, 0), new Point(100, 50), White, new Pen(2, LineCap.Round, 3, 3));
        canvas.BeginPath();
        canvas.AddRectangle(new Rectangle(10, 10, 40, 40));
        canvas.FillGradient(White, 10, Black, 50);
        canvas.Text("330 Hz"u8, 50, 50, new TextStyle(12, White, FontWeight.Medium, TextAlign.Centre));
        canvas.MeasureWidth("−3.1 dB"u8, new TextStyle(10.5, White));
        canvas.Restore();
    }
}
