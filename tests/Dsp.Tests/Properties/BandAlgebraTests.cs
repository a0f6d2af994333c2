namespace SemanticEq.Dsp.Tests.Properties;

/// <summary>How bands add up: boosts and cuts cancel, the order of bands does not matter, channels are what they are called.</summary>
public class BandAlgebraTests
{
    private const int Length = 3000;

    [Fact]
    public void A_boost_and_the_same_cut_after_it_are_nothing() => Prop.ForAll(Any.Settings(), setting =>
    {
        var there = Gains(setting);
        var back = there with
        {
            Decoder = [.. there.Decoder.Select(band => band with { GainDb = -band.GainDb })],
            Own = [.. there.Own.Select(band => band with { GainDb = -band.GainDb })],
        };
        double[][] x = Noise(1);
        double[][] played = Render.Still(there, x);
        double[][] returned = Render.Still(back, played);
        Render.Difference(x, returned).ShouldBeLessThan(1e-9 * Math.Max(1.0, Render.Peak(played)));
    }).Holds();

    [Fact]
    public void The_order_of_bands_on_both_channels_does_not_matter() =>
        Prop.ForAll(Any.Settings(channels: BandChannel.Stereo), setting =>
        {
            var turned = setting with { Own = [.. setting.Own.AsEnumerable().Reverse()] };
            double[][] x = Noise(1);
            Render.Rounding(x, Render.Still(setting, x), Render.Still(turned, x)).ShouldBeLessThan(1e-10);
        }).Holds();

    [Fact]
    public void Bands_one_after_the_other_multiply_their_magnitudes() =>
        Prop.ForAll(Any.Settings(lowestHz: 200.0, largestQ: 3.0, channels: BandChannel.Stereo), setting =>
        {
            const int Size = 1 << 15;
            var fft = new Fft(Size);
            double[] PowerOf(Setting part)
            {
                double[] power = new double[fft.BinCount];
                fft.Power(Render.Still(part, Signals.Impulse(Size))[0], power);
                return power;
            }

            double[] whole = PowerOf(setting);
            double[] product = PowerOf(setting with { Own = [] });
            foreach (var band in setting.Own)
                product = [.. product.Zip(PowerOf(new([], [band], BandChannel.Stereo)), (a, b) => a * b)];
            for (int k = 16; k < whole.Length; k += 37)
                whole[k].ShouldBe(product[k], 1e-6 * product[k] + 1e-12);
        }).Holds(cases: 25);

    [Theory]
    [InlineData(BandChannel.Stereo, BandChannel.Mid, BandChannel.Side)]
    [InlineData(BandChannel.Stereo, BandChannel.Left, BandChannel.Right)]
    public void Mono_is_the_left_of_two_equal_channels(params BandChannel[] channels) =>
        Prop.ForAll(Any.Settings(channels: channels), setting =>
        {
            double[] x = Signals.Noise(Length, 1);
            Render.Rounding([x], [Render.Still(setting, x, x)[0]], Render.Still(setting, x)).ShouldBeLessThan(Render.Exactness);
        }).Holds();

    [Fact]
    public void Equal_channels_stay_equal_and_have_no_side_to_filter() =>
        Prop.ForAll(Any.Settings(channels: [BandChannel.Stereo, BandChannel.Mid, BandChannel.Side]), setting =>
        {
            double[] x = Signals.Noise(Length, 1);
            double[][] played = Render.Still(setting, x, x);
            Render.Rounding([x], [played[0]], [played[1]]).ShouldBeLessThan(Render.Exactness);
            var withoutSide = setting with { Own = [.. setting.Own.Where(band => band.Channel != BandChannel.Side)] };
            Render.Rounding([x], Render.Still(withoutSide, x, x), played).ShouldBeLessThan(Render.Exactness);
        }).Holds();

    [Fact]
    public void Left_and_right_swapped_play_swapped() => Prop.ForAll(Any.Settings(), setting =>
    {
        BandChannel Swap(BandChannel channel) => channel switch
        {
            BandChannel.Left => BandChannel.Right,
            BandChannel.Right => BandChannel.Left,
            _ => channel,
        };
        var swapped = setting with
        {
            Mode = Swap(setting.Mode),
            Own = [.. setting.Own.Select(band => band with { Channel = Swap(band.Channel) })],
        };
        double[][] x = Noise(1);
        double[][] played = Render.Still(swapped, x[1], x[0]);
        Render.Rounding(x, Render.Still(setting, x), [played[1], played[0]]).ShouldBeLessThan(Render.Exactness);
    }).Holds();

    // Only what has a gain, all of it on both channels, where the order does not matter.
    private static Setting Gains(Setting setting) => new(
        setting.Decoder,
        [.. setting.Own.Where(band => band.Type is not (BandType.LowCut or BandType.HighCut or BandType.Notch))
            .Select(band => band with { Channel = BandChannel.Stereo })],
        BandChannel.Stereo);

    private static double[][] Noise(int seed) => [Signals.Noise(Length, seed), Signals.Noise(Length, seed + 100)];
}
