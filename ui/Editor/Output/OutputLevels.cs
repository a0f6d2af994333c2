using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The output's peaks, as its meter wants them.</summary>
internal sealed class OutputLevels(ISignals signals) : IMeterLevels
{
    /// <inheritdoc/>
    public int Channels => signals.Channels;

    /// <inheritdoc/>
    public double HighestDb => signals.HighestDb(output: true);

    /// <inheritdoc/>
    public double LevelDb(int channel) => signals.PeakDb(output: true, channel);
}
