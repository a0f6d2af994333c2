using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>This version does not listen to what came out.</summary>
internal sealed class SilentEar : IEar
{
    /// <inheritdoc/>
    public bool IsAvailable => false;

    /// <inheritdoc/>
    public double Asked => 0.0;

    /// <inheritdoc/>
    public double Heard => 0.0;

    /// <inheritdoc/>
    public string Remark => "";
}
