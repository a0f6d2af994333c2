using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// From a sound's power in the bands of the common grid to its <em>level-free spectrum</em>: dB whose mean over the grid is zero, nothing
/// more than <see cref="RangeDb"/> below the total. Pink noise is flat. Any thread, no allocation.
/// </summary>
public static class GridLevels
{
    /// <summary>How far a band may lie below the total.</summary>
    public const double RangeDb = 100.0;

    /// <summary>Writes it.</summary>
    /// <param name="powers">64 powers.</param>
    /// <param name="levelFreeDb">64 values in dB.</param>
    /// <returns>False, and nothing written, where there is no power.</returns>
    public static bool TryRead(ReadOnlySpan<double> powers, Span<float> levelFreeDb)
    {
        double total = TensorPrimitives.Sum(powers[..CommonGrid.Count]);
        if (!(total > 0.0) || !double.IsFinite(total))
            return false;
        Span<double> decibels = stackalloc double[CommonGrid.Count];
        for (int i = 0; i < decibels.Length; i++)
            decibels[i] = Math.Max(-RangeDb, 10.0 * Math.Log10(powers[i] / total));
        CommonGrid.MakeLevelFree(decibels);
        TensorPrimitives.ConvertTruncating<double, float>(decibels, levelFreeDb);
        return true;
    }
}
