using System.Numerics;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// The coefficients of a bank along a segment. They follow the uniform quadratic B-spline of the designs p2, p1, n:
/// c(τ) = (1 − τ)²/2 p2 + (1/2 + τ − τ²) p1 + τ²/2 n, played as eight chords. All weights are positive and sum to 1, so that
/// every value is a mean of designs, and at rest exactly the design; slopes have no jump between segments.
/// </summary>
/// <remarks>After C. de Boor, "A Practical Guide to Splines" (1978), chapter IX.</remarks>
internal static unsafe class PieceTable
{
    private const int Slopes = BankLayout.StillLength;

    /// <summary>Writes the last piece of the segment before and the eight of this one, as <see cref="BankLayout"/> has them.</summary>
    public static void Write<T>(Knots knots, T* pieces) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < BankLayout.StillLength; i += Vector256<T>.Count)
        {
            var oldest = Vector256.LoadAligned(knots.At<T>(3) + i);
            var p2 = Vector256.LoadAligned(knots.At<T>(2) + i);
            var p1 = Vector256.LoadAligned(knots.At<T>(1) + i);
            var n = Vector256.LoadAligned(knots.At<T>(0) + i);
            Spline<T>.Of(oldest, p2, p1).Write(BankLayout.PiecesPerSegment - 1, 1, pieces + i);
            Spline<T>.Of(p2, p1, n).Write(0, BankLayout.PiecesPerSegment, pieces + BankLayout.PieceLength + i);
        }
    }

    // By pieces k: the value at its start is Start + k (Run + k Bend), the slope a sample RunSlope + k BendSlope.
    private readonly record struct Spline<T>(
        Vector256<T> Start, Vector256<T> Run, Vector256<T> Bend, Vector256<T> RunSlope, Vector256<T> BendSlope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private static Vector256<T> Scale(double factor) => Vector256.Create(T.CreateTruncating(factor));

        public static Spline<T> Of(Vector256<T> p2, Vector256<T> p1, Vector256<T> n)
        {
            const double Step = 1.0 / BankLayout.PiecesPerSegment;
            const double PerSample = 1.0 / BankLayout.PieceSamples;
            var run = (p1 - p2) * Scale(Step);
            var bend = ((n - p1) - (p1 - p2)) * Scale(0.5 * Step * Step);
            return new((p2 + p1) * Scale(0.5), run, bend, (run + bend) * Scale(PerSample), bend * Scale(2.0 * PerSample));
        }

        public void Write(int firstPiece, int count, T* pieces)
        {
            var k = Scale(firstPiece);
            for (T* end = pieces + (count * BankLayout.PieceLength); pieces < end; pieces += BankLayout.PieceLength)
            {
                (Start + (k * (Run + (k * Bend)))).StoreAligned(pieces);
                (RunSlope + (k * BendSlope)).StoreAligned(pieces + Slopes);
                k += Vector256<T>.One;
            }
        }
    }
}
