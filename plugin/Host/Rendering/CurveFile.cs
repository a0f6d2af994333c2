using System.Globalization;
using MathNet.Numerics.Interpolation;
using SemanticEq.Dsp;

namespace SemanticEq.Host.Rendering;

/// <summary>Reads an equaliser curve: CSV with the columns hz and db, at any frequencies.</summary>
public static class CurveFile
{
    private static readonly string[] Columns = ["hz", "db"];

    /// <summary>Reads a curve onto the common grid: straight lines over log frequency, level beyond its ends.</summary>
    /// <returns>64 values in dB.</returns>
    /// <exception cref="UserError">It is missing, or holds what is no curve.</exception>
    public static double[] Read(string path)
    {
        var points = CsvTable.Read(path, Columns).Rows.Select(row => Point(path, row)).OrderBy(point => point.LogHz).ToList();
        if (points.Count < 2)
            throw new UserError($"{path}: a curve needs two points at least");
        for (int i = 1; i < points.Count; i++)
        {
            if (points[i].LogHz <= points[i - 1].LogHz)
                throw new UserError($"{path}: {Math.Exp(points[i].LogHz):0.##} Hz stands there twice");
        }
        var line = LinearSpline.InterpolateSorted([.. points.Select(point => point.LogHz)], [.. points.Select(point => point.Db)]);
        double[] curve = new double[CommonGrid.Count];
        for (int i = 0; i < curve.Length; i++)
            curve[i] = line.Interpolate(Math.Clamp(Math.Log(CommonGrid.FrequenciesHz[i]), points[0].LogHz, points[^1].LogHz));
        return curve;
    }

    private static (double LogHz, double Db) Point(string path, CsvRow row)
    {
        if (!double.TryParse(row.Fields[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double hz) || !double.IsFinite(hz) || hz <= 0)
            throw new UserError($"{path}, line {row.Line}: {row.Fields[0]} is not a frequency in Hz");
        return double.TryParse(row.Fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double db) && double.IsFinite(db)
            ? (Math.Log(hz), db)
            : throw new UserError($"{path}, line {row.Line}: {row.Fields[1]} is not a level in dB");
    }
}
