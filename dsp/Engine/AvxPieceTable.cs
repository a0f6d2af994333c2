using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static SemanticEq.Dsp.PieceTable;

namespace SemanticEq.Dsp;

/// <summary>
/// <see cref="PieceTable"/> by AVX and FMA, once for each precision: the operators of Vector256, which both could share, come in halves
/// where AVX2 is not at hand when compiling.
/// </summary>
internal static unsafe class AvxPieceTable
{
    /// <summary>Whether this machine can run it.</summary>
    public static bool IsSupported => Avx.IsSupported && Fma.IsSupported;

    /// <inheritdoc cref="PieceTable.Write(Knots, int, float*)"/>
    public static void Write(Knots knots, int segment, float* pieces)
    {
        int age = segment == 0 ? 1 : 0;
        int first = segment * BankLayout.PiecesPerSegment;
        float* before2 = knots.At<float>(age + 2);
        float* p2 = knots.At<float>(2);
        float* p1 = knots.At<float>(1);
        float* n = knots.At<float>(0);
        float* before1 = knots.At<float>(age + 1);
        float* before0 = knots.At<float>(age);
        int lanes = 2 * knots.BandCount;
        for (int row = 2 * knots.FirstBand; row < BankLayout.StillLength; row += BankLayout.Lanes)
        {
            for (int i = row; i < row + lanes; i += Vector256<float>.Count)
            {
                Write(before2 + i, before1 + i, before0 + i, (first + Pieces - 1) % Pieces, 1, pieces + i);
                Write(p2 + i, p1 + i, n + i, first, BankLayout.PiecesPerSegment, pieces + BankLayout.PieceLength + i);
            }
        }
    }

    /// <inheritdoc cref="PieceTable.Write(Knots, int, double*)"/>
    public static void Write(Knots knots, int segment, double* pieces)
    {
        int age = segment == 0 ? 1 : 0;
        int first = segment * BankLayout.PiecesPerSegment;
        double* before2 = knots.At<double>(age + 2);
        double* p2 = knots.At<double>(2);
        double* p1 = knots.At<double>(1);
        double* n = knots.At<double>(0);
        double* before1 = knots.At<double>(age + 1);
        double* before0 = knots.At<double>(age);
        int lanes = 2 * knots.BandCount;
        for (int row = 2 * knots.FirstBand; row < BankLayout.StillLength; row += BankLayout.Lanes)
        {
            for (int i = row; i < row + lanes; i += Vector256<double>.Count)
            {
                Write(before2 + i, before1 + i, before0 + i, (first + Pieces - 1) % Pieces, 1, pieces + i);
                Write(p2 + i, p1 + i, n + i, first, BankLayout.PiecesPerSegment, pieces + BankLayout.PieceLength + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(float* before, float* middle, float* after, int first, int count, float* piece)
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
        for (int at = 0; at < count; at++, piece += BankLayout.PieceLength)
        {
            Avx.StoreAligned(piece, Fma.MultiplyAdd(k, Fma.MultiplyAdd(k, bend, run), start));
            Avx.StoreAligned(piece + BankLayout.StillLength, Fma.MultiplyAdd(k, bendSlope, runSlope));
            k = Avx.Add(k, one);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(double* before, double* middle, double* after, int first, int count, double* piece)
    {
        var p2 = Avx.LoadAlignedVector256(before);
        var p1 = Avx.LoadAlignedVector256(middle);
        var n = Avx.LoadAlignedVector256(after);
        var rise = Avx.Subtract(p1, p2);
        var start = Avx.Multiply(Avx.Add(p2, p1), Vector256.Create(0.5));
        var run = Avx.Multiply(rise, Vector256.Create(Step));
        var bend = Avx.Multiply(Avx.Subtract(Avx.Subtract(n, p1), rise), Vector256.Create(0.5 * Step * Step));
        var runSlope = Avx.Multiply(Avx.Add(run, bend), Vector256.Create(PerSample));
        var bendSlope = Avx.Multiply(Avx.Add(bend, bend), Vector256.Create(PerSample));
        var one = Vector256.Create(1.0);
        var k = Vector256.Create((double)first);
        for (int at = 0; at < count; at++, piece += BankLayout.PieceLength)
        {
            Avx.StoreAligned(piece, Fma.MultiplyAdd(k, Fma.MultiplyAdd(k, bend, run), start));
            Avx.StoreAligned(piece + BankLayout.StillLength, Fma.MultiplyAdd(k, bendSlope, runSlope));
            k = Avx.Add(k, one);
        }
    }
}
