using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>How far people's settings lie around the words in force: of a morph, each word's share of it. Main thread, no allocation.</summary>
internal sealed class WordSpread(SemanticEqEffect effect)
{
    private static readonly int WordA = ParameterTable.IndexOf(ParameterId.WordA);
    private static readonly int WordB = ParameterTable.IndexOf(ParameterId.WordB);
    private static readonly int Morph = ParameterTable.IndexOf(ParameterId.Morph);
    private static readonly int Amount = ParameterTable.IndexOf(ParameterId.Amount);
    private readonly double[] _grid = new double[CommonGrid.Count];

    /// <summary>Writes the standard deviation in dB at frequencies in Hz.</summary>
    /// <returns>False where no word in force has a known one.</returns>
    public bool TryWrite(ReadOnlySpan<double> plain, ReadOnlySpan<double> frequenciesHz, Span<double> decibels)
    {
        const double Percent = 0.01;
        Array.Clear(_grid);
        double amount = plain[Amount] * Percent, morph = plain[Morph] * Percent;
        bool isKnown = Add((int)plain[WordA], amount * (1.0 - morph));
        isKnown |= Add((int)plain[WordB], amount * morph);
        if (!isKnown)
            return false;
        for (int i = 0; i < frequenciesHz.Length; i++)
            decibels[i] = At(frequenciesHz[i]);
        return true;
    }

    private bool Add(int slot, double weight)
    {
        if (weight <= 0.0 || effect.SessionModel is not { } model)
            return false;
        var spread = model.Vocabulary.SpreadDb(slot);
        for (int i = 0; i < spread.Length; i++)
            _grid[i] += weight * spread[i];
        return !spread.IsEmpty;
    }

    private double At(double hz)
    {
        var points = CommonGrid.FrequenciesHz;
        double place = Math.Log(hz / points[0]) / Math.Log(points[^1] / points[0]) * (CommonGrid.Count - 1);
        place = Math.Clamp(double.IsNaN(place) ? 0.0 : place, 0.0, CommonGrid.Count - 1);
        int below = Math.Min((int)place, CommonGrid.Count - 2);
        return double.Lerp(_grid[below], _grid[below + 1], place - below);
    }
}
