namespace SemanticEq.Ui.Plot;

/// <summary>A linear axis of levels in dB between two heights.</summary>
/// <param name="TopDb">The level at <paramref name="TopY"/>.</param>
/// <param name="TopY">A height in canvas units (y downwards).</param>
/// <param name="BottomDb">The level at <paramref name="BottomY"/>; not that of the top.</param>
/// <param name="BottomY">A lower height in canvas units, so a greater number.</param>
public readonly record struct LevelAxis(double TopDb, double TopY, double BottomDb, double BottomY)
{
    /// <summary>The height of a level. What lies more than ten times the axis away is held there, so that an infinite level
    /// still has a place to draw to.</summary>
    public double Y(double levelDb)
    {
        double t = Math.Clamp((TopDb - levelDb) / (TopDb - BottomDb), -10, 10);
        return TopY + (t * (BottomY - TopY));
    }

    /// <summary>The level at a height, in dB.</summary>
    public double LevelDb(double y) => TopDb + ((y - TopY) / (BottomY - TopY) * (BottomDb - TopDb));
}
