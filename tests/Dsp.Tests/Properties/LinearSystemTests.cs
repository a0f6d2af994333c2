namespace SemanticEq.Dsp.Tests.Properties;

/// <summary>A still equaliser is a linear, time-invariant, stable system, for any setting.</summary>
public class LinearSystemTests
{
    private const int Length = 3000;

    // −300 dB.
    private const double FaintestPeak = 1e-15;

    [Fact]
    public void It_is_linear() => Prop.ForAll(Any.Settings(), setting =>
    {
        double[][] x = Noise(1), y = Noise(2);
        double[][] sum = [.. x.Zip(y, (p, q) => (double[])[.. p.Zip(q, (a, b) => 0.7 * a - 1.9 * b)])];
        double[][] playedX = Render.Still(setting, x), playedY = Render.Still(setting, y);
        double[][] expected = [.. playedX.Zip(playedY, (p, q) => (double[])[.. p.Zip(q, (a, b) => 0.7 * a - 1.9 * b)])];
        Render.Rounding(sum, expected, Render.Still(setting, sum)).ShouldBeLessThan(Render.Exactness);
    }).Holds();

    [Fact]
    public void In_single_precision_it_is_linear_within_three_renders_millionths() => Prop.ForAll(Any.Settings(), setting =>
    {
        double[][] x = Noise(1), y = Noise(2);
        double[][] sum = [.. x.Zip(y, (p, q) => (double[])[.. p.Zip(q, (a, b) => (double)(float)a - (float)b)])];
        float[][] playedX = Render.StillSingle(setting, x), playedY = Render.StillSingle(setting, y);
        double[][] expected = [.. playedX.Zip(playedY, (p, q) => (double[])[.. p.Zip(q, (a, b) => (double)a - b)])];
        double[][] played = Render.Exact(Render.StillSingle(setting, sum));
        // Steep cuts on both sides may leave less than the 1e-20 at which a state is let go.
        if (Render.Peak(expected) > FaintestPeak)
            Render.Difference(expected, played).ShouldBeLessThan(3e-6);
    }).Holds();

    [Fact]
    public void Single_precision_stays_within_minus_120_dB_of_double() =>
        Prop.ForAll(Any.Settings(lowestHz: 10.0, largestGainDb: 30.0, largestQ: 40.0), setting =>
        {
            double[][] x = Render.Exact([.. Noise(1).Select(channel => (float[])[.. channel.Select(s => (float)s)])]);
            Render.Difference(Render.Still(setting, x), Render.Exact(Render.StillSingle(setting, x))).ShouldBeLessThan(1e-6);
        }).Holds(cases: 300, isRepeatable: true);

    [Theory]
    [InlineData(1024.0)]
    [InlineData(1.0 / 1024.0)]
    [InlineData(-1.0)]
    public void A_power_of_two_scales_the_output_to_the_last_bit(double factor) => Prop.ForAll(Any.Settings(), any =>
    {
        // Cuts may leave less than the 1e-20 at which a state is let go.
        var setting = any with { Own = [.. any.Own.Where(band => band.Type is not (BandType.LowCut or BandType.HighCut))] };
        double[][] x = Noise(1);
        double[][] scaled = [.. x.Select(channel => (double[])[.. channel.Select(s => factor * s)])];
        double[][] expected = [.. Render.Still(setting, x).Select(channel => (double[])[.. channel.Select(s => factor * s)])];
        double[][] played = Render.Still(setting, scaled);
        played[0].AsSpan().SequenceEqual(expected[0]).ShouldBeTrue();
        played[1].AsSpan().SequenceEqual(expected[1]).ShouldBeTrue();
    }).Holds();

    [Fact]
    public void A_later_sound_sounds_the_same_later() => Prop.ForAll(Any.Settings(), Arb.From(Gen.Choose(1, 700)), (setting, delay) =>
    {
        double[][] x = Noise(1);
        double[][] later = [.. x.Select(channel => (double[])[.. new double[delay], .. channel])];
        double[][] played = [.. Render.Still(setting, later).Select(channel => channel[delay..])];
        Render.Rounding(x, Render.Still(setting, x), played).ShouldBeLessThan(Render.Exactness);
    }).Holds();

    [Fact]
    public void What_it_was_struck_by_dies_away() => Prop.ForAll(Any.Settings(lowestHz: 100.0), setting =>
    {
        // The slowest, 100 Hz with a section Q of some 26, falls by 24 nepers in 2 s.
        double[] impulse = Signals.Impulse(2 * 48000);
        double[][] played = Render.Still(setting, impulse, [.. impulse.Select(x => -0.3 * x)]);
        foreach (double[] channel in played)
        {
            channel.ShouldAllBe(x => double.IsFinite(x));
            channel[^4800..].Max(Math.Abs).ShouldBeLessThan(1e-6 * (channel.Max(Math.Abs) + 1e-300));
        }
    }).Holds(cases: 40);

    [Fact]
    public void Any_cutting_of_blocks_gives_the_same_samples_to_the_last_bit() =>
        Prop.ForAll(Any.Settings(), Any.Settings(), Any.Cuts(), (first, second, cuts) =>
        {
            Setting[] settings = [first, second, first];
            int[] places = [700, 1300];
            Same(settings, places, cuts, Noise(1));
            Same(settings, places, cuts, [.. Noise(1).Select(channel => (float[])[.. channel.Select(x => (float)x)])]);
            Same(settings, places, cuts, Noise(1)[0]);
        }).Holds();

    private static void Same<T>(Setting[] settings, int[] places, int[] cuts, params T[][] channels)
        where T : unmanaged, IEquatable<T>
    {
        T[][] whole = Render.Moving(settings, places, [Length], skipWhenStill: false, channels);
        T[][] cut = Render.Moving(settings, places, cuts, skipWhenStill: true, channels);
        for (int channel = 0; channel < channels.Length; channel++)
            cut[channel].AsSpan().SequenceEqual(whole[channel]).ShouldBeTrue($"channel {channel}, {typeof(T).Name}");
    }

    private static double[][] Noise(int seed) => [Signals.Noise(Length, seed), Signals.Noise(Length, seed + 100)];
}
