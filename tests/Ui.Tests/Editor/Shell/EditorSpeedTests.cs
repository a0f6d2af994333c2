using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;
using Xunit.Abstractions;

namespace SemanticEq.Ui.Tests.Editor.Shell;

/// <summary>What a frame of the whole editor costs. Times are of the thread, told and not judged: this machine may be busy.</summary>
public class EditorSpeedTests(ITestOutputHelper output)
{
    private const int WarmUp = 120;
    private const int Frames = 500;

    private static readonly Size Size = new(1000, 600);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_frame_with_a_moving_spectrum_allocates_nothing(double scale) => Count("spectrum and meters", scale, (model, window, i) =>
    {
        model.Tick(i / 60.0);
        window.Scene.Tick(i / 60.0);
    });

    [Fact]
    public void A_whole_frame_allocates_nothing() => Count("whole frame", 1, (model, window, i) =>
    {
        model.Tick(i / 60.0);
        window.Scene.Tick(i / 60.0);
        window.Invalidate(new Rectangle(0, 0, Size.Width, Size.Height));
    });

    [Fact]
    public void Dragging_a_macro_and_hovering_allocate_nothing() => Count("macro dragged", 1, (model, window, i) =>
    {
        double y = 480 + (20 * Math.Sin(i / 10.0));
        PointerAction action = i == 0 ? PointerAction.Pressed : PointerAction.Moved;
        window.Scene.Pointer(new PointerEvent(action, new Point(60, y), i == 0 ? PointerButton.Primary : PointerButton.None, Clicks: i == 0 ? 1 : 0));
        model.Tick(i / 60.0);
        window.Scene.Tick(i / 60.0);
    });

    [Fact]
    public void The_pointer_going_over_everything_allocates_nothing() => Count("pointer moving", 1, (model, window, i) =>
    {
        var at = new Point(10 + (i * 37 % 980), 10 + (i * 23 % 580));
        window.Scene.Pointer(new PointerEvent(PointerAction.Moved, at));
        window.Scene.Tick(i / 60.0);
    });

    [Fact]
    public void Nothing_is_drawn_while_nothing_moves()
    {
        var model = new FakeEditorModel();
        using var window = new AreaWindow(new EditorView(model), Size);
        Frame(0).ShouldBeTrue();
        for (int i = 1; i < 10; i++)
            _ = Frame(i);
        for (int i = 10; i < 200; i++)
            Frame(i).ShouldBeFalse($"frame {i} drew {window.Drawn} pixels");

        bool Frame(int i)
        {
            window.Scene.Tick(i / 60.0);
            return window.Paint();
        }
    }

    private void Count(string name, double scale, Action<FakeEditorModel, AreaWindow, int> frame)
    {
        var model = new FakeEditorModel();
        foreach (FakeControl control in model.Controls)
            control.IsNoting = false;
        using var window = new AreaWindow(new EditorView(model), Size, scale);
        for (int i = 0; i < WarmUp; i++)
        {
            Draw(i);
            _ = ThreadClock.Milliseconds;
        }

        double[] times = new double[Frames];
        long pixels = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Frames; i++)
        {
            double start = ThreadClock.Milliseconds;
            Draw(WarmUp + i);
            times[i] = ThreadClock.Milliseconds - start;
            pixels += window.Drawn;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        output.WriteLine(
            $"{name}, {Size.Width} × {Size.Height} at {scale}: median {times[Frames / 2]:F2} ms, "
            + $"99 % {times[Frames * 99 / 100]:F2} ms, {pixels / Frames} pixels a frame");
        allocated.ShouldBe(0);

        void Draw(int i)
        {
            frame(model, window, i);
            window.Paint();
        }
    }
}
