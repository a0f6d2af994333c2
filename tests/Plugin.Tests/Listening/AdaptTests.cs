using SemanticEq.Clicks;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests.Listening;

/// <summary>Adapt offline, in step with the samples.</summary>
public class AdaptTests(ITestOutputHelper output)
{
    [Fact]
    public void Any_block_sizes_learn_and_sound_the_same_to_the_bit()
    {
        float[][] track = Track.Loop("loop_amen", 9);
        Move[] moves =
        [
            new(2 * Track.Rate, ParameterId.Morph, 0), new(3 * Track.Rate, ParameterId.Morph, 100, IsLine: true), new(170_001, ParameterId.Freeze, 1),
            new(200_003, ParameterId.WordA, 9), new(230_007, ParameterId.Freeze, 0), new(0, ParameterId.Adapt, 100), new(300_000, ParameterId.Adapt, 100),
            new(340_000, ParameterId.Adapt, 20, IsLine: true), new(380_000, ParameterId.Adapt, 0), new(400_001, ParameterId.Adapt, 70),
        ];
        var random = new Random(2);
        var (expected, state) = Play(() => 8192);

        foreach (Func<int> blocks in new Func<int>[] { () => 64, () => 480, () => random.Next(1, 3000) })
        {
            var (played, learnt) = Play(blocks);
            InProcessPlugin.SamePart(played[0], expected[0]).ShouldBe(track[0].Length);
            InProcessPlugin.SamePart(played[1], expected[1]).ShouldBe(track[0].Length);
            learnt.ShouldBe(state);
        }

        (float[][], string) Play(Func<int> blocks)
        {
            using var plugin = Track.Adapting("bright", adapt: 0).Set(ParameterId.WordB, 3);
            float[][] played = plugin.Play(track, blocks, moves);
            return (played, SessionState.Read(plugin.SaveState())!.Track!.Value.GetRawText());
        }
    }

    [Fact]
    public void It_moves_the_bands_within_its_bounds_and_Amount_0_is_exactly_flat()
    {
        float[][] track = Track.Loop("bass_thick_c", 6);
        using var plain = Track.Adapting("bright", adapt: 0);
        using var adapting = Track.Adapting("bright");
        using var flat = Track.Adapting("bright").Set(ParameterId.Amount, 0);
        _ = plain.Play(track, () => 512);
        _ = adapting.Play(track, () => 512);

        double[] word = Track.Gains(plain), fitted = Track.Gains(adapting);
        output.WriteLine($"word   {string.Join(" ", word.Select(gain => $"{gain:0.00}"))}");
        output.WriteLine($"fitted {string.Join(" ", fitted.Select(gain => $"{gain:0.00}"))}");
        fitted.Zip(word, (one, other) => Math.Abs(one - other)).Max().ShouldBeGreaterThan(0.2);
        for (int i = 0; i < word.Length; i++)
            (word[i] == 0.0 ? fitted[i] : fitted[i] / word[i]).ShouldBeInRange(0.0, 1.5 + 1e-6);
        InProcessPlugin.SamePart(flat.Play(track, () => 512)[0], track[0]).ShouldBe(track[0].Length);
    }

    [Fact]
    public void With_nothing_known_and_frozen_it_is_as_without_it_to_the_bit()
    {
        float[][] track = Track.Loop("loop_amen", 2);
        using var plain = Track.Adapting("warm", adapt: 0);
        using var frozen = Track.Adapting("warm").Set(ParameterId.Freeze, 1);

        InProcessPlugin.SamePart(frozen.Play(track, () => 333)[1], plain.Play(track, () => 333)[1]).ShouldBe(track[0].Length);
        SessionState.Read(frozen.SaveState())!.Track.ShouldBeNull();
    }

    [Fact]
    public void Silence_teaches_nothing()
    {
        using var plugin = Track.Adapting("warm");
        _ = plugin.Play(Track.Silence(5), () => 512);
        SessionState.Read(plugin.SaveState())!.Track.ShouldBeNull();
        _ = plugin.Play(Track.Noise(4, 0.7), () => 512);
        double[] learnt = Track.Gains(plugin);
        _ = plugin.Play(Track.Silence(30), () => 512);
        Track.Gains(plugin).ShouldBe(learnt);
    }

    public static TheoryData<string, string> Resting() => new()
    {
        { "noise", "bright" }, { "noise", "warm" }, { "loop_amen", "bright" }, { "loop_amen", "warm" }, { "loop_electric", "bright" },
        { "loop_electric", "harsh" }, { "bass_thick_c", "bright" }, { "loop_perc1", "warm" }, { "loop_tabla", "bright" }, { "bass_thick_c", "warm" }, { "loop_garzul", "bright" }, { "guit_em9", "airy" }, { "ambi_piano", "bright" }, { "ambi_drone", "boomy" },
    };

    [Theory]
    [MemberData(nameof(Resting))]
    public void It_settles_in_under_5_seconds_of_sound_and_then_rests(string sound, string word)
    {
        const int Seconds = 75;
        float[][] track = sound == "noise" ? Track.Noise(Seconds, 0.7) : Track.Loop(sound, Seconds);
        using var plugin = Track.Adapting(word);
        var composed = new ComposedSound();
        var gains = new List<double[]>();
        _ = plugin.Play(track, () =>
        {
            _ = composed.Follow(plugin.Effect);
            gains.Add([.. composed.Targets.DecoderGainDb]);
            return 4800;
        });

        double After(int block) => gains.Skip(block).Max(now => now.Zip(gains[block], (one, other) => Math.Abs(one - other)).Max());
        double[] at = [.. new[] { 10, 20, 30, 40, 50, 100 }.Select(After)];
        int last = gains.Count - 1;
        while (last > 0 && gains[last - 1].Zip(gains[^1], (one, other) => Math.Abs(one - other)).Max() <= 0.1)
            last--;
        output.WriteLine($"{sound} {word}: settled after {last / 10.0:0.0} s; moves after 1 2 3 4 5 10 s: {string.Join(" ", at.Select(move => $"{move:0.00}"))} dB; "
            + $"of {gains[0].Zip(gains[^1], (one, other) => Math.Abs(one - other)).Max():0.00}");
        At5().ShouldBeLessThanOrEqualTo(0.1);

        double At5() => at[4];
    }

    [Fact]
    public void Switching_Adapt_and_Freeze_adds_no_click()
    {
        float[][] track = Track.Loop("bass_thick_c", 4);
        byte[] learnt;
        using (var plugin = Track.Adapting("bright"))
        {
            _ = plugin.Play(track, () => 512);
            learnt = plugin.SaveState();
        }
        double[] sine = [.. Enumerable.Range(0, ClickMeasure.Length).Select(i => 0.5 * Math.Sin(2.0 * Math.PI * 1000.0 / Track.Rate * i))];
        var worst = default(ClickMeasure);
        foreach (int place in ClickMeasure.SwitchPlaces)
        {
            foreach (var move in new Move[] { new(place, ParameterId.Adapt, 0), new(place, ParameterId.Freeze, 1) })
            {
                using var plugin = new InProcessPlugin { SampleRate = Track.Rate };
                plugin.Instance.LoadState(learnt).ShouldBeTrue();
                worst = worst.Or(ClickMeasure.Of(plugin.Play([sine, sine], () => 97, move)[0], 0.5));
            }
        }
        output.WriteLine($"above 4 kHz {worst.HighPeakDb:0.0} dB, outside {worst.OutsideDb:0.0} dB");
        worst.HighPeakDb.ShouldBeLessThan(-70.0);
        worst.OutsideDb.ShouldBeLessThan(-55.0);
    }
}
