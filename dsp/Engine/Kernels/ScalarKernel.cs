using System.Numerics;
using System.Runtime.CompilerServices;

namespace SemanticEq.Dsp;

/// <summary>
/// The kernel written plainly: the reference for the vector forms, which equal its fused form to the last bit, and what runs where
/// there are none.
/// </summary>
internal static unsafe class ScalarKernel<T, TArithmetic>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TArithmetic : struct, IMultiplyAdd<T>
{
    /// <summary>Filters in place by coefficients at rest.</summary>
    /// <inheritdoc cref="Kernels.Still(float*, float*, float*, int, int, int)"/>
    public static void Still(T* coefficients, T* states, T* io, int frames, int firstBand, int bandCount)
    {
        for (int lane = 2 * firstBand; lane < 2 * (firstBand + bandCount); lane++)
        {
            T s1 = states[lane];
            T s2 = states[BankLayout.Lanes + lane];
            var c = At(coefficients + lane);
            for (T* sample = io + (lane & 1), end = sample + (2 * frames); sample < end; sample += 2)
                *sample = Step(c, *sample, ref s1, ref s2);
            states[lane] = s1;
            states[BankLayout.Lanes + lane] = s2;
        }
    }

    /// <summary>Filters part of a segment in place by gliding coefficients.</summary>
    /// <inheritdoc cref="Kernels.Glide(float*, float*, float*, int, int, int, int)"/>
    public static void Glide(T* pieces, T* states, T* io, int frames, int from, int firstBand, int bandCount)
    {
        for (int lane = 2 * firstBand; lane < 2 * (firstBand + bandCount); lane++)
        {
            T s1 = states[lane];
            T s2 = states[BankLayout.Lanes + lane];
            T* sample = io + (lane & 1);
            int place = from - BankLayout.Lead + (lane >> 1);
            for (int end = place + frames; place < end; place++, sample += 2)
            {
                T* piece = pieces + (BankLayout.Piece(place) * BankLayout.PieceLength) + lane;
                *sample = Step(At(piece, BankLayout.PlaceInPiece(place)), *sample, ref s1, ref s2);
            }

            states[lane] = s1;
            states[BankLayout.Lanes + lane] = s2;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Step(in Set c, T x, ref T s1, ref T s2)
    {
        T u = x - s2;
        T y = TArithmetic.MultiplyAdd(c.D, x, TArithmetic.MultiplyAdd(c.C1, s1, c.C2 * s2));
        T next = TArithmetic.MultiplyAdd(c.Q, u, TArithmetic.MultiplyAdd(-c.P, s1, s1));
        s2 = TArithmetic.MultiplyAdd(c.R, u, TArithmetic.MultiplyAdd(c.Q, s1, s2));
        s1 = next;
        return y;
    }

    private static Set At(T* still) => new(
        still[0],
        still[BankLayout.Lanes],
        still[2 * BankLayout.Lanes],
        still[3 * BankLayout.Lanes],
        still[4 * BankLayout.Lanes],
        still[5 * BankLayout.Lanes]);

    private static Set At(T* piece, int placeInPiece)
    {
        T t = T.CreateTruncating(placeInPiece);
        return new(
            Along(piece, t),
            Along(piece + BankLayout.Lanes, t),
            Along(piece + (2 * BankLayout.Lanes), t),
            Along(piece + (3 * BankLayout.Lanes), t),
            Along(piece + (4 * BankLayout.Lanes), t),
            Along(piece + (5 * BankLayout.Lanes), t));
    }

    private static T Along(T* value, T t) => TArithmetic.MultiplyAdd(t, value[BankLayout.StillLength], value[0]);

    private readonly record struct Set(T P, T Q, T R, T D, T C1, T C2);
}
