namespace SemanticEq.Dsp.Tests;

/// <summary>What the equaliser remembers of what it heard, in both precisions: nothing that it should not.</summary>
public class EqualiserStateTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_Prepare_it_is_as_new(bool isSingle)
    {
        var random = new Random(4);
        var used = new Equaliser();
        for (int round = 0; round < 4; round++)
        {
            var goal = EngineDriver.Random(random);
            Render(used, isSingle, EngineDriver.Random(random), goal);
            used.Prepare(44100.0);
            var fresh = new Equaliser();
            fresh.Prepare(44100.0);
            var start = EngineDriver.Random(random);
            Render(used, isSingle, start, goal).ShouldBe(Render(fresh, isSingle, start, goal));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_NaN_at_any_place_is_reported_and_Reset_leaves_nothing_of_it(bool isSingle)
    {
        foreach (int place in new[] { 0, 1, 31, 63 })
        {
            var targets = EngineDriver.Random(new Random(6));
            targets.DecoderGainDb.Fill(3.0);
            var equaliser = new Equaliser();
            equaliser.Snap(targets);
            double[] bad = Signals.Noise(64, 1);
            bad[place] = place % 2 == 0 ? double.NaN : double.PositiveInfinity;
            Play(equaliser, isSingle, bad, [.. bad]);
            equaliser.StatesAreFinite.ShouldBeFalse();
            equaliser.Reset();
            equaliser.StatesAreFinite.ShouldBeTrue();
            var fresh = new Equaliser();
            fresh.Snap(targets);
            Play(equaliser, isSingle, Signals.Noise(640, 2), Signals.Noise(640, 3))
                .ShouldBe(Play(fresh, isSingle, Signals.Noise(640, 2), Signals.Noise(640, 3)));
        }
    }

    [Fact]
    public void Going_from_one_precision_to_the_other_goes_on_with_the_same_sound()
    {
        var targets = EngineDriver.Random(new Random(7), 9.0);
        var whole = new Equaliser();
        whole.Snap(targets);
        double[] signal = Signals.Noise(8000, 1);
        double[] expected = Play(whole, false, signal, signal);
        var turning = new Equaliser();
        turning.Snap(targets);
        var got = new List<double>();
        for (int at = 0; at < signal.Length; at += 400)
        {
            double[] part = signal[at..(at + 400)];
            got.AddRange(Play(turning, at % 800 == 0, part, part)[..400]);
        }

        double peak = expected.Max(Math.Abs);
        got.Zip(expected, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(3e-6 * peak);
    }

    [Fact]
    public void Nothing_is_allocated_in_single_precision()
    {
        var random = new Random(1);
        var equaliser = new Equaliser();
        EqualiserTargets[] plan = [.. Enumerable.Range(0, 4).Select(_ => EngineDriver.Random(random))];
        var left = new float[Equaliser.SegmentSamples];
        var right = new float[Equaliser.SegmentSamples];
        void Play(int segments)
        {
            for (int i = 0; i < segments; i++)
            {
                plan[i / 40 % plan.Length].DecoderChannel = (BandChannel)(i / 40 % 5);
                equaliser.BeginSegment(plan[i / 40 % plan.Length]);
                left.AsSpan().Fill(0.1f);
                equaliser.Process(left, right);
                if (!equaliser.StatesAreFinite)
                    equaliser.Reset();
            }
        }

        Play(500);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(5000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void States_fall_exactly_silent_in_single_precision()
    {
        var equaliser = new Equaliser();
        var targets = EngineDriver.Targets(new Band(BandType.LowShelf, 100.0, 6.0, 0.7), new Band(BandType.Bell, 300.0, -6.0, 1.0));
        equaliser.Snap(targets);
        foreach (double level in new[] { 1e10, 1e-30, 1.0 })
        {
            float[] signal = Signals.Single([.. Signals.Noise(1600, 1, level), .. new double[96000]]);
            equaliser.Process(signal, default);
            signal.ShouldAllBe(x => float.IsFinite(x));
            signal.AsSpan(^16).ToArray().ShouldAllBe(x => x == 0.0f);
        }
    }

    private static double[] Render(Equaliser equaliser, bool isSingle, EqualiserTargets start, EqualiserTargets goal)
    {
        equaliser.Snap(start);
        double[] left = Signals.Noise(3000, 1), right = Signals.Noise(3000, 2);
        if (!isSingle)
        {
            EngineDriver.Run(equaliser, left, right, at => at < 1000 ? start : goal, () => 77);
            return [.. left, .. right];
        }

        float[] l = Signals.Single(left), r = Signals.Single(right);
        EngineDriver.Run(equaliser, l, r, at => at < 1000 ? start : goal, () => 77);
        return [.. l, .. r];
    }

    private static double[] Play(Equaliser equaliser, bool isSingle, double[] left, double[] right)
    {
        double[] l = [.. left], r = [.. right];
        if (!isSingle)
        {
            equaliser.Process(l, r);
            return [.. l, .. r];
        }

        float[] singleLeft = Signals.Single(l), singleRight = Signals.Single(r);
        equaliser.Process(singleLeft, singleRight);
        return [.. singleLeft, .. singleRight];
    }
}
