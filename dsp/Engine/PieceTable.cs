using System.Numerics;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// The coefficients of a bank along a segment, half of the way from a design to the next. They follow the uniform quadratic B-spline of the designs p2, p1, n:
/// c(τ) = (1 − τ)²/2 p2 + (1/2 + τ − τ²) p1 + τ²/2 n, played as sixteen chords. All weights are positive and sum to 1, so that
/// every value is a mean of designs, and at rest exactly the design; slopes have no jump between designs.
/// </summary>
/// <remarks>
/// By pieces k: the value at its start is start + k (run + k bend), the slope a sample runSlope + k bendSlope. After C. de Boor, "A Practical Guide to Splines" (1978), chapter IX.
/// </remarks>
internal static unsafe class PieceTable
{
    internal const int Pieces = Knots.SegmentsApart * BankLayout.PiecesPerSegment;
    internal const double Step = 1.0 / Pieces;
    internal const double PerSample = 1.0 / BankLayout.PieceSamples;

    /// <summary>
    /// Writes the last piece of the segment before and the eight of this one, as <see cref="BankLayout"/> has them; only of the halves
    /// of the bank in which a band is awake.
    /// </summary>
    /// <param name="knots">The designs.</param>
    /// <param name="segment">Which segment since the newest design, 0 or 1.</param>
    /// <param name="pieces">Overwritten.</param>
    public static void Write(Knots knots, int segment, float* pieces)
    {
        if (AvxPieceTable.IsSupported)
            AvxPieceTable.Write(knots, segment, pieces);
        else
            WriteByVectors(knots, segment, pieces);
        GC.KeepAlive(knots);
    }

    /// <inheritdoc cref="Write(Knots, int, float*)"/>
    public static void Write(Knots knots, int segment, double* pieces)
    {
        if (AvxPieceTable.IsSupported)
            AvxPieceTable.Write(knots, segment, pieces);
        else
            WriteByVectors(knots, segment, pieces);
        GC.KeepAlive(knots);
    }

    /// <summary>The form for every machine and precision.</summary>
    internal static void WriteByVectors<T>(Knots knots, int segment, T* pieces) where T : unmanaged, INumberBase<T>
    {
        int first = segment * BankLayout.PiecesPerSegment;
        WriteByVectors(knots, segment == 0 ? 1 : 0, (first + Pieces - 1) % Pieces, 1, pieces);
        WriteByVectors(knots, 0, first, BankLayout.PiecesPerSegment, pieces + BankLayout.PieceLength);
    }

    private static void WriteByVectors<T>(Knots knots, int age, int first, int count, T* pieces) where T : unmanaged, INumberBase<T>
    {
        var half = Vector128.Create(T.CreateTruncating(0.5));
        var step = Vector128.Create(T.CreateTruncating(Step));
        var halfSquare = Vector128.Create(T.CreateTruncating(0.5 * Step * Step));
        var perSample = Vector128.Create(T.CreateTruncating(PerSample));
        var firstPiece = Vector128.Create(T.CreateTruncating(first));
        for (int row = 2 * knots.FirstBand; row < BankLayout.StillLength; row += BankLayout.Lanes)
        {
            for (int i = row; i < row + (2 * knots.BandCount); i += Vector128<T>.Count)
            {
                var p2 = Vector128.Load(knots.At<T>(age + 2) + i);
                var p1 = Vector128.Load(knots.At<T>(age + 1) + i);
                var n = Vector128.Load(knots.At<T>(age) + i);
                var start = (p2 + p1) * half;
                var run = (p1 - p2) * step;
                var bend = (n - p1 - (p1 - p2)) * halfSquare;
                var runSlope = (run + bend) * perSample;
                var bendSlope = (bend + bend) * perSample;
                var k = firstPiece;
                T* piece = pieces + i;
                for (int at = 0; at < count; at++, piece += BankLayout.PieceLength)
                {
                    (start + (k * (run + (k * bend)))).Store(piece);
                    (runSlope + (k * bendSlope)).Store(piece + BankLayout.StillLength);
                    k += Vector128<T>.One;
                }
            }
        }
    }
}
