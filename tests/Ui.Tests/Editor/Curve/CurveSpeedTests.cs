using System.Diagnostics;
using SemanticEq.Ui.Canvas;
using Xunit.Abstractions;

namespace SemanticEq.Ui.Tests.Editor.Curve;

/// <summary>A frame allocates nothing, whatever moves. How long one takes is printed, not judged: other work goes on beside tests.</summary>
public class CurveSpeedTests(ITestOutputHelper output)
{
    private const int WarmUp = 100, Frames = 300;

    [Theory]
    [InlineData(640, 320)]
    [InlineData(1000, 600)]
    public void Playing_allocates_nothing(double width, double height) =>
        Count(stage => stage.Frame(), width: width, height: height);

    [Fact]
    public void Automation_of_every_band_allocates_nothing()
    {
        int at = 0;
        Count(stage =>
        {
            at++;
            for (int band = 0; band < 8; band++)
            {
                ((FakeControl)stage.Model.Trims[band].Gain).Automate(0.5 + (0.3 * Math.Sin((0.1 * at) + band)));
                ((FakeControl)stage.Model.Trims[band].Frequency).Automate(0.5 + (0.3 * Math.Cos((0.07 * at) + band)));
                ((FakeControl)stage.Model.OwnBands[band].On).Automate(band < 4 ? 1 : 0);
                ((FakeControl)stage.Model.OwnBands[band].Gain).Automate(0.5 + (0.2 * Math.Cos((0.05 * at) + band)));
            }

            stage.Frame();
        });
    }

    [Fact]
    public void Hovering_and_the_piano_allocate_nothing()
    {
        int at = 0;
        var model = new FakeEditorModel();
        (model.Settings.ShowPiano, model.Settings.PeakHold) = (true, true);
        Count(
            stage =>
            {
                at++;
                Rectangle area = stage.Area;
                stage.Stage.Move(new Point(
                    area.Centre.X + (0.45 * area.Width * Math.Sin(0.11 * at)), area.Centre.Y + (0.45 * area.Height * Math.Sin(0.073 * at))));
                stage.Frame();
            },
            model);
    }

    [Fact]
    public void Dragging_a_node_allocates_nothing()
    {
        int at = 0;
        Point from = default;
        Count(stage =>
        {
            if (at++ == 0)
            {
                from = stage.Node(3).Bounds.Centre;
                stage.Stage.Move(from);
                stage.Stage.Press(from);
            }

            stage.Stage.Move(new Point(from.X + (60 * Math.Sin(0.05 * at)), from.Y + (50 * Math.Sin(0.08 * at))));
            stage.Frame();
        });
    }

    private void Count(Action<CurveStage> frame, FakeEditorModel? model = null, double width = 640, double height = 320)
    {
        using var stage = new CurveStage(width, height, model: model);
        foreach (FakeControl control in stage.Model.Controls)
            control.IsNoting = false;
        for (int i = 0; i < WarmUp; i++)
            frame(stage);
        double[] times = new double[Frames];
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Frames; i++)
        {
            long start = Stopwatch.GetTimestamp();
            frame(stage);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        double mean = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Frames;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        output.WriteLine($"{width} × {height}: {mean:F2} ms of processor time a frame; 10 % {times[Frames / 10]:F2} ms, median {times[Frames / 2]:F2} ms, 99 % {times[Frames * 99 / 100]:F2} ms");
        allocated.ShouldBe(0);
    }
}
