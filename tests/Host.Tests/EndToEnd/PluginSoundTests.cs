using SemanticEq.Dsp;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>What the built plug-in's binary does to sound.</summary>
public class PluginSoundTests
{
    private const int Rate = 48000;

    [Fact]
    public void Bypass_passes_the_input_bit_for_bit_after_a_ramp_without_a_click()
    {
        double[] sine = Sine(200, Rate);
        using var player = new PluginPlayer().Set("Word A", "warm").Set("Output gain", "-6 dB");

        double[] played = player.Play([sine, sine], (20_000, "Bypass", "On"))[0];

        played.AsSpan(22_000).SequenceEqual(sine.AsSpan(22_000)).ShouldBeTrue();
        played.AsSpan(0, 20_000).SequenceEqual(sine.AsSpan(0, 20_000)).ShouldBeFalse();
        // The ramp's gain is a spline, whose curvature alone jumps. Straight pieces would show 1e-4, a hard switch 0.5.
        Kink(played.AsSpan(19_000, 4_000)).ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void Amount_0_is_the_input_to_the_bit()
    {
        double[] noise = Noise(1, Rate);
        using var player = new PluginPlayer().Set("Word A", "bright").Set("Macro 3", "80").Set("Amount", "0");
        player.Play([noise, noise])[1].ShouldBe(noise);
    }

    [Fact]
    public void Auto_gain_keeps_pink_noise_as_loud_as_it_came_in()
    {
        double[] pink = PinkNoise.Make(5 * Rate);
        using var plain = new PluginPlayer().Set("Word A", "warm").Set("Amount", "150");
        double without = Lufs(plain.Play([pink, pink])) - Lufs([pink, pink]);
        using var player = new PluginPlayer().Set("Word A", "warm").Set("Amount", "150").Set("Auto gain", "On");

        double with = Lufs(player.Play([pink, pink])) - Lufs([pink, pink]);

        Math.Abs(without).ShouldBeGreaterThan(0.5, "a word that is no louder would prove nothing");
        with.ShouldBe(0, 0.2);
    }

    [Fact]
    public void Dry_compare_is_the_dry_sound_at_the_processed_loudness()
    {
        double[] pink = PinkNoise.Make(5 * Rate);
        using var player = new PluginPlayer().Set("Word A", "warm").Set("Amount", "150");
        double wet = Lufs(player.Play([pink, pink]));

        double[][] dry = player.Set("Dry compare", "On").Play([pink, pink]);

        Lufs(dry).ShouldBe(wet, 0.2);
        double gain = dry[0][Rate] / pink[Rate];
        for (int i = 0; i < pink.Length; i += 997)
            dry[0][i].ShouldBe(gain * pink[i], 1e-9);
    }

    [Fact]
    public void Without_the_ONNX_Runtime_its_words_sound_the_same()
    {
        using var folder = new Folder();
        string bundle = Copy(folder, "SemanticEq.vst3");
        BuiltBundle.RemoveRuntime(bundle);
        double[] noise = Noise(2, Rate);
        (int, string, string)[] changes = [(9_000, "Word A", "bright"), (20_000, "Macro 1", "-60"), (30_000, "Amount", "120")];
        using var whole = new PluginPlayer().Set("Word A", "warm");
        using var without = new PluginPlayer(bundle).Set("Word A", "warm");

        double[] expected = whole.Play([noise, noise], changes)[0];
        double[] played = without.Play([noise, noise], changes)[0];

        Decibels(Worst(expected, played)).ShouldBeLessThan(-100);
        Worst(expected, noise).ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void Without_its_model_it_passes_audio_and_says_nothing_it_does_not_know()
    {
        using var folder = new Folder();
        string bundle = Copy(folder, "SemanticEq.vst3");
        Directory.Delete(Path.Combine(bundle, "Contents", "Resources", "models"), recursive: true);
        double[] noise = Noise(3, Rate);
        using var player = new PluginPlayer(bundle);

        player.Plugin.TryParse(10, "warm", out _).ShouldBeFalse();
        player.Play([noise, noise])[0].ShouldBe(noise);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_a_number_is_silenced_for_its_tick_and_forgotten_after_the_next(double odd)
    {
        double[] sine = Sine(300, Rate);
        double[] broken = [.. sine];
        broken[10_007] = odd;
        using var player = new PluginPlayer().Set("Word A", "warm");

        double[] expected = player.Play([sine, sine])[0];
        double[] played = player.Play([broken, sine])[0];

        played.ShouldAllBe(value => double.IsFinite(value) && Math.Abs(value) < 4);
        played.AsSpan(0, 10_007).SequenceEqual(expected.AsSpan(0, 10_007)).ShouldBeTrue();
        for (int i = 30_000; i < played.Length; i++)
            played[i].ShouldBe(expected[i], 1e-6);
    }

    [Fact]
    public void What_is_not_a_number_does_not_pass_in_dry_compare_either()
    {
        double[] broken = Noise(6, 8_000);
        broken[3_000] = double.NaN;
        using var player = new PluginPlayer().Set("Dry compare", "On");
        player.Play([broken, broken])[0].ShouldAllBe(value => double.IsFinite(value));
    }

    [Fact]
    public void Samples_beyond_all_audio_give_finite_output()
    {
        double[] huge = Noise(7, 8_000);
        huge[3_000] = 1e308;
        huge[4_000] = -3e38;
        using var player = new PluginPlayer().Set("Own 1 on", "On").Set("Own 1 gain", "30").Set("Own 1 frequency", "1 kHz");
        player.Play([huge, huge])[0].ShouldAllBe(value => double.IsFinite(value));
    }

    [Fact]
    public void A_second_start_remembers_nothing_of_the_first()
    {
        double[] noise = Noise(8, 4_000);
        double[] broken = [double.NaN, .. noise[1..]];
        using var fresh = new PluginPlayer().Set("Word A", "warm");
        double[] expected = fresh.Play([broken])[0];
        using var player = new PluginPlayer().Set("Word A", "warm");
        player.Play([noise]);

        player.Play([broken])[0].ShouldBe(expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(4096)]
    public void A_broken_sample_sounds_the_same_in_blocks_of_any_size(int blockSamples)
    {
        double[] broken = Noise(4, 4_000);
        broken[1_003] = broken[1_500] = double.NaN;
        using var reference = new PluginPlayer { BlockSamples = 480 }.Set("Word A", "warm");
        using var player = new PluginPlayer { BlockSamples = blockSamples }.Set("Word A", "warm");

        player.Play([broken])[0].ShouldBe(reference.Play([broken])[0]);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(44100)]
    [InlineData(96000)]
    [InlineData(192000)]
    [InlineData(384000)]
    public void It_plays_at_any_sample_rate_that_people_use(double rate)
    {
        double[] noise = Noise(5, 20_000);
        using var player = new PluginPlayer { SampleRate = rate }.Set("Word A", "bright");

        double[] played = player.Play([noise, noise])[0];

        played.ShouldAllBe(value => double.IsFinite(value) && Math.Abs(value) < 10);
        Worst(played, noise).ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void Silence_in_is_silence_out_and_said_so()
    {
        using var player = new PluginPlayer().Set("Word A", "warm");
        player.Play([new double[Rate], new double[Rate]])[0].ShouldAllBe(value => value == 0.0);
    }

    [Fact]
    public void A_word_change_while_a_sine_plays_does_not_click()
    {
        double[] sine = Sine(1000, Rate);
        using var player = new PluginPlayer().Set("Word A", "warm");
        double[] steady = player.Play([sine, sine])[0];

        double[] played = player.Play([sine, sine], (20_000, "Word A", "bright"), (26_000, "Word A", "muddy"), (32_000, "Amount", "0"))[0];

        Kink(played.AsSpan(15_000)).ShouldBeLessThan(2 * Kink(steady.AsSpan(15_000)));
    }

    private static string Copy(Folder folder, string name)
    {
        string target = folder[name];
        foreach (string file in Directory.GetFiles(BuiltBundle.Path, "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(target, Path.GetRelativePath(BuiltBundle.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return target;
    }

    // The largest fourth difference: a click stands out of a sine in it.
    private static double Kink(ReadOnlySpan<double> x)
    {
        double largest = 0;
        for (int i = 4; i < x.Length; i++)
            largest = Math.Max(largest, Math.Abs(x[i] - (4 * x[i - 1]) + (6 * x[i - 2]) - (4 * x[i - 3]) + x[i - 4]));
        return largest;
    }

    private static double Lufs(double[][] signal)
    {
        var loudness = new Loudness(Rate);
        loudness.Push(signal[0], signal.Length == 2 ? signal[1] : default);
        return loudness.IntegratedLufs;
    }

    private static double[] Sine(double hz, int length) => [.. Enumerable.Range(0, length).Select(i => 0.5 * Math.Sin(2 * Math.PI * hz * i / Rate))];

    private static double[] Noise(int seed, int length)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
    }

    private static double Worst(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();

    private static double Decibels(double value) => 20 * Math.Log10(value + 1e-30);
}
