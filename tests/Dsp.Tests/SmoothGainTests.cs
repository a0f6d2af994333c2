namespace SemanticEq.Dsp.Tests;

public class SmoothGainTests
{
    private const int Segment = Equaliser.SegmentSamples;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(40)]
    public void It_arrives_exactly_and_on_time(int length)
    {
        var gain = New(length, 1.0);
        gain.Aim(0.1);
        int segments = 0;
        for (; gain.IsMoving; segments++)
        {
            gain.BeginSegment();
            gain.EndSegment();
        }

        segments.ShouldBe(2 * length);
        gain.Value.ShouldBe(0.1, 1e-9);
        gain.At(0).ShouldBe(gain.Value);
        gain.At(Segment).ShouldBe(gain.Value);
        gain.Aim(1.0);
        gain.Finish();
        gain.At(17).ShouldBe(1.0);
    }

    [Fact]
    public void Its_slope_has_no_corner_and_its_way_no_turn()
    {
        double[] way = Way(New(4, 0.0), 1.0, 12);
        double steepest = 0.0;
        double sharpest = 0.0;
        for (int i = 2; i < way.Length; i++)
        {
            (way[i] - way[i - 1]).ShouldBeGreaterThanOrEqualTo(-1e-15);
            steepest = Math.Max(steepest, way[i] - way[i - 1]);
            sharpest = Math.Max(sharpest, Math.Abs(way[i] - (2 * way[i - 1]) + way[i - 2]));
        }

        // A straight way of 7 segments would bend by its whole slope at both ends, 1 / 448; a spline bends by what its second
        // differences give, 1 / (4 · 4 · 64 · 64), and nowhere more.
        sharpest.ShouldBe(1.0 / (4 * 4 * Segment * Segment), 1e-7);
        steepest.ShouldBeLessThan(1.01 / (4 * Segment));
    }

    [Fact]
    public void Single_precision_follows_double()
    {
        double[] expected = Way(New(3, 0.2), -0.7, 10);
        var gain = New(3, 0.2);
        gain.Aim(-0.7);
        float[] single = new float[Segment];
        for (int segment = 0; segment < 10; segment++)
        {
            gain.BeginSegment();
            gain.Fill<float>(single, 0);
            for (int i = 0; i < Segment; i++)
                ((double)single[i]).ShouldBe(expected[(segment * Segment) + i], 2e-7);
        }
    }

    [Fact]
    public void Runs_cut_anywhere_are_equal_to_the_bit()
    {
        Cut<float>();
        Cut<double>();
    }

    private static void Cut<T>() where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var gain = New(2, 0.9);
        gain.Aim(0.1);
        gain.BeginSegment();
        gain.BeginSegment();
        var whole = new T[Segment];
        gain.Fill<T>(whole, 0);
        for (int cut = 0; cut <= Segment; cut++)
        {
            var parts = new T[Segment];
            gain.Fill(parts.AsSpan(0, cut), 0);
            gain.Fill(parts.AsSpan(cut), cut);
            parts.ShouldBe(whole);
        }
    }

    private static SmoothGain New(int length, double gain)
    {
        var smooth = new SmoothGain();
        smooth.Prepare(length);
        smooth.Snap(gain);
        return smooth;
    }

    private static double[] Way(SmoothGain gain, double target, int segments)
    {
        double[] way = new double[segments * Segment];
        gain.Aim(target);
        for (int segment = 0; segment < segments; segment++)
        {
            gain.BeginSegment();
            gain.Fill(way.AsSpan(segment * Segment, Segment), 0);
            gain.EndSegment();
        }

        return way;
    }
}
