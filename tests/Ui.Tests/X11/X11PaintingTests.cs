using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Platform.X11;

namespace SemanticEq.Ui.Tests.X11;

public class X11PaintingTests(Xvfb server) : IClassFixture<Xvfb>
{
    private static readonly Colour Ground = Colour.FromRgb(0x121417);
    private static readonly Colour Amber = Colour.FromRgb(0xF3A95F);

    [SkippableTheory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(1.5, true)]
    [InlineData(2, false)]
    public void A_window_shows_pixel_for_pixel_what_its_client_draws(double scale, bool mayShare)
    {
        server.SkipIfMissing();
        var client = new RecordingClient { Drawing = (canvas, _) => Draw(canvas) };
        using X11Window window = OpenWindow.On(server, client, scale: scale, mayShare: mayShare);
        window.IsShared.ShouldBe(mayShare, "Xvfb has shared memory");
        window.For(20);
        client.Drawn.Count.ShouldBe(1, "once is enough");

        Screenshot seen = Screenshot.Of(server, window.Handle);
        using var expected = new CairoImage((int)(200 * scale), (int)(120 * scale), scale);
        Draw(expected.Canvas);
        (seen.Width, seen.Height).ShouldBe((expected.WidthPixels, expected.HeightPixels));
        for (int y = 0; y < seen.Height; y++)
            for (int x = 0; x < seen.Width; x++)
                seen.PixelAt(x, y).ShouldBe(expected.PixelAt(x, y), $"at {x}, {y}");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_what_is_dirty_is_drawn_anew(bool mayShare)
    {
        server.SkipIfMissing();
        var client = new RecordingClient { Drawing = (canvas, dirty) => canvas.FillRectangle(dirty, Ground) };
        using X11Window window = OpenWindow.On(server, client, mayShare: mayShare);
        window.For(10);
        client.Drawn.Clear();
        // What lies outside the dirty area must not be touched even by a client that draws everywhere.
        client.Drawing = (canvas, _) => canvas.FillRectangle(new Rectangle(0, 0, 200, 120), Amber);
        window.Invalidate(new Rectangle(10.5, 20, 30, 10));
        window.Paint().ShouldBeTrue();
        window.Paint().ShouldBeFalse();
        window.For(10);
        client.Drawn.ShouldBe([new Rectangle(10, 20, 31, 10)]);
        Screenshot seen = Screenshot.Of(server, window.Handle);
        for (int y = 0; y < 120; y++)
            for (int x = 0; x < 200; x++)
                seen.PixelAt(x, y).ShouldBe(x is >= 10 and < 41 && y is >= 20 and < 30 ? Amber : Ground, $"at {x}, {y}");
    }

    [SkippableFact]
    public void What_is_uncovered_is_shown_again_without_drawing_it_again()
    {
        server.SkipIfMissing();
        var client = new RecordingClient { Drawing = (canvas, dirty) => canvas.FillRectangle(dirty, Amber) };
        using X11Window window = OpenWindow.On(server, client);
        window.For(10);
        using (X11Window cover = OpenWindow.On(server, new RecordingClient()))
        {
            cover.For(10);
            Screenshot.Of(server, cover.Handle).PixelAt(5, 5).ShouldNotBe(Amber);
        }

        window.For(20);
        client.Drawn.Count.ShouldBe(1);
        Screenshot.Of(server, window.Handle).PixelAt(5, 5).ShouldBe(Amber);
    }

    [SkippableFact]
    public void What_is_invalidated_while_drawing_is_drawn_in_the_next_frame()
    {
        server.SkipIfMissing();
        X11Window? window = null;
        int frames = 0;
        var client = new RecordingClient();
        client.Drawing = (_, _) =>
        {
            if (++frames < 4)
                window!.Invalidate(new Rectangle(0, 0, 10, 10));
        };
        using (window = OpenWindow.On(server, client))
            window.Until(() => frames == 4, "four frames");
    }

    [SkippableTheory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_client_that_fails_halfway_leaves_neither_its_clip_nor_a_broken_canvas_behind(bool mayShare, bool throws)
    {
        server.SkipIfMissing();
        var client = new RecordingClient { Drawing = (canvas, dirty) => canvas.FillRectangle(dirty, Ground) };
        using X11Window window = OpenWindow.On(server, client, mayShare: mayShare);
        window.For(10);
        client.Drawing = (canvas, _) =>
        {
            canvas.Save();
            canvas.ClipTo(new Rectangle(0, 0, 5, 5));
            if (throws)
                throw new InvalidOperationException("halfway");
            // More than was saved: Cairo refuses whatever comes after.
            for (int i = 0; i < 8; i++)
                canvas.Restore();
        };
        window.Invalidate(new Rectangle(50, 50, 20, 20));
        Should.Throw<Exception>(() => window.Paint());

        client.Drawing = (canvas, dirty) => canvas.FillRectangle(dirty, Amber);
        window.For(20);
        Screenshot seen = Screenshot.Of(server, window.Handle);
        for (int y = 0; y < 120; y += 7)
            for (int x = 0; x < 200; x += 7)
                seen.PixelAt(x, y).ShouldBe(Amber, $"at {x}, {y}");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Painting_allocates_no_managed_memory(bool mayShare)
    {
        server.SkipIfMissing();
        using X11Window window = OpenWindow.On(server, new QuietClient(), width: 800, height: 500, mayShare: mayShare);
        Frames(window, 100);
        // The runtime itself may allocate once while it compiles anew what runs often: what frames allocate comes in every round.
        var rounds = new long[4];
        for (int round = 0; round < rounds.Length; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int drawn = Frames(window, 200);
            rounds[round] = GC.GetAllocatedBytesForCurrentThread() - before;
            drawn.ShouldBeGreaterThan(30);
        }

        rounds.Min().ShouldBe(0, $"bytes a round: {string.Join(' ', rounds)}");

        static int Frames(X11Window window, int count)
        {
            int drawn = 0;
            for (int i = 0; i < count; i++)
            {
                window.Invalidate(new Rectangle(i % 50, 10, 300, 200));
                window.Invalidate(new Rectangle(400, 300, 50, 50));
                window.HandleEvents();
                drawn += window.Paint() ? 1 : 0;
                Thread.Sleep(1);
            }

            return drawn;
        }
    }

    [SkippableFact]
    public void A_display_of_few_colours_is_refused_in_words()
    {
        using var poor = Xvfb.Of("400x300x16");
        poor.SkipIfMissing();
        X11Window.Open(0, new Size(100, 100), 1, new RecordingClient(), poor.Display, true, out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("24");
    }

    private static void Draw(ICanvas canvas)
    {
        canvas.FillRectangle(new Rectangle(0, 0, 200, 120), Ground);
        canvas.FillRoundedRectangle(new Rectangle(10, 10, 90, 60), 10, Amber);
        canvas.Text("330 Hz · −3.1 dB"u8, 100, 100, new TextStyle(13, Amber, FontWeight.Medium, TextAlign.Centre));
        canvas.Line(new Point(0, 0), new Point(200, 120), Amber, new Pen(1.5));
    }
}
