using SemanticEq.Clicks;

namespace SemanticEq.Host.Tests.EndToEnd.Clicks;

/// <summary>What plays while something is switched: nothing above 3 kHz, so that all above 4 kHz is the switch's own.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Left">At most −1 dBFS.</param>
/// <param name="Right">Different, so that mid, side, left and right are four things.</param>
internal sealed record Programme(string Name, double[] Left, double[] Right)
{
    /// <summary>Samples of each, for <see cref="ClickMeasure"/>.</summary>
    public const int Length = ClickMeasure.Length;

    // The middle of the glide that follows.
    private const int SwitchAt = 24_500;
    private const string Samples = "/usr/share/sonic-pi/samples";
    private static readonly double Peak = Math.Pow(10, -1 / 20.0);

    /// <summary>The measure's sine.</summary>
    public static Programme Kilohertz { get; } = Sine(ClickMeasure.SineHz);

    /// <summary>A sine so low that a step stands far above it.</summary>
    public static Programme Low { get; } = Sine(100);

    /// <summary>The demo's recordings (Debian's sonic-pi-samples, CC0), low-passed, their loudest place near the switch.</summary>
    public static Programme[] Recordings { get; } = [Recording("guit_em9"), Recording("loop_amen_full"), Recording("loop_garzul")];

    /// <summary>All of them.</summary>
    public static Programme[] All { get; } = [Kilohertz, Low, .. Recordings];

    private static Programme Sine(double hz) => new($"{hz:0} Hz",
        [.. Enumerable.Range(0, Length).Select(i => Peak * Math.Sin(2 * Math.PI * hz / ClickMeasure.SampleRate * i))],
        [.. Enumerable.Range(0, Length).Select(i => 0.7 * Peak * Math.Sin((2 * Math.PI * hz / ClickMeasure.SampleRate * i) + 1))]);

    private static Programme Recording(string name)
    {
        string path = Path.Combine(Samples, name + ".flac");
        File.Exists(path).ShouldBeTrue($"{path} is missing: it is in Debian's package sonic-pi-samples");
        float[][] all = Folder.ReadAll(path);
        var low = LinearPhaseFilter.LowPass(2500, ClickMeasure.SampleRate);
        double[][] channels = [.. all.Select(channel => low.Apply([.. channel.Select(x => (double)x)]))];
        double peak = channels.Max(channel => channel.Max(Math.Abs));
        int loudest = Array.FindIndex(channels[0], x => Math.Abs(x) >= 0.8 * peak);
        int from = Math.Clamp(loudest - SwitchAt, 0, channels[0].Length - Length);
        double[] Part(double[] channel, double scale) => [.. channel[from..(from + Length)].Select(x => scale * x)];
        return new(name, Part(channels[0], Peak / peak), Part(channels[^1], (channels.Length == 1 ? -0.5 : 1) * Peak / peak));
    }
}
