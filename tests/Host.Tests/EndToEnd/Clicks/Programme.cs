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

    private const string Samples = "/usr/share/sonic-pi/samples";
    private static readonly double Peak = Math.Pow(10, -1 / 20.0);

    /// <summary>The measure's sine.</summary>
    public static Programme Kilohertz { get; } = Sine(ClickMeasure.SineHz);

    /// <summary>A sine so low that a step stands far above it.</summary>
    public static Programme Low { get; } = Sine(100);

    /// <summary>The demo's recordings (Debian's sonic-pi-samples, CC0), loud and low-passed.</summary>
    public static Programme[] Recordings { get; } = [Recording("guit_em9", 20_000), Recording("loop_amen_full", 0), Recording("loop_garzul", 40_000)];

    /// <summary>All of them.</summary>
    public static Programme[] All { get; } = [Kilohertz, Low, .. Recordings];

    private static Programme Sine(double hz) => new($"{hz:0} Hz",
        [.. Enumerable.Range(0, Length).Select(i => Peak * Math.Sin(2 * Math.PI * hz / ClickMeasure.SampleRate * i))],
        [.. Enumerable.Range(0, Length).Select(i => 0.7 * Peak * Math.Sin((2 * Math.PI * hz / ClickMeasure.SampleRate * i) + 1))]);

    private static Programme Recording(string name, int from)
    {
        string path = Path.Combine(Samples, name + ".flac");
        File.Exists(path).ShouldBeTrue($"{path} is missing: it is in Debian's package sonic-pi-samples");
        float[][] all = Folder.ReadAll(path);
        var low = LinearPhaseFilter.LowPass(2500, ClickMeasure.SampleRate);
        double[][] channels = [.. all.Select(channel =>
            low.Apply([.. channel.AsSpan(from, Length + (2 * LinearPhaseFilter.Half)).ToArray().Select(x => (double)x)]))];
        double scale = Peak / channels.Max(channel => channel.Max(Math.Abs));
        return new(name, [.. channels[0].Select(x => scale * x)], [.. channels[^1].Select(x => scale * (channels.Length == 1 ? -0.5 : 1) * x)]);
    }
}
