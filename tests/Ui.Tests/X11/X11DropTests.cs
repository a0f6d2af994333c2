using SemanticEq.Ui.Platform.X11;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Files dragged over a window by a program of another connection, good and bad ones.</summary>
public class X11DropTests(Xvfb server) : IClassFixture<Xvfb>
{
    private static readonly (uint, uint) Refused = (0, 0);

    [SkippableFact]
    public void Files_that_are_dropped_come_in_their_order_and_the_source_is_told_that_they_were_copied()
    {
        using Desk desk = Open();
        desk.Source.Gives = DragSource.List("file:///tmp/a%20b.wav", "file:///tmp/%C3%BC%E6%9A%96.vstpreset");
        desk.Source.Come();
        desk.Source.Statuses.ShouldBe([(1u, desk.Source.Copy)]);
        desk.Client.FilesAreOver.ShouldBe([true]);
        desk.Source.Move();
        desk.Source.Until(() => desk.Source.Statuses.Count == 2, "the second answer");
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the end");
        desk.Source.Ends.ShouldBe([(1u, desk.Source.Copy)]);
        desk.Client.FilesAreOver.ShouldBe([true, false]);
        desk.Client.Dropped.ShouldHaveSingleItem().ShouldBe(["/tmp/a b.wav", "/tmp/ü暖.vstpreset"]);
    }

    [SkippableFact]
    public void Who_speaks_to_a_host_that_hands_on_is_answered_in_the_hosts_name()
    {
        using Desk desk = Open();
        desk.Source.Gives = DragSource.List("file:///tmp/a");
        desk.Source.Come();
        desk.Source.Answering.ShouldBe((uint)desk.Window.Handle);
        desk.Source.Leave();
        desk.Source.Addressed = 0x123;
        desk.Source.Come();
        desk.Source.Answering.ShouldBe(0x123u);
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the end");
        desk.Source.Answering.ShouldBe(0x123u);
        desk.Client.Dropped.Count.ShouldBe(1);
    }

    [SkippableFact]
    public void Of_many_types_files_are_found_in_the_list_that_the_source_keeps()
    {
        using Desk desk = Open();
        uint[] others = [.. Enumerable.Range(0, 20).Select(i => desk.Source.Atom($"application/x-{i}"))];
        desk.Source.Gives = DragSource.List("file:///tmp/a");
        desk.Source.Enter([.. others, desk.Source.UriList]);
        desk.Source.Move();
        desk.Source.Until(() => desk.Source.Statuses.Count == 1, "an answer");
        desk.Source.Statuses[0].Flags.ShouldBe(1u);
        desk.Source.Drop();
        desk.Source.Until(() => desk.Client.Dropped.Count == 1, "the file");

        desk.Source.Enter(others);
        desk.Source.Move();
        desk.Source.Until(() => desk.Source.Statuses.Count == 2, "an answer");
        desk.Source.Statuses[1].ShouldBe(Refused);
    }

    [SkippableFact]
    public void Text_is_refused_and_the_source_is_let_go_all_the_same()
    {
        using Desk desk = Open();
        desk.Source.Gives = DragSource.List("file:///tmp/a");
        desk.Source.Enter(desk.Source.Atom("UTF8_STRING"), desk.Source.Atom("text/plain"));
        desk.Source.Move();
        desk.Source.Until(() => desk.Source.Statuses.Count == 1, "an answer");
        desk.Source.Statuses.ShouldBe([Refused]);
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the end");
        desk.Source.Ends.ShouldBe([Refused]);
        desk.Source.Questions.ShouldBe(0);
        desk.Client.FilesAreOver.ShouldBeEmpty();
        desk.Client.Dropped.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Files_that_leave_are_forgotten_and_a_drop_that_was_never_announced_is_refused()
    {
        using Desk desk = Open();
        desk.Source.Come();
        desk.Source.Leave();
        desk.Source.Until(() => desk.Client.FilesAreOver.Count == 2, "the leaving");
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the end");
        desk.Source.Ends.ShouldBe([Refused]);
        desk.Client.FilesAreOver.ShouldBe([true, false]);
    }

    [SkippableFact]
    public void A_source_that_dies_while_it_drags_leaves_nothing_lit()
    {
        using Desk desk = Open();
        desk.Source.Come();
        desk.Source.Dispose();
        desk.Window.Until(() => desk.Client.FilesAreOver.Count == 2, "the files being away");
        desk.Client.FilesAreOver.ShouldBe([true, false]);
        desk.Again();
        desk.Source.Gives = DragSource.List("file:///tmp/a");
        desk.Source.Come();
        desk.Source.Drop();
        desk.Source.Until(() => desk.Client.Dropped.Count == 1, "the next one's file");
    }

    [SkippableFact]
    public void A_source_that_dies_after_the_drop_gives_nothing_and_the_next_one_is_heard()
    {
        using Desk desk = Open();
        desk.Source.Come();
        desk.Source.Drop();
        desk.Source.Dispose();
        desk.Window.For(20);
        desk.Client.FilesAreOver.ShouldBe([true, false]);
        desk.Again();
        desk.Source.Gives = DragSource.List("file:///tmp/a");
        desk.Source.Come();
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the end");
        desk.Client.Dropped.Count.ShouldBe(1);
    }

    [SkippableFact]
    public void Who_comes_takes_the_place_of_who_never_left()
    {
        using Desk desk = Open();
        desk.Source.Come();
        using var second = new DragSource(server, desk.Window) { Gives = DragSource.List("file:///tmp/second") };
        second.Come();
        desk.Client.FilesAreOver.ShouldBe([true, false, true]);
        // The first one's messages come too late.
        desk.Source.Leave();
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the first one's end");
        desk.Source.Ends.ShouldBe([Refused]);
        second.Drop();
        second.Until(() => second.Ends.Count == 1, "the second one's end");
        desk.Client.Dropped.ShouldHaveSingleItem().ShouldBe(["/tmp/second"]);
    }

    [SkippableFact]
    public void A_source_of_which_there_is_no_window_leaves_nothing_lit()
    {
        using Desk desk = Open();
        uint window = desk.Source.Window;
        desk.Source.Window = 0x123;
        desk.Source.Enter(desk.Source.UriList);
        desk.Source.Move();
        desk.Window.For(20);
        desk.Client.FilesAreOver.LastOrDefault().ShouldBeFalse();
        desk.Source.Enter([desk.Source.UriList, 1, 2, 3]);
        desk.Source.Move();
        desk.Source.Drop();
        desk.Window.For(20);
        desk.Client.FilesAreOver.LastOrDefault().ShouldBeFalse();
        desk.Window.IsLost.ShouldBeFalse();
        desk.Source.Window = window;
        desk.Source.Come();
        desk.Client.FilesAreOver[^1].ShouldBeTrue();
    }

    [SkippableTheory]
    [InlineData(null, "text/uri-list")]
    [InlineData("", "text/uri-list")]
    [InlineData("https://example.org/a\r\n# nothing\r\n", "text/uri-list")]
    [InlineData("\0\0\0\0", "INCR")]
    public void What_gives_no_file_is_refused_after_the_drop_too(string? given, string type)
    {
        using Desk desk = Open();
        desk.Source.Gives = given is null ? null : DragSource.List(given);
        desk.Source.Type = desk.Source.Atom(type);
        desk.Source.Come();
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the end");
        desk.Source.Ends.ShouldBe([Refused]);
        desk.Client.FilesAreOver.ShouldBe([true, false]);
        desk.Client.Dropped.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Of_a_list_longer_than_is_read_whole_lines_are_taken()
    {
        using Desk desk = Open();
        string folder = "file:///" + string.Concat(Enumerable.Repeat("folder/", 400));
        desk.Source.Gives = DragSource.List([.. Enumerable.Range(0, 90).Select(i => folder + i)]);
        desk.Source.Gives.Length.ShouldBeGreaterThan(X11DropTarget.MaxBytes);
        desk.Source.Come();
        desk.Source.Drop();
        desk.Source.Until(() => desk.Source.Ends.Count == 1, "the end");
        IReadOnlyList<string> files = desk.Client.Dropped.ShouldHaveSingleItem();
        files.Count.ShouldBe(X11DropTarget.MaxBytes / (folder.Length + 4));
        files.ShouldBe(Enumerable.Range(0, files.Count).Select(i => folder["file://".Length..] + i));
    }

    [SkippableFact]
    public void Older_ways_of_talking_and_the_window_itself_are_not_heard()
    {
        using Desk desk = Open();
        desk.Source.Enter(2, [desk.Source.UriList]);
        desk.Source.Move();
        uint window = desk.Source.Window;
        desk.Source.Window = (uint)desk.Window.Handle;
        desk.Source.Enter(desk.Source.UriList);
        desk.Source.Move();
        foreach (uint noWindow in new uint[] { 0, 1 })
        {
            desk.Source.Window = noWindow;
            desk.Source.Enter(desk.Source.UriList);
            desk.Source.Move();
            desk.Source.Drop();
        }

        desk.Source.Window = window;
        desk.Window.For(10);
        desk.Client.FilesAreOver.ShouldBeEmpty();
        // Its own events still come.
        desk.Source.Come();
        server.Run("xdotool", "mousemove", "60", "40");
        desk.Window.Until(() => desk.Client.Pointers.Count > 0, "the pointer");
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Messages_in_any_order_leave_it_whole_and_every_coming_has_an_end(int seed)
    {
        using Desk desk = Open();
        var random = new Random(seed);
        uint window = desk.Source.Window;
        uint[] types = [desk.Source.UriList, desk.Source.Atom("text/plain"), 0, 3, uint.MaxValue];
        for (int i = 0; i < 600; i++)
        {
            desk.Source.Window = random.Next(8) == 0 ? (uint)random.Next(100) : window;
            desk.Source.Gives = random.Next(3) == 0 ? null : DragSource.List("file:///tmp/a");
            switch (random.Next(6))
            {
                case 0:
                    desk.Source.Enter((uint)random.Next(7), [.. Enumerable.Range(0, random.Next(7)).Select(_ => types[random.Next(types.Length)])]);
                    break;
                case 1 or 2:
                    desk.Source.Move();
                    break;
                case 3:
                    desk.Source.Leave();
                    break;
                case 4:
                    desk.Source.Drop();
                    break;
                default:
                    desk.Source.Until(() => true, "");
                    desk.Window.For(1);
                    break;
            }
        }

        desk.Source.Window = window;
        desk.Source.Gives = DragSource.List("file:///tmp/last");
        desk.Source.Leave();
        desk.Source.Until(() => desk.Client.FilesAreOver.LastOrDefault() == false, "the leaving");
        desk.Source.Come();
        desk.Source.Drop();
        desk.Source.Until(() => desk.Client.Dropped.Any(files => files[0] == "/tmp/last"), "the last file");
        desk.Source.Until(() => desk.Client.FilesAreOver[^1] == false, "the end");
        desk.Client.FilesAreOver.ShouldBe(Enumerable.Range(0, desk.Client.FilesAreOver.Count).Select(i => i % 2 == 0));
    }

    [SkippableFact]
    public void A_window_that_is_closed_while_files_come_ends_well()
    {
        using Desk desk = Open();
        desk.Source.Gives = DragSource.List("file:///tmp/a");
        desk.Source.Come();
        desk.Source.Drop();
        desk.Window.Dispose();
        desk.Window.HandleEvents().ShouldBeFalse();
        desk.Client.Dropped.ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_client_that_closes_the_window_as_it_hears_of_files_ends_well()
    {
        using Desk desk = Open();
        desk.Source.Gives = DragSource.List("file:///tmp/a");
        desk.Client.WhenDropped = desk.Window.Dispose;
        desk.Source.Come();
        desk.Source.Drop();
        desk.Source.Until(() => desk.Client.Dropped.Count == 1, "the file");
        desk.Window.IsLost.ShouldBeTrue();
    }

    [SkippableFact]
    public void While_files_are_over_it_frames_allocate_nothing()
    {
        using Desk desk = Open();
        desk.Source.Come();
        desk.Window.For(20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++)
        {
            desk.Window.HandleEvents();
            desk.Window.Paint();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private Desk Open()
    {
        server.SkipIfMissing();
        return new Desk(server);
    }

    // A window and who drags over it.
    private sealed class Desk : IDisposable
    {
        private readonly Xvfb _server;

        public Desk(Xvfb server)
        {
            _server = server;
            Window = OpenWindow.On(server, Client);
            Source = new DragSource(server, Window);
            Window.For(5);
        }

        public RecordingClient Client { get; } = new();

        public X11Window Window { get; }

        public DragSource Source { get; private set; }

        public void Again() => Source = new DragSource(_server, Window);

        public void Dispose()
        {
            Source.Dispose();
            Window.Dispose();
        }
    }
}
