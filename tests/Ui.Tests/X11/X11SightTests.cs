using SemanticEq.Ui.Platform.X11;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Whether a window knows that nobody can see it.</summary>
public sealed class X11SightTests(Xvfb server) : IClassFixture<Xvfb>
{
    [SkippableFact]
    public void It_is_seen_unless_it_or_the_window_around_it_is_hidden()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        using X11Window window = OpenWindow.On(server, new RecordingClient(), host.Window);
        window.For(300);
        window.IsSeen.ShouldBeTrue();
        foreach (nint hidden in new[] { host.Window, window.Handle })
        {
            host.Show(hidden, false);
            window.Until(() => !window.IsSeen, "the hiding");
            window.For(300);
            window.IsSeen.ShouldBeFalse("it is asked again and again");
            host.Show(hidden, true);
            window.Until(() => window.IsSeen, "the showing");
        }
    }

    [SkippableFact]
    public void It_is_not_seen_while_another_window_covers_it_whole()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        using X11Window window = OpenWindow.On(server, new RecordingClient(), host.Window);
        window.For(20);
        window.IsSeen.ShouldBeTrue();
        using (var part = new TestHost(server, 100, 60))
        {
            window.For(20);
            window.IsSeen.ShouldBeTrue("a part shows");
        }
        using (var over = new TestHost(server))
        {
            window.Until(() => !window.IsSeen, "the covering");
            window.For(300);
            window.IsSeen.ShouldBeFalse();
        }
        window.Until(() => window.IsSeen, "the uncovering");
    }

    [SkippableFact]
    public void In_a_window_that_is_shown_later_it_is_seen_as_soon_as_that_is()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        host.Show(host.Window, false);
        using X11Window window = OpenWindow.On(server, new RecordingClient(), host.Window);
        window.Until(() => !window.IsSeen, "the news that nothing shows");
        host.Show(host.Window, true);
        window.Until(() => window.IsSeen, "the showing");
    }
}
