using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>Nothing that happens while a window is open and used by the pointer allocates: a collection would stop the audio thread.</summary>
public class AllocationTests
{
    private const int Events = 500;

    [Fact]
    public void A_drag_of_five_hundred_moves_with_their_frames()
    {
        var control = new FakeControl { Value = 0.5 };
        using var stage = new Stage(new Board().Put(new Knob(control), 0, 0, 100, 120));
        var at = new Point(50, 50);
        Drag(stage, at, 20);
        Bytes(() => Drag(stage, at, Events)).ShouldBe(0);
        control.Values.Count.ShouldBeGreaterThan(Events / 2);
    }

    [Fact]
    public void Hovering_over_everything_with_frames()
    {
        using var stage = new Stage(Gallery.Board(), 960, 640);
        Hover(stage);
        Bytes(() => Hover(stage)).ShouldBe(0);
    }

    [Fact]
    public void Frames_in_which_everything_is_drawn_anew_in_both_themes()
    {
        using var stage = new Stage(Gallery.Board(), 960, 640);
        DrawAll(stage);
        Bytes(() => DrawAll(stage)).ShouldBe(0);
    }

    [Fact]
    public void Turns_of_the_wheel_that_end_by_resting()
    {
        var control = new FakeControl { Value = 0.5 };
        using var stage = new Stage(new Board().Put(new Knob(control), 0, 0, 100, 30));
        var at = new Point(50, 15);
        Turn(stage, at);
        Bytes(() => Turn(stage, at)).ShouldBe(0);
        control.Open.ShouldBe(0);
        control.Gestures.ShouldBe(20);
    }

    [Fact]
    public void A_meter_that_moves_and_a_caret_that_blinks()
    {
        var levels = new MovingLevels();
        var field = new TextField("Prompt") { Text = "a bit warmer" };
        using var stage = new Stage(new Board().Put(new Meter("Output", levels), 0, 0, 30, 100).Put(field, 50, 0, 200, 30));
        stage.Click(new Point(100, 15));
        Animate(stage, levels);
        Bytes(() => Animate(stage, levels)).ShouldBe(0);
    }

    [Fact]
    public void A_list_scrolled_by_wheel_and_bar()
    {
        using var stage = new Stage(Gallery.Board(), 960, 640);
        var inList = new Point(100, 540);
        Scroll(stage, inList);
        Bytes(() => Scroll(stage, inList)).ShouldBe(0);
    }

    private static long Bytes(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Drag(Stage stage, Point at, int events)
    {
        stage.Press(at);
        for (int i = 0; i < events; i++)
        {
            Modifiers modifiers = i % 50 > 25 ? Modifiers.Shift : Modifiers.None;
            stage.Move(new Point(at.X, at.Y + (60 * Math.Sin(i * 0.1))), modifiers);
            stage.Frame();
        }

        stage.Release(at);
    }

    private static void Hover(Stage stage)
    {
        for (int i = 0; i < Events; i++)
        {
            stage.Move(new Point((i * 37) % 960, (i * 23) % 640));
            stage.Frame();
        }
    }

    private static void DrawAll(Stage stage)
    {
        for (int i = 0; i < 20; i++)
        {
            stage.Theme = i % 2 == 0 ? Theme.Light : Theme.Dark;
            stage.Frame();
        }
    }

    private static void Turn(Stage stage, Point at)
    {
        for (int i = 0; i < 10; i++)
        {
            stage.Wheel(at, 1);
            stage.Wheel(at, i % 2 == 0 ? -2 : 2);
            stage.Wait(0.6);
        }
    }

    private static void Animate(Stage stage, MovingLevels levels)
    {
        for (int i = 0; i < 200; i++)
        {
            levels.Db = -40 + (i % 44);
            stage.Frame();
        }
    }

    private static void Scroll(Stage stage, Point at)
    {
        for (int i = 0; i < 40; i++)
        {
            stage.Wheel(at, i < 20 ? -1 : 1);
            stage.Frame();
        }
    }

    private sealed class MovingLevels : IMeterLevels
    {
        public double Db { get; set; }

        public int Channels => 2;

        public double HighestDb => Db;

        public double LevelDb(int channel) => Db;
    }
}
