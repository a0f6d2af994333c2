using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd.Numerics;

/// <summary>
/// A day of white noise at +24 dBFS drifts nowhere. What could drift is the state, and the state forgets: two plug-ins of different
/// pasts, given the same sound, come together to the last bits within the longest ringing of their bands. So a day's end can't
/// differ from the end of some minutes, which are played.
/// </summary>
public class LongNoiseTests(ITestOutputHelper output)
{
    private const int Rate = 48_000;

    // +24 dBFS, as the peak of uniform noise.
    private const double Level = 15.8489319246;

    // Low, narrow, high, wide and steep, each channel mode.
    private static readonly (string, string)[] Extremes =
    [
        ("Word A", "warm"), ("Amount", "150"),
        ("Own 1 on", "On"), ("Own 1 type", "Bell"), ("Own 1 frequency", "20"), ("Own 1 gain", "30"), ("Own 1 Q", "10"),
        ("Own 2 on", "On"), ("Own 2 type", "Low cut"), ("Own 2 frequency", "15"), ("Own 2 slope", "48 dB/oct"), ("Own 2 Q", "4"),
        ("Own 3 on", "On"), ("Own 3 type", "Low shelf"), ("Own 3 frequency", "10"), ("Own 3 gain", "-30"), ("Own 3 channel", "Mid"),
        ("Own 4 on", "On"), ("Own 4 type", "Bell"), ("Own 4 frequency", "19000"), ("Own 4 gain", "30"), ("Own 4 Q", "40"),
        ("Own 5 on", "On"), ("Own 5 type", "High shelf"), ("Own 5 frequency", "30000"), ("Own 5 gain", "30"), ("Own 5 channel", "Side"),
        ("Own 6 on", "On"), ("Own 6 type", "Notch"), ("Own 6 frequency", "50"), ("Own 6 Q", "40"), ("Own 6 channel", "Left"),
        ("Own 7 on", "On"), ("Own 7 type", "Tilt"), ("Own 7 frequency", "300"), ("Own 7 gain", "30"), ("Own 7 channel", "Right"),
    ];

    [Theory]
    [InlineData(true, -200.0)]
    [InlineData(false, -120.0)]
    public void What_was_played_is_forgotten(bool isDouble, double limitDb)
    {
        const int Past = 4 * Rate, Present = 30 * Rate;
        double[][] present = RandomSettings.Noise(Present, 1, Level);
        double[] End(int seed)
        {
            double[][] past = RandomSettings.Noise(Past, seed, seed == 0 ? 0 : Level);
            using var player = Player(isDouble);
            return player.Play([.. past.Zip(present, (a, b) => (double[])[.. a, .. b])])[0][^Rate..];
        }

        double[] fromSilence = End(0), fromNoise = End(5);

        double db = 20 * Math.Log10(fromSilence.Zip(fromNoise, (a, b) => Math.Abs(a - b)).Max() / fromSilence.Max(Math.Abs));
        output.WriteLine($"{(isDouble ? 64 : 32)} bits: {db:0.0} dB");
        db.ShouldBeLessThan(limitDb);
    }

    [SkippableTheory]
    [InlineData(true, 20)]
    [InlineData(false, 20)]
    [InlineData(true, 1200)]
    [InlineData(false, 1200)]
    public void Late_is_as_early_and_silence_after_it_is_exact(bool isDouble, int seconds)
    {
        Skip.If(seconds > 20 && !Full.IsAsked, Full.Reason);
        const int Window = 5 * Rate, Silence = 60 * Rate;
        var random = new Random(3);
        var windows = new List<(double Mean, double Power, double Peak)>();
        double sum = 0, squares = 0, peak = 0, last = 0;
        int places = 0;
        using var player = Player(isDouble);
        using var stream = new PluginStream(player, 480);

        stream.Run(seconds * Rate, () => (float)(Level * ((2 * random.NextDouble()) - 1)), sample =>
        {
            sum += sample;
            squares += sample * sample;
            peak = Math.Max(peak, Math.Abs(sample));
            if (++places < Window)
                return;
            windows.Add((sum / Window, squares / Window, peak));
            (sum, squares, peak, places) = (0, 0, 0, 0);
        });
        stream.Run(Silence, () => 0, sample => last = sample);

        var first = windows[1];
        foreach (var window in windows.Skip(2))
        {
            output.WriteLine($"mean {window.Mean:g3}, power {10 * Math.Log10(window.Power):0.00} dB, peak {20 * Math.Log10(window.Peak):0.0} dB");
            (10 * Math.Log10(window.Power / first.Power)).ShouldBe(0, 1.5);
            Math.Abs(window.Mean).ShouldBeLessThan(0.02 * Math.Sqrt(window.Power));
            window.Peak.ShouldBeLessThan(3 * first.Peak);
        }
        last.ShouldBe(0.0);
    }

    private static PluginPlayer Player(bool isDouble) => new PluginPlayer { IsDouble = isDouble, SampleRate = Rate }.Set(Extremes);
}
