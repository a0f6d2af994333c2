using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>The part of the parameters that decides the latent place. Any thread, no allocation.</summary>
internal static class SemanticControls
{
    private static readonly int WordA = ParameterTable.IndexOf(ParameterId.WordA);
    private static readonly int WordB = ParameterTable.IndexOf(ParameterId.WordB);
    private static readonly int Morph = ParameterTable.IndexOf(ParameterId.Morph);
    private static readonly int Variation = ParameterTable.IndexOf(ParameterId.Variation);
    private static readonly int Macro1 = ParameterTable.IndexOf(ParameterId.Macro1);

    /// <summary>The frame of these values.</summary>
    /// <param name="plain">Plain values in the table's order.</param>
    /// <param name="typed">The serial of the typed phrases' places.</param>
    public static ControlFrame Frame(ReadOnlySpan<double> plain, int typed = 0)
    {
        const double Percent = 0.01;
        var macros = default(MacroValues);
        for (int i = 0; i < DecoderShape.Macros; i++)
            macros[i] = (float)(plain[Macro1 + i] * Percent);
        return new ControlFrame(
            (int)plain[WordA], (int)plain[WordB], (float)(plain[Morph] * Percent), (int)plain[Variation], macros, typed);
    }
}
