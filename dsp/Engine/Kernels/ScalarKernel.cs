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
        for (int band = firstBand; band < firstBand + bandCount; band++)
        {
            var pair = new Pair(states + (2 * band));
            var first = At(coefficients + (2 * band));
            var second = At(coefficients + (2 * band) + 1);
            for (T* frame = io, end = io + (2 * frames); frame < end; frame += 2)
            {
                frame[0] = Step(first, frame[0], ref pair.First1, ref pair.First2);
                frame[1] = Step(second, frame[1], ref pair.Second1, ref pair.Second2);
            }

            pair.Store(states + (2 * band));
        }
    }

    /// <summary>Filters part of a segment in place by gliding coefficients.</summary>
    /// <inheritdoc cref="Kernels.Glide(float*, float*, float*, int, int, int, int)"/>
    public static void Glide(T* pieces, T* states, T* io, int frames, int from, int firstBand, int bandCount)
    {
        for (int band = firstBand; band < firstBand + bandCount; band++)
        {
            var pair = new Pair(states + (2 * band));
            T* frame = io;
            int place = from - BankLayout.Lead + band;
            for (int end = place + frames; place < end; place++, frame += 2)
            {
                T* piece = pieces + (BankLayout.Piece(place) * BankLayout.PieceLength) + (2 * band);
                T t = T.CreateTruncating(BankLayout.PlaceInPiece(place));
                frame[0] = Step(At(piece, t), frame[0], ref pair.First1, ref pair.First2);
                frame[1] = Step(At(piece + 1, t), frame[1], ref pair.Second1, ref pair.Second2);
            }

            pair.Store(states + (2 * band));
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Set At(T* still) => new(
        still[0],
        still[BankLayout.Lanes],
        still[2 * BankLayout.Lanes],
        still[3 * BankLayout.Lanes],
        still[4 * BankLayout.Lanes],
        still[5 * BankLayout.Lanes]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Set At(T* piece, T t) => new(
        Along(piece, t),
        Along(piece + BankLayout.Lanes, t),
        Along(piece + (2 * BankLayout.Lanes), t),
        Along(piece + (3 * BankLayout.Lanes), t),
        Along(piece + (4 * BankLayout.Lanes), t),
        Along(piece + (5 * BankLayout.Lanes), t));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Along(T* value, T t) => TArithmetic.MultiplyAdd(t, value[BankLayout.StillLength], value[0]);

    private readonly record struct Set(T P, T Q, T R, T D, T C1, T C2);

    // A band's states on both channels.
    private struct Pair(T* states)
    {
        public T First1 = states[0];
        public T Second1 = states[1];
        public T First2 = states[BankLayout.Lanes];
        public T Second2 = states[BankLayout.Lanes + 1];

        public readonly void Store(T* states)
        {
            states[0] = First1;
            states[1] = Second1;
            states[BankLayout.Lanes] = First2;
            states[BankLayout.Lanes + 1] = Second2;
        }
    }
}
