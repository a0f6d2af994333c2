using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Which gains the plot shows: what the user chose, or the narrowest range that holds what plays. It widens at once, and narrows only where
/// there is plenty of room for a while, so that it never jumps to and fro.
/// </summary>
internal sealed class CurveRange
{
    private const double NarrowAfterSeconds = 1.5;
    private const double RoomToNarrow = 0.85;
    private const double LeastLineGap = 34;
    private static readonly double[] LimitsDb = [6, 12, 24, 30];
    private static readonly double[] StepsDb = [2, 3, 6, 10, 12, 15, 24, 30];

    private double _limitDb;
    private double _roomySince = double.NaN;

    /// <summary>dB from the middle to the last line.</summary>
    public double LimitDb => _limitDb;

    /// <summary>Looks at what plays.</summary>
    /// <param name="chosenDb">What the user chose; 0 to fit.</param>
    /// <param name="greatestDb">The greatest distance from 0 dB that is to be seen.</param>
    /// <param name="seconds">The time.</param>
    /// <param name="isHeld">Whether something is being dragged: it must not narrow under the hand.</param>
    /// <returns>Whether another range is shown from now on.</returns>
    public bool Update(double chosenDb, double greatestDb, double seconds, bool isHeld)
    {
        double before = _limitDb;
        if (chosenDb > 0)
            _limitDb = chosenDb;
        else if (Holding(greatestDb) is var wanted && (wanted >= _limitDb || _limitDb == 0))
            _limitDb = wanted;
        else if (isHeld || greatestDb > RoomToNarrow * wanted)
            _roomySince = double.NaN;
        else if (double.IsNaN(_roomySince))
            _roomySince = seconds;
        else if (seconds - _roomySince >= NarrowAfterSeconds)
            _limitDb = wanted;
        if (_limitDb == before)
            return false;
        _roomySince = double.NaN;
        return true;
    }

    /// <summary>The range with as many lines as there is room for.</summary>
    public static GainRange WithLines(double limitDb, double height)
    {
        double atLeastDb = LeastLineGap * 2 * limitDb / Math.Max(height, 1);
        foreach (double stepDb in StepsDb)
        {
            if (stepDb >= atLeastDb && limitDb % stepDb == 0)
                return new GainRange(limitDb, stepDb);
        }

        return new GainRange(limitDb, limitDb);
    }

    private static double Holding(double greatestDb)
    {
        foreach (double limitDb in LimitsDb)
        {
            if (greatestDb <= limitDb)
                return limitDb;
        }

        return LimitsDb[^1];
    }
}
