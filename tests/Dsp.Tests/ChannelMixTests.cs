namespace SemanticEq.Dsp.Tests;

public class ChannelMixTests
{
    private const int Length = 4800;

    [Fact]
    public void Left_leaves_the_right_channel_as_it_is_to_the_bit()
    {
        var (left, right) = Noise();
        double[] before = [.. right];
        double[] stereo = Run(BandChannel.Stereo, [.. left], [.. right]).Left;

        var played = Run(BandChannel.Left, left, right);

        played.Right.ShouldBe(before);
        Worst(played.Left, stereo).ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData(BandChannel.Mid, 1.0)]
    [InlineData(BandChannel.Side, -1.0)]
    public void Mid_and_side_leave_each_other_alone(BandChannel channel, double sign)
    {
        var (left, right) = Noise();
        double[] other = [.. left.Zip(right, (l, r) => l - (sign * r))];
        double[] part = [.. left.Zip(right, (l, r) => l + (sign * r))];
        double[] filtered = Run(BandChannel.Stereo, [.. part], []).Left;

        var played = Run(channel, left, right);

        Worst([.. played.Left.Zip(played.Right, (l, r) => l - (sign * r))], other).ShouldBeLessThan(1e-12);
        Worst([.. played.Left.Zip(played.Right, (l, r) => l + (sign * r))], filtered).ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData(BandChannel.Mid, true)]
    [InlineData(BandChannel.Left, true)]
    [InlineData(BandChannel.Side, false)]
    [InlineData(BandChannel.Right, false)]
    public void In_mono_mid_and_left_play_and_side_and_right_do_not(BandChannel channel, bool plays)
    {
        var (left, _) = Noise();
        double[] dry = [.. left];
        double[] stereo = Run(BandChannel.Stereo, [.. left], []).Left;

        double[] played = Run(channel, left, []).Left;

        Worst(played, plays ? stereo : dry).ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void Going_from_mode_to_mode_moves_the_output_of_a_slow_sine_smoothly()
    {
        double[] left = [.. Enumerable.Range(0, 48000).Select(i => Math.Sin(2 * Math.PI * 100 * i / 48000))];
        double[] right = [.. left.Select(value => -0.5 * value)];
        BandChannel[] modes = [BandChannel.Stereo, BandChannel.Mid, BandChannel.Side, BandChannel.Left, BandChannel.Right];
        EqualiserTargets[] targets = [.. modes.Select(Targets)];
        var equaliser = new Equaliser();
        equaliser.Snap(targets[0]);

        EngineDriver.Run(equaliser, left, right, at => targets[at / 6000 % modes.Length], () => 480);

        // From 2,000 samples on: the sine itself starts with a corner. Second differences: a sine of 100 Hz has 1.7e-4 of its peak; a step of 1 % would show 1e-2.
        for (int i = 2000; i < left.Length; i++)
            Math.Abs(left[i] - (2 * left[i - 1]) + left[i - 2]).ShouldBeLessThan(2e-3, $"sample {i}");
    }

    private static (double[] Left, double[] Right) Run(BandChannel channel, double[] left, double[] right)
    {
        var targets = Targets(channel);
        var equaliser = new Equaliser();
        equaliser.Snap(targets);
        EngineDriver.Run(equaliser, left, right, _ => targets, () => 100);
        return (left, right);
    }

    private static EqualiserTargets Targets(BandChannel channel)
    {
        var targets = EngineDriver.Targets(
            new Band(BandType.LowShelf, 200, 9, 0.7), new Band(BandType.Bell, 1000, -7, 2), new Band(BandType.Bell, 3000, 6, 1));
        targets.DecoderChannel = channel;
        return targets;
    }

    private static (double[] Left, double[] Right) Noise()
    {
        var random = new Random(11);
        return ([.. Enumerable.Range(0, Length).Select(_ => random.NextDouble() - 0.5)],
            [.. Enumerable.Range(0, Length).Select(_ => random.NextDouble() - 0.5)]);
    }

    private static double Worst(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
