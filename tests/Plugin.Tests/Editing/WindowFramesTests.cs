using System.Diagnostics;
using System.Runtime.InteropServices;
using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.X11;
using SemanticEq.Ui.Widgets;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>The whole window over a real display: opened, moved by automation, closed again and again.</summary>
public sealed partial class WindowFramesTests(ITestOutputHelper output) : IDisposable
{
    private const int FramesOfRound = 200;
    private readonly Xvfb _display = new();
    private readonly EditedPlugin _plugin = new();

    [SkippableFact]
    public void A_frame_allocates_nothing_whatever_moves()
    {
        using var parent = Open();
        var loop = new HandLoop();
        using var editor = new PluginEditor(_plugin.Session);
        _plugin.Session.Words.Choose(WordPlace.A, _plugin.Session.Words.All[0].Slot);
        _plugin.Session.Words.Choose(WordPlace.B, _plugin.Session.Words.All[1].Slot);
        long opening = Stopwatch.GetTimestamp();
        editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
        loop.Frame!();
        output.WriteLine($"opened and drawn in {Stopwatch.GetElapsedTime(opening).TotalMilliseconds:F1} ms");
        int morph = ParameterTable.IndexOf(ParameterId.Morph), gain = ParameterTable.IndexOf(ParameterId.OfOwn(0, ParameterId.Own.Gain));
        _plugin.Effect.SetNormalized(ParameterId.OfOwn(0, ParameterId.Own.On), 1);

        long least = long.MaxValue;
        int serial = _plugin.Session.Playing.Serial;
        var times = new List<double>();
        for (int round = 0; round < 3 && least > 0; round++)
        {
            times.Clear();
            times.EnsureCapacity(FramesOfRound);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < FramesOfRound; i++)
            {
                _plugin.Effect.Values[morph] = i / (double)FramesOfRound;
                _plugin.Effect.Values[gain] = 0.5 + (i / 1000.0);
                long start = Stopwatch.GetTimestamp();
                loop.Frame!();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        times.Sort();
        output.WriteLine($"a frame: median {times[FramesOfRound / 2]:F2} ms, 99 of 100 under {times[FramesOfRound * 99 / 100]:F2} ms");
        least.ShouldBe(0);
        _plugin.Session.Playing.Serial.ShouldBeGreaterThan(serial + FramesOfRound - 1);
        editor.Detach();
        loop.Alive.ShouldBe(0);
    }

    [SkippableFact]
    public void Opened_and_closed_again_and_again_it_leaves_nothing()
    {
        using var parent = Open();
        var loop = new HandLoop();
        int files = 0;
        for (int i = 0; i < 50; i++)
        {
            using var editor = new PluginEditor(_plugin.Session);
            editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
            loop.Frame!();
            _plugin.Session.IsOpen.ShouldBeTrue();
            _plugin.Session.Amount.Begin();
            _plugin.Session.Amount.Set(i / 100.0);
            editor.Detach();
            (loop.Alive, _plugin.Session.IsOpen, _plugin.Host.IsAtRest).ShouldBe((0, false, true));
            if (i == 5)
                files = Directory.GetFiles("/proc/self/fd").Length;
        }
        Directory.GetFiles("/proc/self/fd").Length.ShouldBeLessThanOrEqualTo(files + 2);
        _plugin.History.UndoName.ShouldBe("Amount");
    }

    [SkippableFact]
    public void A_display_that_goes_ends_what_was_begun_and_the_effect_plays_on()
    {
        using var parent = Open();
        var loop = new HandLoop();
        using var editor = new PluginEditor(_plugin.Session);
        editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
        _plugin.Session.Amount.Begin();
        _plugin.Session.Amount.Set(0.2);
        parent.Forget();
        _display.Kill();
        for (int i = 0; i < 100 && loop.Alive > 0; i++)
            loop.Frame!();
        (loop.Alive, _plugin.Session.IsOpen, _plugin.Host.IsAtRest).ShouldBe((0, false, true));
        editor.Detach();
        _plugin.Plain(ParameterId.Amount).ShouldBe(30, 1e-9);
    }

    [SkippableFact]
    public void A_window_that_nobody_sees_draws_nothing_and_one_that_is_seen_again_draws_at_once()
    {
        using var parent = Open();
        var loop = new HandLoop();
        var view = new Faulty { IsRestless = true };
        using var editor = new PluginEditor(_plugin.Session, _ => view);
        editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
        Turn(20, () => true);
        view.Drawn.ShouldBeGreaterThan(10, "what moves draws in every frame");

        parent.Show(false);
        Turn(5000, () => editor.Window!.IsSeen).ShouldBeLessThan(5000, "it hears that it is hidden");
        int drawn = view.Drawn, ticks = view.Ticks;
        Turn(500, () => true);
        (view.Drawn - drawn, view.Ticks - ticks).ShouldBe((0, 0));

        parent.Show(true);
        Turn(200, () => view.Drawn < drawn + 5).ShouldBeLessThan(200);
        editor.Detach();
        (loop.Alive, _plugin.Session.IsOpen).ShouldBe((0, false));

        int Turn(int frames, Func<bool> goesOn)
        {
            int i = 0;
            for (; i < frames && goesOn(); i++)
            {
                loop.Ready!();
                loop.Frame!();
                Thread.Sleep(4);
            }
            return i;
        }
    }

    [SkippableFact]
    public void Where_nothing_moves_most_frames_are_passed_over_and_a_value_or_a_sound_is_shown_in_the_next()
    {
        using var parent = Open();
        var loop = new HandLoop();
        var view = new Faulty();
        using var editor = new PluginEditor(_plugin.Session, _ => view);
        editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
        for (int i = 0; i < 120; i++)
            Pass();
        int before = view.Ticks;
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < 100; i++)
            Pass();
        (view.Ticks - before).ShouldBeLessThan(2 + (int)(clock.Elapsed.TotalSeconds / 0.06), "nothing has happened for a second");

        before = view.Ticks;
        _plugin.Effect.Values[ParameterTable.IndexOf(ParameterId.Amount)] = 0.3;
        Pass();
        (view.Ticks - before).ShouldBe(1);
        editor.Detach();

        void Pass()
        {
            loop.Frame!();
            Thread.Sleep(15);
        }
    }

    [SkippableFact]
    public void A_window_that_a_screen_reader_reads_goes_on_at_every_frame_though_nobody_sees_it()
    {
        using var parent = Open();
        var loop = new HandLoop();
        var view = new Faulty { IsRestless = true };
        using var editor = new PluginEditor(_plugin.Session, _ => view) { Assist = () => new Reader() };
        editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
        parent.Show(false);
        for (int i = 0; i < 5000 && editor.Window!.IsSeen; i++)
        {
            loop.Frame!();
            Thread.Sleep(4);
        }

        // Of the frame in which it was heard.
        loop.Frame!();
        int ticks = view.Ticks, drawn = view.Drawn;
        for (int i = 0; i < 100; i++)
            loop.Frame!();
        (view.Ticks - ticks, view.Drawn - drawn).ShouldBe((100, 0));
        editor.Detach();
    }

    [SkippableTheory]
    [InlineData(nameof(Faulty.IsDrawingFaulty))]
    [InlineData(nameof(Faulty.IsTickFaulty))]
    public void What_fails_in_a_frame_is_said_once_and_tried_again(string what)
    {
        using var parent = Open();
        var loop = new HandLoop();
        var view = new Faulty();
        using var editor = new PluginEditor(_plugin.Session, _ => view);
        editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
        Turn(loop, 5);
        int drawn = view.Drawn;
        drawn.ShouldBeGreaterThan(0);
        _plugin.Session.Messages.Where(IsFault).ShouldBeEmpty();

        (view.IsDrawingFaulty, view.IsTickFaulty) = (what == nameof(Faulty.IsDrawingFaulty), what == nameof(Faulty.IsTickFaulty));
        view.Invalidate();
        Turn(loop, 200);
        _plugin.Session.Messages.Where(IsFault).ShouldHaveSingleItem().ShouldContain("the lamp is out");
        view.Failed.ShouldBeGreaterThan(1, "it is tried again");
        if (view.IsDrawingFaulty)
            view.Failed.ShouldBeLessThan(10, "but not in each frame");

        (view.IsDrawingFaulty, view.IsTickFaulty) = (false, false);
        drawn = view.Drawn;
        view.Invalidate();
        Turn(loop, 100);
        view.Drawn.ShouldBeGreaterThan(drawn);
        editor.Detach();
        editor.Attach(parent.Window, ViewNames.X11, new Frame(loop)).ShouldBeTrue();
        _plugin.Session.Messages.Where(IsFault).ShouldBeEmpty("another window, another day");
        editor.Detach();
        loop.Alive.ShouldBe(0);

        static bool IsFault(string text) => text.StartsWith("Something in this window", StringComparison.Ordinal);

        static void Turn(HandLoop loop, int frames)
        {
            for (int i = 0; i < frames; i++)
            {
                loop.Frame!();
                Thread.Sleep(1);
            }
        }
    }

    public void Dispose()
    {
        _plugin.Dispose();
        _display.Dispose();
    }

    private Parent Open()
    {
        _display.SkipIfMissing();
        // The library asks the C library, which does not hear of what .NET sets.
        _ = SetEnvironment("DISPLAY", _display.Display, 1);
        return new Parent(_display.Display);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    private sealed class Frame(IRunLoop loop) : IEditorFrame
    {
        public IRunLoop? RunLoop => loop;

        public bool RequestSize(EditorSize size) => false;

        public bool ShowParameterMenu(uint id, int x, int y) => false;
    }

    /// <summary>A widget that can fail, halfway through its drawing or while time goes on.</summary>
    private sealed class Faulty : Widget
    {
        public bool IsDrawingFaulty { get; set; }

        public bool IsTickFaulty { get; set; }

        /// <summary>Whether it wants to be drawn anew all the time.</summary>
        public bool IsRestless { get; init; }

        public int Ticks { get; private set; }

        public int Drawn { get; private set; }

        public int Failed { get; private set; }

        public override void Tick(double seconds)
        {
            Ticks++;
            if (IsRestless)
                Invalidate();
            if (IsTickFaulty)
                Fail();
        }

        protected override void Draw(ICanvas canvas, in DrawContext context)
        {
            canvas.Save();
            canvas.ClipTo(new Rectangle(0, 0, 5, 5));
            if (IsDrawingFaulty)
                Fail();
            canvas.Restore();
            Drawn++;
        }

        private void Fail()
        {
            Failed++;
            throw new InvalidOperationException("the lamp is out");
        }
    }

    /// <summary>A screen reader that listens and asks for nothing.</summary>
    private sealed class Reader : IAssistiveLink
    {
        public bool IsListening => true;

        public void Publish(AccessibleTree tree)
        {
        }

        public bool TryTake(out AccessibleRequest request)
        {
            request = default;
            return false;
        }

        public void Dispose()
        {
        }
    }

    /// <summary>A run loop that turns when it is told to.</summary>
    private sealed class HandLoop : IRunLoop
    {
        public int Alive { get; private set; }

        public Action? Frame { get; private set; }

        public Action? Ready { get; private set; }

        public IDisposable Every(int milliseconds, Action callback)
        {
            Frame = callback;
            return Add();
        }

        public IDisposable WhenReadable(int fileDescriptor, Action callback)
        {
            Ready = callback;
            return Add();
        }

        private Registration Add()
        {
            Alive++;
            return new Registration(this);
        }

        private sealed class Registration(HandLoop loop) : IDisposable
        {
            public void Dispose() => loop.Alive--;
        }
    }

    /// <summary>A host's window of a connection of its own.</summary>
    private sealed partial class Parent : IDisposable
    {
        private nint _connection;

        public Parent(string display)
        {
            _connection = XOpenDisplay(display);
            _connection.ShouldNotBe(0);
            Window = XCreateSimpleWindow(_connection, XDefaultRootWindow(_connection), 0, 0, 1120, 700, 0, 0, 0);
            _ = XMapWindow(_connection, Window);
            _ = XSync(_connection, 0);
        }

        public nint Window { get; }

        /// <summary>Shows it or hides it.</summary>
        public void Show(bool isShown)
        {
            _ = isShown ? XMapWindow(_connection, Window) : XUnmapWindow(_connection, Window);
            _ = XSync(_connection, 0);
        }

        /// <summary>A connection whose display is gone can't be closed: Xlib would end the process.</summary>
        public void Forget() => _connection = 0;

        public void Dispose()
        {
            if (_connection != 0)
                _ = XCloseDisplay(_connection);
        }

        [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
        private static partial nint XOpenDisplay(string name);

        [LibraryImport("libX11.so.6")]
        private static partial int XCloseDisplay(nint display);

        [LibraryImport("libX11.so.6")]
        private static partial nint XDefaultRootWindow(nint display);

        [LibraryImport("libX11.so.6")]
        private static partial nint XCreateSimpleWindow(
            nint display, nint parent, int x, int y, uint width, uint height, uint border, nuint borderColour, nuint background);

        [LibraryImport("libX11.so.6")]
        private static partial int XMapWindow(nint display, nint window);

        [LibraryImport("libX11.so.6")]
        private static partial int XUnmapWindow(nint display, nint window);

        [LibraryImport("libX11.so.6")]
        private static partial int XSync(nint display, int discard);
    }
}
