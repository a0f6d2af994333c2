using System.Runtime.CompilerServices;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.EndToEnd.Numerics;

/// <summary>Silence is exact, and what is next to silence is treated as such.</summary>
public class SilenceTests
{
    private static readonly (string, string)[] Settings =
    [
        ("Word A", "warm"), ("Own 1 on", "On"), ("Own 1 frequency", "40"), ("Own 1 gain", "18"), ("Own 1 Q", "4"),
        ("Own 2 on", "On"), ("Own 2 type", "Low cut"), ("Own 2 frequency", "25"), ("Own 2 slope", "48 dB/oct"),
        ("Own 3 on", "On"), ("Own 3 channel", "Side"), ("Own 3 gain", "-9"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_stays_exact_while_every_parameter_is_automated(bool isDouble)
    {
        using var player = new PluginPlayer { IsDouble = isDouble, BlockSamples = 100 };
        var random = new Random(1);
        var parameters = player.Plugin.Parameters.Where(parameter => parameter.Flags.HasFlag(ParameterFlags.CanAutomate)).ToArray();
        double[][] played = player.Play([new double[40_000], new double[40_000]], (block, _) =>
        {
            foreach (var parameter in parameters)
                block.Changes.For(parameter.Id).Add(0, random.NextDouble());
        });
        played.ShouldAllBe(channel => channel.All(x => x == 0.0));
    }

    [Theory]
    [InlineData(true, 1.0)]
    [InlineData(false, 1.0)]
    [InlineData(true, 1e-30)]
    [InlineData(false, 1e-30)]
    [InlineData(true, 1e6)]
    [InlineData(false, 1e6)]
    public void After_the_sound_it_is_exact_again(bool isDouble, double level)
    {
        const int Sound = 20_000, Tail = 30 * 48_000;
        double[][] noise = [.. RandomSettings.Noise(Sound, 1, level).Select(channel => (double[])[.. channel, .. new double[Tail]])];
        using var player = new PluginPlayer { IsDouble = isDouble, BlockSamples = 512 }.Set(Settings);
        double[][] played = player.Play(noise);
        foreach (double[] channel in played)
        {
            channel.ShouldAllBe(x => double.IsFinite(x));
            channel.AsSpan(0, Sound).IndexOfAnyExcept(0.0).ShouldBeGreaterThanOrEqualTo(0);
            channel.AsSpan(Tail).IndexOfAnyExcept(0.0).ShouldBe(-1);
        }
    }

    [Theory]
    [InlineData(true, 1e-310)]
    [InlineData(false, 1e-40)]
    public void Denormals_count_as_silence_within_and_are_numbers_again_outside(bool isDouble, double denormal)
    {
        double[] input = [.. Enumerable.Repeat(denormal, 4_000)];
        using var player = new PluginPlayer { IsDouble = isDouble }.Set(Settings).Set("Output gain", "-3");
        double[][] played = player.Play([input, input]);
        played.ShouldAllBe(channel => channel.All(x => x == 0.0));
        Half(double.BitIncrement(2.2250738585072014e-308)).ShouldBeGreaterThan(0.0, "the host's own mode is back");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Half(double x) => x * 0.5;
}
