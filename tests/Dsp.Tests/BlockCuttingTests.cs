namespace SemanticEq.Dsp.Tests;

/// <summary>What is heard depends on the samples and the sample clock alone: any cutting into calls gives the same bits.</summary>
public class BlockCuttingTests
{
    private const int Length = 8000;

    [Theory]
    [InlineData(typeof(float), true)]
    [InlineData(typeof(float), false)]
    [InlineData(typeof(double), true)]
    [InlineData(typeof(double), false)]
    public void Any_cutting_of_blocks_gives_the_same_samples_to_the_last_bit(Type precision, bool isStereo) => ForSeeds(20, seed =>
    {
        if (precision == typeof(float))
            CutAnywhere(seed, isStereo, x => (float)x);
        else
            CutAnywhere(seed, isStereo, x => x);
    });

    [Theory]
    [InlineData(typeof(float))]
    [InlineData(typeof(double))]
    public void Time_cut_between_silence_and_sound_gives_the_same_samples(Type precision) => ForSeeds(20, seed =>
    {
        if (precision == typeof(float))
            CutAnywhere(seed, true, x => Math.Abs(x) < 0.499 ? 0.0f : (float)x);
        else
            CutAnywhere(seed, true, x => Math.Abs(x) < 0.499 ? -0.0 : x);
    });

    [Theory]
    [InlineData(typeof(float))]
    [InlineData(typeof(double))]
    public void While_still_one_call_of_any_length_equals_many_segments(Type precision)
    {
        if (precision == typeof(float))
            OneCall(Signals.Single(Signals.Noise(9999, 5)));
        else
            OneCall(Signals.Noise(9999, 5));

        static void OneCall<T>(T[] many)
        {
            var targets = EngineDriver.Random(new Random(3));
            T[] once = [.. many];
            var equaliser = new Equaliser();
            equaliser.Snap(targets);
            EngineDriver.Run(equaliser, many, [], _ => targets, () => 333);
            equaliser.Snap(targets);
            equaliser.Reset();
            EngineDriver.Process<T>(equaliser, once, default);
            once.ShouldBe(many);
        }
    }

    [Fact]
    public void A_glide_goes_on_by_itself_when_no_segment_is_begun()
    {
        var goal = EngineDriver.Random(new Random(8));
        var led = Signals.Noise(9999, 5);
        double[] alone = [.. led];
        var equaliser = new Equaliser();
        EngineDriver.Run(equaliser, led, [], _ => goal, () => 100);
        equaliser.Prepare(48000.0);
        equaliser.BeginSegment(goal);
        equaliser.Process(alone, default);
        alone.ShouldBe(led);
    }

    [Fact]
    public void A_segment_begun_twice_is_begun_once()
    {
        var random = new Random(12);
        EqualiserTargets[] plan = [.. Enumerable.Range(0, 4).Select(_ => EngineDriver.Random(random))];
        plan[2].DecoderChannel = BandChannel.Side;
        double[] once = Play(1), twice = Play(2);
        twice.ShouldBe(once);

        double[] Play(int times)
        {
            var equaliser = new Equaliser();
            double[] signal = Signals.Noise(Length, 5);
            for (int at = 0; at < Length; at += Equaliser.SegmentSamples)
            {
                for (int i = 0; i < times; i++)
                    equaliser.BeginSegment(plan[at / 1000 % plan.Length]);
                equaliser.Process(signal.AsSpan(at, Math.Min(Equaliser.SegmentSamples, Length - at)), default);
            }

            return signal;
        }
    }

    private static void CutAnywhere<T>(int seed, bool isStereo, Func<double, T> sample)
    {
        var random = new Random(seed);
        EqualiserTargets[] plan = [.. Enumerable.Range(0, 6).Select(_ => EngineDriver.Random(random))];
        foreach (var targets in plan)
            targets.DecoderChannel = (BandChannel)random.Next(5);
        int[] changes = [.. Enumerable.Range(0, 5).Select(_ => random.Next(Length))];
        EqualiserTargets At(int at) => plan[changes.Count(c => c <= at)];
        double sampleRate = new[] { 44100.0, 48000.0, 96000.0 }[random.Next(3)];

        (T[] Left, T[] Right) Render(Func<int> blockLength, bool skip)
        {
            var equaliser = new Equaliser();
            equaliser.Prepare(sampleRate);
            equaliser.Snap(plan[0]);
            T[] left = [.. Signals.Noise(Length, seed).Select(sample)];
            T[] right = isStereo ? [.. Signals.Noise(Length, seed + 1).Select(sample)] : [];
            EngineDriver.Run(equaliser, left, right, At, blockLength, skip);
            return (left, right);
        }

        var whole = Render(() => Length, false);
        foreach (var cut in new[] { Render(() => random.Next(1, 300), true), Render(() => 1, false), Render(() => random.Next(1, 9), true) })
        {
            Bits(cut.Left).ShouldBe(Bits(whole.Left));
            Bits(cut.Right).ShouldBe(Bits(whole.Right));
        }

        whole.Left.Concat(whole.Right).ShouldAllBe(x => double.IsFinite(Convert.ToDouble(x)));
    }

    private static long[] Bits<T>(T[] samples) => [.. samples.Select(x => x is float single
        ? BitConverter.SingleToInt32Bits(single)
        : BitConverter.DoubleToInt64Bits((double)(object)x!))];

    private static void ForSeeds(int cases, Action<int> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Arb.From(Gen.Choose(0, 1 << 30)), holds));
}
