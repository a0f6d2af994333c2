using System.Globalization;
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
        double[] curve = new double[CommonGrid.Count];
        for (int i = 0; i < curve.Length; i++)
            curve[i] = At(points, Math.Log(CommonGrid.FrequenciesHz[i]));
        return curve;
    }

    private static double At(List<(double LogHz, double Db)> points, double logHz)
    {
        int above = points.FindIndex(point => point.LogHz >= logHz);
        if (above <= 0)
            return above == 0 ? points[0].Db : points[^1].Db;
        var (left, right) = (points[above - 1], points[above]);
        return left.Db + ((logHz - left.LogHz) / (right.LogHz - left.LogHz) * (right.Db - left.Db));
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
