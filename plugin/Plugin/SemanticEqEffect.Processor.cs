namespace SemanticEq.Plugin;

/// <content>What the window's side reaches of the processing.</content>
internal sealed partial class SemanticEqEffect
{
    /// <summary>The processing behind the parameters.</summary>
    internal EqProcessor Processor => _processor;
}
