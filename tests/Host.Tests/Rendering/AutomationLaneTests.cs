using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Tests.Rendering;

public class AutomationLaneTests
{
    private const int Length = 300;

    [Fact]
    public void Read_as_straight_lines_the_queues_give_each_value_from_its_very_sample_on() =>
        Prop.ForAll<(ushort At, byte Value)[], byte[]>((steps, blocks) =>
        {
            var lane = new AutomationLane(1, 0.5, steps.Select(step => ((long)(step.At % Length), step.Value / 255.0)));
            double[] expected = Expected(steps);
            int[] lengths = [.. blocks.Select(b => 1 + (b % 70))];
            double[] played = Play(lane, lengths);
            for (int i = 0; i < Length; i++)
                played[i].ShouldBe(expected[i], 1e-12, $"sample {i}, steps {string.Join(' ', steps)}, blocks {string.Join(' ', lengths)}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_step_on_a_blocks_first_sample_needs_one_point_and_any_other_two()
    {
        using var changes = new ParameterChangeList();
        var lane = new AutomationLane(1, 0.2, [(64, 0.6), (100, 0.9)]);
        lane.Fill(changes, 0, 64);
        changes.Count.ShouldBe(0);
        lane.Fill(changes, 64, 64);
        Points(changes).ShouldBe([(0, 0.6), (35, 0.6), (36, 0.9)]);
    }

    [Fact]
    public void Steps_at_the_start_are_the_initial_value()
    {
        new AutomationLane(1, 0.2, [(0, 0.7), (10, 0.1)]).Initial.ShouldBe(0.7);
        new AutomationLane(1, 0.2, [(10, 0.1)]).Initial.ShouldBe(0.2);
    }

    private static double[] Expected((ushort At, byte Value)[] steps)
    {
        double[] values = new double[Length];
        Array.Fill(values, 0.5);
        foreach (var (at, value) in steps.OrderBy(step => step.At % Length))
            Array.Fill(values, value / 255.0, at % Length, Length - (at % Length));
        return values;
    }

    // As a plug-in reads it by the specification: lines from the last block's end, level after the last point.
    private static double[] Play(AutomationLane lane, int[] lengths)
    {
        using var changes = new ParameterChangeList();
        double[] played = new double[Length];
        double last = lane.Initial;
        for (int start = 0, b = 0; start < Length; b++)
        {
            int samples = Math.Min(lengths.Length == 0 ? 64 : lengths[b % lengths.Length], Length - start);
            changes.Clear();
            lane.Fill(changes, start, samples);
            var points = Points(changes).Prepend((-1, last)).ToList();
            for (int i = 0; i < samples; i++)
            {
                int right = points.FindIndex(point => point.Item1 >= i);
                if (right <= 0)
                    played[start + i] = points[^1].Item2;
                else
                {
                    var ((x0, y0), (x1, y1)) = (points[right - 1], points[right]);
                    played[start + i] = y0 + ((y1 - y0) * (i - x0) / (x1 - x0));
                }
            }
            last = points[^1].Item2;
            start += samples;
        }
        return played;
    }

    private static List<(int, double)> Points(ParameterChangeList changes)
    {
        var points = new List<(int, double)>();
        for (int q = 0; q < changes.Count; q++)
        {
            for (int p = 0; p < changes[q].Count; p++)
                points.Add(changes[q][p]);
        }
        return points;
    }
}
