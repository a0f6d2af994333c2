using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.X11;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.X11;

public class X11RobustnessTests(Xvfb server) : IClassFixture<Xvfb>
{
    [SkippableFact]
    public void Sixteen_windows_live_side_by_side()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        RecordingClient[] clients = [.. Enumerable.Range(0, 16).Select(_ => new RecordingClient())];
        X11Window[] windows = [.. clients.Select(client => OpenWindow.On(server, client, host.Window))];
        foreach (X11Window window in windows)
            window.For(3);
        for (int i = 0; i < windows.Length; i += 2)
            windows[i].Dispose();
        for (int i = 1; i < windows.Length; i += 2)
        {
            windows[i].Resize(new Size(100 + i, 50), 1);
            windows[i].For(3);
            clients[i].Drawn[^1].ShouldBe(new Rectangle(0, 0, 100 + i, 50));
            windows[i].Dispose();
        }
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wild_resizing_ends_in_the_last_size_drawn_whole(bool mayShare)
    {
        server.SkipIfMissing();
        var random = new Random(6);
        var client = new RecordingClient { Drawing = (canvas, dirty) => canvas.FillRectangle(dirty, Colour.FromRgb(0xF3A95F)) };
        using X11Window window = OpenWindow.On(server, client, mayShare: mayShare);
        for (int i = 0; i < 60; i++)
        {
            window.Resize(new Size(random.Next(1, 4000), random.Next(1, 4000)), 1 + (random.NextDouble() / 10));
            if (i % 3 == 0)
                window.For(1);
        }

        window.Resize(new Size(double.NaN, -5), 1);
        window.Resize(new Size(1, 1e9), 1);
        window.Resize(new Size(300, 200), 1.5);
        client.Drawn.Clear();
        window.Until(() => client.Drawn.Count > 0, "the last frame");
        window.For(30);
        client.Drawn.ShouldBe([new Rectangle(0, 0, 300, 200)]);
        Screenshot seen = Screenshot.Of(server, window.Handle);
        (seen.Width, seen.Height).ShouldBe((450, 300));
        seen.PixelAt(449, 299).ShouldBe(Colour.FromRgb(0xF3A95F));
    }

    [SkippableFact]
    public void A_parent_that_is_destroyed_first_takes_the_window_with_it_and_nothing_else()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        X11Window window = OpenWindow.On(server, new QuietClient(), host.Window);
        window.For(5);
        window.TakeKeyboard(true);
        host.DestroyWindow();
        // Before it has heard of it, it goes on asking a window that is not there.
        TouchEverything(window);
        window.Until(() => window.IsLost, "hearing of it");
        window.WaitHandle.ShouldBe(-1);
        TouchEverything(window);
        window.Dispose();
        window.Dispose();
        TouchEverything(window);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_display_that_goes_away_silences_the_window(bool mayShare)
    {
        using var doomed = new Xvfb();
        doomed.SkipIfMissing();
        X11Window window = OpenWindow.On(doomed, new QuietClient(), mayShare: mayShare);
        window.For(5);
        window.TakeKeyboard(true);
        window.For(5);
        doomed.Kill();
        for (int i = 0; i < 20; i++)
            TouchEverything(window);
        window.IsLost.ShouldBeTrue();
        window.WaitHandle.ShouldBe(-1);
        window.Dispose();
        window.Dispose();
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_display_that_stands_still_holds_up_nobody(bool mayShare)
    {
        using var stopped = new Xvfb();
        stopped.SkipIfMissing();
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(stopped, client, width: 1000, height: 600, mayShare: mayShare);
        window.For(20);
        stopped.Stop();
        client.Drawn.Clear();
        // Each frame is larger than the connection's buffer, and none is taken: this would stand still at the first.
        for (int i = 0; i < 200; i++)
        {
            window.Invalidate(new Rectangle(0, 0, 1000, 600));
            window.HandleEvents();
            window.Paint();
        }

        client.Drawn.Count.ShouldBeLessThan(3, "no frame is drawn that can't be shown");
        stopped.Continue();
        client.Drawn.Clear();
        window.Invalidate(new Rectangle(0, 0, 1000, 600));
        window.Until(() => client.Drawn.Count > 0, "going on");
    }

    [Fact]
    public void Without_a_display_opening_fails_in_words()
    {
        X11Window.Open(0, new Size(10, 10), 1, new QuietClient(), ":987", true, out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(":987");
    }

    [SkippableFact]
    public void A_parent_that_is_not_there_is_refused_in_words()
    {
        server.SkipIfMissing();
        X11Window.Open(0x1FFF_FFFF, new Size(10, 10), 1, new QuietClient(), server.Display, true, out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("host");
    }

    private static void TouchEverything(X11Window window)
    {
        window.Invalidate(new Rectangle(0, 0, 100, 100));
        window.HandleEvents();
        window.Paint();
        window.Resize(new Size(window.Size.Width + 1, 100), 1);
        window.SetCursor(CursorShape.Hand);
        window.SetCursor(CursorShape.Arrow);
        window.TakeKeyboard(true);
        window.TakeKeyboard(false);
        window.Copy("text");
        window.RequestPaste();
    }
}
