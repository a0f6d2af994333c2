using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>This version does not listen to what came out.</summary>
internal sealed class SilentEar : IEar
{
    /// <inheritdoc/>
    public bool IsAvailable => false;

    /// <inheritdoc/>
    public EarState State => EarState.NothingAsked;

    /// <inheritdoc/>
    public string Word => "";

    /// <inheritdoc/>
    public double Asked => 0.0;

    /// <inheritdoc/>
    public double Heard => 0.0;

    /// <inheritdoc/>
    public double HeardSeconds => 0.0;

    /// <inheritdoc/>
    public string Remark => "";

    /// <inheritdoc/>
    public (string First, string Second) Followed => ("", "");

    /// <inheritdoc/>
    public ReadOnlySpan<EarMoment> Moments => [];

    /// <inheritdoc/>
    public int Serial => 0;
}
