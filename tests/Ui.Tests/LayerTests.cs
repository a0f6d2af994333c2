using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Tests;

public class LayerTests
{
    private static readonly Colour Black = Colour.FromRgb(0);
    private static readonly Colour White = Colour.FromRgb(0xFFFFFF);
    private static readonly Colour Amber = Colour.FromRgb(0xF3A95F);

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    public void A_layer_shows_what_was_drawn_on_it_pixel_for_pixel(double scale)
    {
        using var straight = new CairoImage(90, 60, scale);
        using var layered = new CairoImage(90, 60, scale);
        Draw(straight.Canvas);
        using ILayer layer = layered.Canvas.CreateLayer(new Size(90 / scale, 60 / scale));
        Draw(layer.Canvas);
        layered.Canvas.DrawLayer(layer, 0, 0);
        for (int y = 0; y < 60; y++)
            for (int x = 0; x < 90; x++)
                layered.PixelAt(x, y).ShouldBeNear(straight.PixelAt(x, y), tolerance: 1);
    }

    [Fact]
    public void What_is_not_drawn_lets_the_ground_through()
    {
        using var image = new CairoImage(20, 20);
        image.Canvas.FillRectangle(new Rectangle(0, 0, 20, 20), White);
        using ILayer layer = image.Canvas.CreateLayer(new Size(10, 10));
        layer.Canvas.FillRectangle(new Rectangle(0, 0, 5, 10), Amber);
        image.Canvas.DrawLayer(layer, 4, 4);
        image.PixelAt(4, 4).ShouldBe(Amber);
        image.PixelAt(9, 4).ShouldBe(White);
        layer.Clear();
        image.Canvas.FillRectangle(new Rectangle(0, 0, 20, 20), White);
        image.Canvas.DrawLayer(layer, 4, 4);
        image.PixelAt(4, 4).ShouldBe(White);
    }

    [Fact]
    public void Opacity_clip_and_translation_hold_for_layers()
    {
        using var image = new CairoImage(20, 20);
        using ILayer layer = image.Canvas.CreateLayer(new Size(10, 10), opaque: true);
        layer.Canvas.FillRectangle(new Rectangle(0, 0, 10, 10), White);
        image.Canvas.Save();
        image.Canvas.Translate(5, 5);
        image.Canvas.ClipTo(new Rectangle(0, 0, 4, 4));
        image.Canvas.DrawLayer(layer, 0, 0, 0.5);
        image.Canvas.Restore();
        image.PixelAt(5, 5).ShouldBeNear(Colour.FromRgb(0x808080), tolerance: 1);
        image.PixelAt(9, 9).ShouldBe(Black);
        image.PixelAt(4, 4).ShouldBe(Black);
    }

    [Fact]
    public void A_cached_layer_is_drawn_once_until_size_or_content_change()
    {
        using var image = new CairoImage(80, 80, scale: 1.5);
        using var cache = new LayerCache();
        var area = new Rectangle(10.2, 10.2, 20, 20);
        ICanvas? first = cache.Redraw(image.Canvas, area);
        first.ShouldNotBeNull();
        first.FillRectangle(area, Amber);
        cache.Redraw(image.Canvas, area).ShouldBeNull();
        cache.Show(image.Canvas);
        image.PixelAt(30, 30).ShouldBe(Amber);
        image.PixelAt(14, 30).ShouldBe(Black);
        image.PixelAt(46, 30).ShouldBe(Black);

        cache.Invalidate();
        ICanvas again = cache.Redraw(image.Canvas, area).ShouldNotBeNull();
        again.FillRectangle(new Rectangle(20, 10, 4, 4), White);
        image.Canvas.FillRectangle(new Rectangle(0, 0, 80, 80), Black);
        cache.Show(image.Canvas);
        image.PixelAt(30, 15).ShouldBe(White);
        image.PixelAt(40, 30).ShouldBe(Black);
        cache.Redraw(image.Canvas, new Rectangle(10.2, 10.2, 21, 20)).ShouldNotBeNull();
    }

    [Fact]
    public void Showing_a_cached_layer_allocates_no_managed_memory()
    {
        using var image = new CairoImage(80, 80);
        using var cache = new LayerCache();
        Frame(image.Canvas, cache);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Frame(image.Canvas, cache);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Frame(ICanvas canvas, LayerCache cache)
        {
            if (cache.Redraw(canvas, new Rectangle(4, 4, 50, 50)) is { } layer)
                Draw(layer);
            cache.Show(canvas, 0.9);
        }
    }

    private static void Draw(ICanvas canvas)
    {
        canvas.FillRoundedRectangle(new Rectangle(3, 3, 30, 20), 6, Amber);
        canvas.Line(new Point(0, 0), new Point(40, 30), White, new Pen(1.5));
        canvas.Text("−3.1 dB"u8, 5, 18, new TextStyle(11, White));
    }
}
