using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Tests;

public class PlotTests
{
    [Fact]
    public void Decades_are_equal_distances()
    {
        var axis = new FrequencyAxis(100, 1000);
        axis.X(20).ShouldBe(100, 1e-9);
        axis.X(200).ShouldBe(400, 1e-9);
        axis.X(2000).ShouldBe(700, 1e-9);
        axis.X(20_000).ShouldBe(1000, 1e-9);
    }

    [Fact]
    public void Places_and_values_go_both_ways()
    {
        var frequencies = new FrequencyAxis(52, 1046);
        var levels = new LevelAxis(13.2, 126, -13.2, 444);
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), n =>
        {
            double t = n / 100_000.0, x = 52 + (t * 994), y = 126 + (t * 318);
            frequencies.X(frequencies.FrequencyHz(x)).ShouldBe(x, 1e-9);
            levels.Y(levels.LevelDb(y)).ShouldBe(y, 1e-9);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Each_tick_has_a_label_and_no_other_frequency_has()
    {
        foreach (double tick in FrequencyAxis.TicksHz)
            FrequencyAxis.Label(tick).IsEmpty.ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => FrequencyAxis.Label(300).Length);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(6, 6)]
    [InlineData(6.01, 12)]
    [InlineData(12.5, 18)]
    [InlineData(20, 24)]
    [InlineData(30, 36)]
    [InlineData(1000, 48)]
    public void The_gain_range_is_the_narrowest_that_holds_the_curve(double greatestDb, double limitDb)
    {
        GainRange range = GainRange.Holding(greatestDb);
        range.LimitDb.ShouldBe(limitDb);
        (range.LimitDb % range.StepDb).ShouldBe(0, "0 dB must be a grid line");
        LevelAxis axis = range.Axis(0, 100);
        axis.Y(limitDb).ShouldBeInRange(1, 10);
        axis.Y(-limitDb).ShouldBeInRange(90, 99);
        axis.Y(0).ShouldBe(50, 1e-9);
    }

    [Fact]
    public void Infinite_levels_have_a_finite_place_beyond_the_axis()
    {
        var axis = new LevelAxis(6, 100, -6, 200);
        axis.Y(double.PositiveInfinity).ShouldBe(-900);
        axis.Y(double.NegativeInfinity).ShouldBe(1100);
    }

    [Fact]
    public void A_spectrum_fills_its_range()
    {
        SpectrumRange range = SpectrumRange.Holding(Ramp(-20, -65), Ramp(-22, -70)).ShouldNotBeNull();
        range.TopDb.ShouldBeInRange(-20, -16);
        range.BottomDb.ShouldBeInRange(-74, -64);
        (range.TopLabelDb % SpectrumRange.StepDb).ShouldBe(0);
        range.TopLabelDb.ShouldBeInRange(range.BottomDb, range.TopDb);
    }

    [Fact]
    public void A_flat_spectrum_is_not_blown_up_and_a_deep_one_not_squeezed()
    {
        SpectrumRange.Holding(Ramp(-40, -40), null).ShouldNotBeNull().SpanDb.ShouldBe(36);
        SpectrumRange.Holding(Ramp(0, -200), null).ShouldNotBeNull().SpanDb.ShouldBe(72);
    }

    [Fact]
    public void Silence_and_gaps_have_no_range()
    {
        SpectrumRange.Holding(null, null).ShouldBeNull();
        SpectrumRange.Holding(FrequencyTrace.Empty, null).ShouldBeNull();
        SpectrumRange.Holding(Ramp(double.NegativeInfinity, double.NegativeInfinity), Ramp(double.NaN, double.NaN)).ShouldBeNull();
    }

    [Fact]
    public void A_trace_reads_between_its_points_over_log_frequency()
    {
        var trace = new FrequencyTrace(new double[] { 100, 400, 800 }, new[] { 0.0, 6.0, double.NaN });
        trace.LevelDbAt(100).ShouldBe(0);
        trace.LevelDbAt(200).ShouldBe(3, 1e-9);
        trace.LevelDbAt(400).ShouldBe(6);
        trace.LevelDbAt(600).ShouldBe(double.NaN);
        trace.LevelDbAt(99).ShouldBe(double.NaN);
        trace.LevelDbAt(801).ShouldBe(double.NaN);
        trace.LevelDbAt(double.NaN).ShouldBe(double.NaN);
        FrequencyTrace.Empty.LevelDbAt(100).ShouldBe(double.NaN);
    }

    [Fact]
    public void A_trace_that_contradicts_itself_is_refused()
    {
        Should.Throw<ArgumentException>(() => new FrequencyTrace(new double[] { 20, 40 }, new double[] { 1 }))
            .Message.ShouldContain("1 levels for 2 frequencies");
        Should.Throw<ArgumentException>(() => new FrequencyTrace(new double[] { 20, 40, 40 }, new double[3]))
            .Message.ShouldContain("number 2 is 40 Hz");
        Should.Throw<ArgumentException>(() => new FrequencyTrace(new[] { 20, double.NaN }, new double[2]));
    }

    [Fact]
    public void Nodes_apart_stay_home_and_nodes_together_part()
    {
        var bounds = new Rectangle(0, 0, 400, 200);
        Point[] apart = [new(50, 100), new(90, 80)];
        NodePlacement.Place(apart, 8, bounds).ShouldBe(apart);

        Point[] together = [.. Enumerable.Repeat(new Point(200, 100), 8)];
        AssertApart(NodePlacement.Place(together, 8, bounds), 8, bounds);
    }

    [Fact]
    public void Sixteen_nodes_anywhere_never_hide_one_another()
    {
        var bounds = new Rectangle(50, 100, 1000, 340);
        Gen<Point> point = from x in Gen.Choose(0, 1100) from y in Gen.Choose(0, 500) select new Point(x, y);
        Prop.ForAll(point.ArrayOf(16).ToArbitrary(), anchors =>
            AssertApart(NodePlacement.Place(anchors, NodeBadge.Radius, bounds), NodeBadge.Radius, bounds))
            .QuickCheckThrowOnFailure();
    }

    private static void AssertApart(Point[] nodes, double radius, Rectangle bounds)
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            bounds.Contains(new Rectangle(nodes[i].X - radius, nodes[i].Y - radius, 2 * radius, 2 * radius))
                .ShouldBeTrue($"{nodes[i]} leaves the plot");
            for (int j = 0; j < i; j++)
                Math.Sqrt(Math.Pow(nodes[i].X - nodes[j].X, 2) + Math.Pow(nodes[i].Y - nodes[j].Y, 2))
                    .ShouldBeGreaterThan(2 * radius, $"{nodes[i]} hides {nodes[j]}");
        }
    }

    private static FrequencyTrace Ramp(double fromDb, double toDb)
    {
        double[] hz = SamplePicture.LogGrid(100);
        return new FrequencyTrace(hz, Enumerable.Range(0, 100)
            .Select(i => fromDb == toDb ? fromDb : fromDb + ((toDb - fromDb) * i / 99)).ToArray());
    }
}
