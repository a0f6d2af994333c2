using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Editor;

/// <summary>Where the plot lies and what its axes show.</summary>
/// <param name="Area">The plot within its axes, in canvas units.</param>
/// <param name="Range">The gains that it shows.</param>
public readonly record struct PlotFrame(Rectangle Area, GainRange Range)
{
    // Full scale at the top; a quiet track's noise floor at the bottom.
    private const double TopLevelDb = 0, BottomLevelDb = -90;

    /// <summary>Its frequencies, from left to right.</summary>
    public FrequencyAxis Frequencies => new(Area.Left, Area.Right);

    /// <summary>The equaliser's gains, in dB.</summary>
    public LevelAxis Gains => Range.Axis(Area.Top, Area.Bottom);

    /// <summary>The spectra's levels, in dB full scale.</summary>
    public LevelAxis Levels => new(TopLevelDb, Area.Top, BottomLevelDb, Area.Bottom);

    /// <summary>The height of a gain in dB; what is beyond the plot, or no number, is held at its edges.</summary>
    public double HeldY(double gainDb) =>
        double.IsNaN(gainDb) ? Gains.Y(0) : Math.Clamp(Gains.Y(gainDb), Area.Top, Area.Bottom);

    /// <summary>The x of a frequency in Hz; what is beyond the plot is held at its edges.</summary>
    public double HeldX(double frequencyHz) =>
        Frequencies.X(Math.Clamp(frequencyHz, FrequencyAxis.LowHz, FrequencyAxis.HighHz));

    /// <summary>dB that one canvas unit upwards stands for.</summary>
    public double DbPerUnit => (Gains.TopDb - Gains.BottomDb) / Area.Height;

    /// <summary>Octaves that one canvas unit to the right stands for.</summary>
    public double OctavesPerUnit => Math.Log2(FrequencyAxis.HighHz / FrequencyAxis.LowHz) / Area.Width;
}
