using System.Numerics;
using System.Runtime.InteropServices;

namespace SemanticEq.Plugin.Tests;

public class ProcessingTests
{
    private const int Length = 24_000;
    private const uint Own3On = ParameterId.Own1On + (2 * ParameterId.BandStride);

    // Something of everything: words and macros, trims, own bands of both pairs, channel modes, the whole output stage.
    private static readonly Move[] Moves =
    [
        new(700, ParameterId.WordA, 5),
        new(3_000, ParameterId.WordB, 9),
        new(3_333, ParameterId.Morph, 0),
        new(9_000, ParameterId.Morph, 100, IsLine: true),
        new(4_097, ParameterId.OfBand(3, ParameterId.Trim.Gain), 9),
        new(5_000, ParameterId.Own1On, 1),
        new(5_001, Own3On + (uint)ParameterId.Own.Channel, 2),
        new(5_002, Own3On + (uint)ParameterId.Own.Gain, 12),
        new(5_002, Own3On, 1),
        new(6_400, ParameterId.Own1On + (uint)ParameterId.Own.Type, 3),
        new(8_000, ParameterId.ChannelMode, 1),
        new(10_500, ParameterId.OutputGain, -6),
        new(12_000, ParameterId.DryCompare, 1),
        new(13_000, ParameterId.DryCompare, 0),
        new(14_100, ParameterId.AutoGain, 1),
        new(15_000, ParameterId.Macro(2), 60),
        new(16_000, ParameterId.Bypass, 1),
        new(17_500, ParameterId.Bypass, 0),
        new(18_000, Own3On, 0),
        new(18_000, ParameterId.AutoGain, 0),
        new(20_000, ParameterId.OutputGain, 0),
    ];

    [Theory]
    [InlineData(Memory.Apart)]
    [InlineData(Memory.InPlace)]
    [InlineData(Memory.Crossed)]
    public void Samples_of_either_precision_are_the_same_to_the_bit_in_any_blocks_and_any_memory(Memory memory)
    {
        SameInAnyBlocks<float>(memory);
        SameInAnyBlocks<double>(memory);
    }

    [Fact]
    public void In_32_bit_samples_it_sounds_as_in_64_to_within_their_rounding()
    {
        double[][] noise = [Noise(1), Noise(2)];
        using var plugin = new InProcessPlugin();
        using var other = new InProcessPlugin();
        double[] wide = other.Play(noise, () => 512, Moves)[0];

        float[] narrow = plugin.Play<float>([Narrow(noise[0]), Narrow(noise[1])], () => 512, Moves)[0];

        double worst = wide.Zip(narrow, (x, y) => Math.Abs(x - y)).Max();
        (20 * Math.Log10(worst / wide.Max(Math.Abs))).ShouldBeLessThan(-120.0);
    }

    [Fact]
    public void Bypass_hands_on_the_hosts_own_bits()
    {
        float[] odd = [.. Narrow(Noise(3)).Select((sample, i) => Odd(i) is { } bits ? BitConverter.UInt32BitsToSingle(bits) : sample)];
        float[] other = Narrow(Noise(4));
        using var plugin = new InProcessPlugin().Set(ParameterId.WordA, 5).Set(ParameterId.Bypass, 1).Set(ParameterId.OutputGain, -12);

        float[][] played = plugin.Play<float>([odd, other], () => 333);

        Bits(played[0]).ShouldBe(Bits(odd));
        Bits(played[1]).ShouldBe(Bits(other));

        // Signalling and quiet NaNs with payloads, infinity, both zeros, the smallest number.
        static uint? Odd(int i) => (i % 997) switch
        {
            1 => 0x7fa12345u,
            2 => 0xffc54321u,
            3 => 0x7f800000u,
            4 => 0x80000000u,
            5 => 0u,
            6 => 1u,
            _ => null,
        };
    }

    [Fact]
    public void Bypass_returns_to_the_filtered_sound_as_if_it_had_never_been_away()
    {
        double[][] noise = [Noise(5), Noise(6)];
        using var plugin = new InProcessPlugin().Set(ParameterId.WordA, 5);
        double[] expected = plugin.Play(noise, () => 480)[1];

        double[] played = plugin.Play(noise, () => 480, new Move(5_000, ParameterId.Bypass, 1), new Move(9_000, ParameterId.Bypass, 0))[1];

        played.AsSpan(6_000, 3_000).SequenceEqual(noise[1].AsSpan(6_000, 3_000)).ShouldBeTrue();
        played.AsSpan(10_000).SequenceEqual(expected.AsSpan(10_000)).ShouldBeTrue();
    }

    [Fact]
    public void Silence_is_said_channel_by_channel_and_forgotten_when_sound_comes_back()
    {
        double[] sound = Noise(7);
        float[] then = Narrow([.. new double[6 * Length], .. sound]);
        float[] before = Narrow([.. sound, .. new double[5 * Length], .. sound]);
        using var plugin = new InProcessPlugin().Set(ParameterId.WordA, 5).Set(Own3On, 1).Set(Own3On + (uint)ParameterId.Own.Gain, 6);
        float[] expected = plugin.Play<float>([then, then], () => 1024)[0];

        float[] played = plugin.Play<float>([before, new float[before.Length]], () => 1024)[0];
        plugin.SilenceFlags.ShouldBe(2ul);

        played.AsSpan(5 * Length, Length).IndexOfAnyExcept(0f).ShouldBe(-1, "its tail never ends");
        Bits(played[(6 * Length)..]).ShouldBe(Bits(expected[(6 * Length)..]));
        _ = plugin.Play<float>([new float[500], new float[500]], () => 500);
        plugin.SilenceFlags.ShouldBe(3ul);
    }

    private static void SameInAnyBlocks<T>(Memory memory) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[][] noise = [Of<T>(Noise(8)), Of<T>(Noise(9))];
        using var reference = new InProcessPlugin();
        T[][] expected = reference.Play(noise, () => 480, Moves);
        var random = new Random(10);
        foreach (var blocks in new Func<int>[] { () => 1 + random.Next(7), () => 64, () => 1 + random.Next(900), () => 8192 })
        {
            using var plugin = new InProcessPlugin { Memory = memory };
            T[][] played = plugin.Play(noise, blocks, Moves);
            for (int channel = 0; channel < 2; channel++)
                InProcessPlugin.SamePart(played[channel], expected[channel]).ShouldBe(Length, "the first sample that differs");
        }
    }

    private static byte[] Bits<T>(T[] samples) where T : unmanaged => MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();

    private static T[] Of<T>(double[] samples) where T : IBinaryFloatingPointIeee754<T> => [.. samples.Select(T.CreateTruncating)];

    private static float[] Narrow(double[] samples) => Of<float>(samples);

    // Exact in both precisions.
    private static double[] Noise(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Length).Select(_ => (double)(float)(random.NextDouble() - 0.5))];
    }
}
