namespace SemanticEq.Plugin;

/// <summary>An own band as a phrase has set it. While it still stands so, the phrase may take it back; once edited it is the user's.</summary>
/// <param name="Own">Which own band, 1 to 8.</param>
/// <param name="Values">The plain values of its seven parameters, in the order of <see cref="ParameterId.Own"/>.</param>
internal sealed record OwnedBand(int Own, double[] Values)
{
    /// <summary>How many parameters an own band has.</summary>
    public const int Parameters = (int)ParameterId.Own.Slope + 1;

    // Hosts keep values in 32 bits.
    private const double SameNormalized = 1e-5;

    /// <summary>Whether it names a band and its values.</summary>
    public bool IsSound() => Own is >= 1 and <= ParameterTable.Bands && Values is { Length: Parameters } && Array.TrueForAll(Values, double.IsFinite);

    /// <summary>Whether the band still stands as it was set.</summary>
    public bool IsUnchanged(ParameterValues newest)
    {
        for (int i = 0; i < Parameters; i++)
        {
            int index = ParameterTable.IndexOf(ParameterId.OfOwn(Own - 1, (ParameterId.Own)i));
            if (Math.Abs(ParameterTable.At(index).ToNormalized(Values[i]) - Stepped(index, newest[index])) > SameNormalized)
                return false;
        }
        return true;
    }

    // Of a step's share of 0 to 1 every value means the same.
    private static double Stepped(int index, double normalized) => ParameterTable.At(index).ToNormalized(ParameterTable.At(index).ToPlain(normalized));
}
