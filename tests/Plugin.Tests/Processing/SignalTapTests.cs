using System.Numerics;
using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests;

public class SignalTapTests
{
    private const int Length = 20_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_comes_in_and_what_the_host_gets_is_heard_at_the_same_place(bool isWide)
    {
        if (isWide)
            HearsAll<double>(x => x);
        else
            HearsAll(x => (float)x);
    }

    [Fact]
    public void The_sound_is_the_same_to_the_bit_whether_anyone_listens_or_not()
    {
        float[][] noise = [Noise(1), Noise(2)];
        Move[] moves = [new(700, ParameterId.WordA, 5), new(9_000, ParameterId.OutputGain, -6), new(12_000, ParameterId.Bypass, 1)];
        using var reference = new InProcessPlugin();
        using var plugin = new InProcessPlugin();
        plugin.Effect.Processor.Tap.Open();
        float[][] expected = reference.Play(noise, () => 480, moves);

        float[][] played = plugin.Play(noise, () => 333, moves);

        InProcessPlugin.SamePart(played[0], expected[0]).ShouldBe(Length);
        InProcessPlugin.SamePart(played[1], expected[1]).ShouldBe(Length);
        plugin.Effect.Processor.Tap.TakePeak(false, 0).ShouldBe(noise[0].Max(Math.Abs));
        plugin.Effect.Processor.Tap.TakePeak(true, 1).ShouldBe(expected[1].Max(Math.Abs));
        plugin.Effect.Processor.Tap.TakePeak(true, 1).ShouldBe(0f);
        reference.Effect.Processor.Tap.TakePeak(true, 1).ShouldBe(0f);
    }

    [Fact]
    public void A_reader_that_is_late_loses_what_is_new_and_never_reads_what_is_torn()
    {
        var ring = new SignalRing(8000.0, 1);
        var tap = new SignalTap();
        tap.Prepare(8000.0, 1);
        tap.Open();
        ring = tap.Ring.ShouldNotBeNull();
        float[] count = [.. Enumerable.Range(0, Length).Select(i => (float)i)];
        for (int at = 0; at < Length; at += 500)
            Play(tap, count.AsSpan(at, 500));

        var heard = Drain(ring);

        heard.ShouldBe(count[..heard.Count]);
        heard.Count.ShouldBeInRange(4096 - 500, 4096);
        Play(tap, [7f, 8f]);
        Drain(ring).ShouldBe([7f, 8f]);
    }

    [Fact]
    public void Two_threads_hand_over_samples_without_tearing()
    {
        var tap = new SignalTap();
        tap.Prepare(8000.0, 2);
        tap.Open();
        var ring = tap.Ring.ShouldNotBeNull();
        bool isEnough = false;
        var writer = new Thread(() =>
        {
            double[] left = new double[97], right = new double[97];
            for (int piece = 0, value = 0; !Volatile.Read(ref isEnough); piece++)
            {
                int count = 1 + (piece % 97);
                for (int i = 0; i < count; i++, value++)
                    (left[i], right[i]) = (value & 0xfffff, -(value & 0xfffff));
                if (!tap.Begin(count))
                    continue;
                tap.HearInput<double>(left.AsSpan(0, count), right.AsSpan(0, count));
                tap.HearOutput<double>(right.AsSpan(0, count), left.AsSpan(0, count));
            }
        });
        writer.Start();
        long read = 0, gaps = 0, torn = 0;
        float last = -1f;
        while (read < 500_000)
        {
            for (int count; (count = ring.Readable) > 0; ring.Release(count))
            {
                var left = ring.Samples(false, 0, count);
                var inRight = ring.Samples(false, 1, count);
                var outLeft = ring.Samples(true, 0, count);
                var outRight = ring.Samples(true, 1, count);
                for (int i = 0; i < count; i++)
                {
                    float value = left[i];
                    bool isWhole = inRight[i] == -value && outLeft[i] == -value && outRight[i] == value;
                    torn += isWhole ? 0 : 1;
                    gaps += value == (((int)last + 1) & 0xfffff) ? 0 : 1;
                    last = value;
                }
                read += count;
            }
            Thread.Sleep(0);
        }
        Volatile.Write(ref isEnough, true);
        writer.Join();
        torn.ShouldBe(0);
        gaps.ShouldBeLessThan(read / 20, "whole pieces are left out, not single samples");
        // Peaks are never left out, so that the highest is at least what was read.
        tap.TakePeak(true, 0).ShouldBeInRange(Math.Min(read - 1, 0xfffff), 0xfffff);
    }

    [Fact]
    public void Closed_or_not_active_nothing_is_heard_and_another_format_is_another_ring()
    {
        var tap = new SignalTap();
        tap.Open();
        tap.Ring.ShouldBeNull();
        tap.Prepare(48000.0, 2);
        var first = tap.Ring.ShouldNotBeNull();
        Play(tap, [1f]);
        tap.Close();
        tap.Ring.ShouldBeNull();
        tap.Begin(1).ShouldBeFalse();
        tap.Open();
        tap.Ring.ShouldBe(first);
        first.Readable.ShouldBe(0, "what was heard before it was closed is old");
        tap.Prepare(0.0, 2);
        tap.Ring.ShouldBeNull();
        tap.Prepare(96000.0, 2);
        tap.Ring.ShouldNotBeNull().SampleRate.ShouldBe(96000.0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public unsafe void The_audio_thread_allocates_nothing_while_a_window_listens_and_a_band_is_heard_alone(bool isWide)
    {
        using var plugin = new InProcessPlugin();
        var instance = plugin.Instance;
        var setup = new ProcessSetup(ProcessMode.Realtime, isWide, 512, 48000.0);
        instance.SetChannels(2).ShouldBeTrue();
        instance.Setup(setup);
        instance.SetActive(true);
        using var block = new AudioBlock(instance, 2, setup);
        var processor = plugin.Effect.Processor;
        Block(120, false);
        long hosts = Block(300, false);
        processor.Tap.Open();
        Block(120, true);
        long all = Block(300, true);
        instance.SetActive(false);
        (all - hosts).ShouldBe(0);

        long Block(int count, bool isOpen)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < count; i++)
            {
                if (isOpen && i % 20 == 10)
                    processor.Solo(new(BandType.Bell, 100.0 + (17.0 * i), 6.0, 2.0));
                if (isOpen && i % 100 == 50)
                    processor.Solo(null);
                processor.SetAuditionGain(isOpen ? i % 7 : 0.0);
                block.Begin(480);
                _ = instance.Process(block);
                if (processor.Tap.Ring is { } ring)
                    ring.Skip();
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static void HearsAll<T>(Func<double, T> convert) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[][] noise = [[.. Noise(1).Select(x => convert(x))], [.. Noise(2).Select(x => convert(x))]];
        using var plugin = new InProcessPlugin().Set(ParameterId.WordA, 5);
        plugin.Effect.Processor.Tap.Open();
        List<float>[] heard = [[], [], [], []];
        void Collect()
        {
            var ring = plugin.Effect.Processor.Tap.Ring.ShouldNotBeNull();
            for (int count; (count = ring.Readable) > 0; ring.Release(count))
            {
                for (int lane = 0; lane < 4; lane++)
                    heard[lane].AddRange(ring.Samples(lane > 1, lane & 1, count));
            }
        }

        var random = new Random(5);
        T[][] played = plugin.Play(noise, () =>
        {
            Collect();
            return 1 + random.Next(3000);
        }, new Move(9_000, ParameterId.Bypass, 1), new Move(15_000, ParameterId.Bypass, 0));

        int whole = heard[0].Count;
        whole.ShouldBeGreaterThan(Length - 3_001, "all but the last block");
        for (int lane = 0; lane < 4; lane++)
            heard[lane].ShouldBe((lane > 1 ? played : noise)[lane & 1].Take(whole).Select(float.CreateTruncating));
    }

    private static void Play(SignalTap tap, ReadOnlySpan<float> samples)
    {
        tap.Begin(samples.Length).ShouldBeTrue();
        tap.HearInput(samples, default);
        tap.HearOutput(samples, default);
    }

    private static List<float> Drain(SignalRing ring)
    {
        var heard = new List<float>();
        for (int count; (count = ring.Readable) > 0; ring.Release(count))
            heard.AddRange(ring.Samples(true, 0, count));
        return heard;
    }

    private static float[] Noise(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Length).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
