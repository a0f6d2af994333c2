using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Clicks;

/// <summary>
/// Clicks on a 1 kHz sine at 48 kHz. HP4k: the peak of what lies above 4 kHz, against the sine's peak. OUT: the energy outside
/// 0.5–2 kHz against the whole. Both filters are linear-phase with a stopband below −120 dB.
/// </summary>
/// <param name="HighPeak">HP4k as a factor.</param>
/// <param name="OutsideShare">OUT as a factor of energies.</param>
internal readonly record struct ClickMeasure(double HighPeak, double OutsideShare)
{
    /// <summary>In Hz.</summary>
    public const double SampleRate = 48000.0;

    /// <summary>In Hz.</summary>
    public const double SineHz = 1000.0;

    /// <summary>Samples of a signal that is measured.</summary>
    public const int Length = 30000;

    /// <summary>Where what is looked at begins: the sine's own start is a click too.</summary>
    public const int Begin = 20000;

    private static readonly LinearPhaseFilter HighPass = LinearPhaseFilter.HighPass(3500.0, SampleRate);
    private static readonly LinearPhaseFilter OutsideBand = LinearPhaseFilter.BandStop(700.0, 1800.0, SampleRate);

    /// <summary>Where the switch falls: on different places in the sine's period.</summary>
    public static IEnumerable<int> SwitchPlaces { get; } = [24000, 24007, 24014, 24021, 24028, 24035, 24042];

    /// <summary>HP4k in dB.</summary>
    public double HighPeakDb => 20.0 * Math.Log10(HighPeak);

    /// <summary>OUT in dB.</summary>
    public double OutsideDb => 10.0 * Math.Log10(OutsideShare);

    /// <summary>A preset of all eight bands.</summary>
    public static Band[] PresetA { get; } =
    [
        new(BandType.LowShelf, 120.0, 6.0, 0.7), new(BandType.Bell, 250.0, -4.0, 1.0), new(BandType.Bell, 600.0, 5.0, 1.4),
        new(BandType.Bell, 1100.0, 8.0, 1.0), new(BandType.Bell, 2200.0, -6.0, 2.0), new(BandType.Bell, 4000.0, 4.0, 1.0),
        new(BandType.Bell, 7000.0, -5.0, 1.2), new(BandType.HighShelf, 9000.0, 6.0, 0.7),
    ];

    /// <summary>Another, far from it.</summary>
    public static Band[] PresetB { get; } =
    [
        new(BandType.LowShelf, 200.0, -5.0, 0.7), new(BandType.Bell, 400.0, 6.0, 0.8), new(BandType.Bell, 900.0, -7.0, 1.0),
        new(BandType.Bell, 1600.0, -5.0, 1.5), new(BandType.Bell, 3000.0, 7.0, 1.0), new(BandType.Bell, 5000.0, -6.0, 2.0),
        new(BandType.Bell, 9000.0, 5.0, 0.9), new(BandType.HighShelf, 7000.0, -6.0, 0.7),
    ];

    /// <summary>Measures what became of a sine around a change some 4,000 samples after <see cref="Begin"/>.</summary>
    /// <param name="signal">At least <see cref="Length"/> samples.</param>
    /// <param name="sinePeak">The peak of the sine that went in.</param>
    public static ClickMeasure Of(ReadOnlySpan<double> signal, double sinePeak = 1.0)
    {
        var part = signal[Begin..Length];
        double outside = TensorPrimitives.SumOfSquares<double>(OutsideBand.Apply(part));
        double whole = TensorPrimitives.SumOfSquares(part[LinearPhaseFilter.Half..^LinearPhaseFilter.Half]);
        return new(HighPass.Apply(part).Max(Math.Abs) / sinePeak, outside / whole);
    }

    /// <summary>What lies above 4 kHz: <see cref="LinearPhaseFilter.Half"/> samples fewer at either end.</summary>
    public static double[] Above4Kilohertz(ReadOnlySpan<double> signal) => HighPass.Apply(signal);

    /// <summary>The worse of two, each figure by itself.</summary>
    public ClickMeasure Or(ClickMeasure other) => new(Math.Max(HighPeak, other.HighPeak), Math.Max(OutsideShare, other.OutsideShare));
}
