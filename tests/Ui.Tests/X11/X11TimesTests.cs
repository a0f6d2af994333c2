using System.Diagnostics;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.X11;
using Xunit.Abstractions;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Prints times, and holds nothing against them: the machine has other work.</summary>
[Collection(Alone.Name)]
public class X11TimesTests(Xvfb server, ITestOutputHelper output) : IClassFixture<Xvfb>
{
    private const int Frames = 400;

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void How_long_frames_and_opening_take_is_printed(bool mayShare)
    {
        server.SkipIfMissing();
        // What a window itself costs: a ground and a hundred labels stand for the editor's own drawing.
        var client = new RecordingClient { Drawing = Draw };
        double[] openings = [.. Enumerable.Range(0, 20).Select(_ => Time(
            () => OpenWindow.On(server, new QuietClient(), width: 1000, height: 600, mayShare: mayShare).Dispose()))];
        using X11Window window = OpenWindow.On(server, client, width: 1000, height: 600, mayShare: mayShare);
        window.For(20);
        output.WriteLine($"{(mayShare ? "shared memory" : "socket")}: open and close {Summary(openings)}");
        output.WriteLine($"whole frame, 1000 × 600: {Summary(Paint(window, new Rectangle(0, 0, 1000, 600)))}");
        output.WriteLine($"a knob, 60 × 80: {Summary(Paint(window, new Rectangle(100, 400, 60, 80)))}");
        output.WriteLine($"nothing to draw: {Summary([.. Enumerable.Range(0, Frames).Select(_ => Time(() => Idle(window)))])}");
    }

    private static double[] Paint(X11Window window, Rectangle area)
    {
        var times = new List<double>();
        while (times.Count < Frames)
        {
            window.HandleEvents();
            window.Invalidate(area);
            bool hasDrawn = false;
            double time = Time(() => hasDrawn = window.Paint());
            if (hasDrawn)
                times.Add(time);
            Thread.Sleep(1);
        }

        return [.. times];
    }

    private static void Idle(X11Window window)
    {
        window.HandleEvents();
        window.Paint();
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Summary(double[] milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return $"median {sorted[sorted.Length / 2]:0.000} ms, p99 {sorted[(int)(0.99 * (sorted.Length - 1))]:0.000} ms";
    }

    private static void Draw(ICanvas canvas, Rectangle dirty)
    {
        canvas.FillRectangle(dirty, Colour.FromRgb(0x121417));
        var style = new TextStyle(12, Colour.FromRgb(0xECE9E2));
        for (int i = 0; i < 100; i++)
            canvas.Text("330 Hz · −3.1 dB"u8, 10 + (100 * (i % 10)), 40 + (55 * (i / 10)), style);
    }
}
