using SemanticEq.Clicks;
using SemanticEq.Dsp;
using SemanticEq.Vst3;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests;

public class AuditionTests(ITestOutputHelper output)
{
    private const int Length = ClickMeasure.Length;
    private static readonly Band Bell = new(BandType.Bell, 1000.0, 6.0, 2.0);

    [Theory]
    // Type, band's frequency, what a sine of 1 kHz is left with in dB.
    [InlineData(BandType.Bell, 1000.0, 0.0)]
    [InlineData(BandType.Notch, 1000.0, 0.0)]
    [InlineData(BandType.Tilt, 1000.0, 0.0)]
    [InlineData(BandType.Bell, 4000.0, -17.6)]
    [InlineData(BandType.LowShelf, 4000.0, 0.0)]
    [InlineData(BandType.LowCut, 250.0, -24.1)]
    [InlineData(BandType.HighShelf, 250.0, 0.0)]
    [InlineData(BandType.HighCut, 4000.0, -24.1)]
    public void A_band_heard_alone_is_what_lies_around_it_or_on_its_side(BandType type, double hz, double expectedDb)
    {
        using var plugin = Live();
        plugin.Effect.Processor.Solo(new(type, hz, 6.0, 2.0));
        double[] played = Play(plugin, Sine(), () => 512);
        (20.0 * Math.Log10(played.AsSpan(Length - 4800).ToArray().Max(Math.Abs))).ShouldBe(expectedDb, 0.5);
    }

    [Fact]
    public void It_comes_and_goes_without_a_click_at_any_place_of_the_sine()
    {
        foreach (var band in new[] { Bell, Bell with { FrequencyHz = 4000.0 }, new Band(BandType.LowShelf, 100.0, 6.0, 0.7) })
        {
            var worst = default(ClickMeasure);
            foreach (int place in ClickMeasure.SwitchPlaces)
            {
                worst = worst.Or(Measure(place, processor => processor.Solo(band), _ => { }));
                worst = worst.Or(Measure(place, processor => processor.Solo(null), processor => processor.Solo(band)));
            }
            output.WriteLine($"{band.Type} {band.FrequencyHz}: above 4 kHz {worst.HighPeakDb:0.0} dB, outside {worst.OutsideDb:0.0} dB");
            worst.HighPeakDb.ShouldBeLessThan(-70.0);
            worst.OutsideDb.ShouldBeLessThan(-55.0);
        }
    }

    [Fact]
    public void A_band_that_is_dragged_while_it_is_heard_alone_is_followed_without_a_click()
    {
        var worst = default(ClickMeasure);
        foreach (int place in ClickMeasure.SwitchPlaces)
        {
            worst = worst.Or(Measure(place, processor => processor.Solo(Bell with { FrequencyHz = 1500.0, Q = 4.0 }), processor => processor.Solo(Bell)));
            worst = worst.Or(Measure(place, processor => processor.Solo(new(BandType.HighShelf, 300.0, 3.0, 0.7)), processor => processor.Solo(Bell)));
        }
        output.WriteLine($"above 4 kHz {worst.HighPeakDb:0.0} dB, outside {worst.OutsideDb:0.0} dB");
        worst.HighPeakDb.ShouldBeLessThan(-70.0);
        worst.OutsideDb.ShouldBeLessThan(-55.0);
    }

    [Fact]
    public void A_gain_glides_to_its_value_without_a_click_and_back_to_nothing_at_all()
    {
        var worst = default(ClickMeasure);
        foreach (int place in ClickMeasure.SwitchPlaces)
            worst = worst.Or(Measure(place, processor => processor.SetAuditionGain(-6.0), _ => { }));
        output.WriteLine($"above 4 kHz {worst.HighPeakDb:0.0} dB, outside {worst.OutsideDb:0.0} dB");
        worst.HighPeakDb.ShouldBeLessThan(-90.0);
        using var plugin = Live();
        plugin.Effect.Processor.SetAuditionGain(-6.0);
        double[] played = Play(plugin, Sine(), At(20_000, () => plugin.Effect.Processor.SetAuditionGain(0.0)));
        played[10_000].ShouldBe(Sine()[10_000] * Math.Pow(10.0, -6.0 / 20.0), 1e-9);
        played.AsSpan(22_000).SequenceEqual(Sine().AsSpan(22_000)).ShouldBeTrue();
    }

    [Fact]
    public void When_it_has_gone_all_is_as_if_it_had_never_been()
    {
        double[] noise = Noise();
        using var reference = Live().Set(ParameterId.WordA, 5);
        using var plugin = Live().Set(ParameterId.WordA, 5);
        double[] expected = Play(reference, noise, () => 512);
        plugin.Effect.Processor.Solo(Bell);

        double[] played = Play(plugin, noise, At(20_000, () => plugin.Effect.Processor.Solo(null)));

        played.AsSpan(0, 20_000).SequenceEqual(expected.AsSpan(0, 20_000)).ShouldBeFalse();
        InProcessPlugin.SamePart(played[22_000..], expected[22_000..]).ShouldBe(Length - 22_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(8192)]
    public void It_sounds_the_same_to_the_bit_in_any_blocks(int blockSamples)
    {
        float[] noise = [.. Noise().Select(sample => (float)sample)];
        Move[] moves = [new(3_000, ParameterId.Bypass, 1), new(5_000, ParameterId.Bypass, 0), new(9_000, ParameterId.OutputGain, -3)];
        float[] Render(int samples)
        {
            using var plugin = Live();
            plugin.Effect.Processor.Solo(Bell);
            plugin.Effect.Processor.SetAuditionGain(2.5);
            return plugin.Play<float>([noise, noise], () => samples, moves)[1];
        }

        InProcessPlugin.SamePart(Render(blockSamples), Render(480)).ShouldBe(Length, "the first sample that differs");
    }

    [Fact]
    public void Offline_and_in_bypass_nothing_of_it_is_heard()
    {
        double[] noise = Noise();
        using var offline = new InProcessPlugin();
        using var bypassed = Live().Set(ParameterId.Bypass, 1);
        foreach (var plugin in new[] { offline, bypassed })
        {
            plugin.Effect.Processor.Solo(Bell);
            plugin.Effect.Processor.SetAuditionGain(12.0);
            InProcessPlugin.SamePart(Play(plugin, noise, () => 512), noise).ShouldBe(Length);
        }
    }

    [Fact]
    public void Going_to_bypass_while_a_band_is_heard_alone_does_not_click_and_ends_at_the_hosts_own_bits()
    {
        var worst = default(ClickMeasure);
        foreach (int place in ClickMeasure.SwitchPlaces)
        {
            using var plugin = Live();
            plugin.Effect.Processor.Solo(Bell with { FrequencyHz = 3000.0 });
            double[] played = plugin.Play([Sine(), Sine()], () => 64, new Move(place, ParameterId.Bypass, 1))[0];
            worst = worst.Or(ClickMeasure.Of(played));
            played.AsSpan(26_000).SequenceEqual(Sine().AsSpan(26_000)).ShouldBeTrue();
        }
        output.WriteLine($"above 4 kHz {worst.HighPeakDb:0.0} dB");
        worst.HighPeakDb.ShouldBeLessThan(-70.0);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(9e5f)]
    public void Whatever_comes_in_numbers_come_out(float bad)
    {
        float[] samples = [.. Noise().Select((sample, i) => i % 700 < 3 ? bad : (float)sample)];
        using var plugin = Live();
        plugin.Effect.Processor.Solo(Bell with { Q = 40.0, FrequencyHz = 20.0 });
        plugin.Effect.Processor.SetAuditionGain(double.PositiveInfinity);
        plugin.Play<float>([samples, samples], () => 100)[0].ShouldAllBe(sample => float.IsFinite(sample));
    }

    private static ClickMeasure Measure(int place, Action<EqProcessor> act, Action<EqProcessor> before)
    {
        using var plugin = Live();
        before(plugin.Effect.Processor);
        return ClickMeasure.Of(Play(plugin, Sine(), At(place, () => act(plugin.Effect.Processor))));
    }

    private static InProcessPlugin Live() => new() { Mode = ProcessMode.Realtime };

    private static double[] Play(InProcessPlugin plugin, double[] samples, Func<int> blocks) => plugin.Play([samples, samples], blocks)[0];

    // Blocks of 97 samples; something is done before the one that holds a sample.
    private static Func<int> At(int sample, Action act)
    {
        int at = 0;
        return () =>
        {
            if (at <= sample && sample < at + 97)
                act();
            at += 97;
            return 97;
        };
    }

    private static double[] Sine() => [.. Enumerable.Range(0, Length).Select(i => Math.Sin(2.0 * Math.PI * 1000.0 / 48000.0 * i))];

    private static double[] Noise()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, Length).Select(_ => (double)(float)(random.NextDouble() - 0.5))];
    }
}
