using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
    private const int Pieces = Knots.SegmentsApart * BankLayout.PiecesPerSegment;
    private const double Step = 1.0 / Pieces;
    private const double PerSample = 1.0 / BankLayout.PieceSamples;

    /// <summary>Writes the last piece of the segment before and the eight of this one, as <see cref="BankLayout"/> has them.</summary>
    /// <param name="knots">The designs.</param>
    /// <param name="segment">Which segment since the newest design, 0 or 1.</param>
    /// <param name="pieces">Overwritten.</param>
    public static void Write(Knots knots, int segment, float* pieces)
    {
        if (Avx.IsSupported)
            WriteByAvx(knots, segment, pieces);
        else
            WriteByVectors(knots, segment, pieces);
    }

    /// <inheritdoc cref="Write(Knots, int, float*)"/>
    public static void Write(Knots knots, int segment, double* pieces) => WriteByVectors(knots, segment, pieces);

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
        for (int i = 0; i < BankLayout.StillLength; i += Vector128<T>.Count)
        {
            var p2 = Vector128.Load(knots.At<T>(age + 2) + i);
            var p1 = Vector128.Load(knots.At<T>(age + 1) + i);
            var n = Vector128.Load(knots.At<T>(age) + i);
            var start = (p2 + p1) * half;
            var run = (p1 - p2) * step;
            var bend = (n - p1 - (p1 - p2)) * halfSquare;
            var runSlope = (run + bend) * perSample;
            var bendSlope = (bend + bend) * perSample;
            var k = Vector128.Create(T.CreateTruncating(first));
            T* piece = pieces + i;
            for (int at = 0; at < count; at++, piece += BankLayout.PieceLength)
            {
                (start + (k * (run + (k * bend)))).Store(piece);
                (runSlope + (k * bendSlope)).Store(piece + BankLayout.StillLength);
                k += Vector128<T>.One;
            }
        }
    }

    // The operators of Vector256 come in halves where AVX2 is not at hand when compiling.
    private static void WriteByAvx(Knots knots, int segment, float* pieces)
    {
        int age = segment == 0 ? 1 : 0;
        float* before2 = knots.Single(age + 2);
        float* before1 = knots.Single(age + 1);
        float* before0 = knots.Single(age);
        float* p2 = knots.Single(2);
        float* p1 = knots.Single(1);
        float* n = knots.Single(0);
        int first = segment * BankLayout.PiecesPerSegment;
        for (int i = 0; i < BankLayout.StillLength; i += Vector256<float>.Count)
        {
            WriteByAvx(before2 + i, before1 + i, before0 + i, (first + Pieces - 1) % Pieces, 1, pieces + i);
            WriteByAvx(p2 + i, p1 + i, n + i, first, BankLayout.PiecesPerSegment, pieces + BankLayout.PieceLength + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteByAvx(float* before, float* middle, float* after, int first, int count, float* piece)
    {
        var p2 = Avx.LoadAlignedVector256(before);
        var p1 = Avx.LoadAlignedVector256(middle);
        var n = Avx.LoadAlignedVector256(after);
        var rise = Avx.Subtract(p1, p2);
        var start = Avx.Multiply(Avx.Add(p2, p1), Vector256.Create(0.5f));
        var run = Avx.Multiply(rise, Vector256.Create((float)Step));
        var bend = Avx.Multiply(Avx.Subtract(Avx.Subtract(n, p1), rise), Vector256.Create((float)(0.5 * Step * Step)));
        var runSlope = Avx.Multiply(Avx.Add(run, bend), Vector256.Create((float)PerSample));
        var bendSlope = Avx.Multiply(Avx.Add(bend, bend), Vector256.Create((float)PerSample));
        var one = Vector256.Create(1.0f);
        var k = Vector256.Create((float)first);
        if (Fma.IsSupported)
        {
            for (int at = 0; at < count; at++, piece += BankLayout.PieceLength)
            {
                Avx.StoreAligned(piece, Fma.MultiplyAdd(k, Fma.MultiplyAdd(k, bend, run), start));
                Avx.StoreAligned(piece + BankLayout.StillLength, Fma.MultiplyAdd(k, bendSlope, runSlope));
                k = Avx.Add(k, one);
            }

            return;
        }

        for (int at = 0; at < count; at++, piece += BankLayout.PieceLength)
        {
            Avx.StoreAligned(piece, Avx.Add(start, Avx.Multiply(k, Avx.Add(run, Avx.Multiply(k, bend)))));
            Avx.StoreAligned(piece + BankLayout.StillLength, Avx.Add(runSlope, Avx.Multiply(k, bendSlope)));
            k = Avx.Add(k, one);
        }
    }
}
