using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static SemanticEq.Dsp.FloatStep;

namespace SemanticEq.Dsp;

/// <summary>
/// Eight bands of two channels in two vectors of single precision: bands 0 to 3 and 4 to 7. Bands follow each other in the
/// signal's way but not in time: while band 0 filters a sample, band 1 filters an earlier one, and what all have put out moves on
/// by one pair of lanes. Nothing is delayed: a call's first and last steps have bands without a sample, whose states are kept.
/// Bands two samples apart would wait less for each other (18 % faster in blocks of 512), but need twice those steps (6 % slower in
/// blocks of 32, where time is shorter).
/// </summary>
internal static unsafe class FloatOctet
{
    private const int Row = BankLayout.Lanes;
    private const int Half = Row / 2;

    // Steps that the last band is behind the first.
    private const int Drain = BankLayout.Bands - 1;

    public static void Still(float* c, float* states, float* io, int frames)
    {
        var s1 = Vector256.Load(states);
        var t1 = Vector256.Load(states + Half);
        var s2 = Vector256.Load(states + Row);
        var t2 = Vector256.Load(states + Row + Half);
        var y = Vector256<float>.Zero;
        var z = y;
        int steps = frames + Drain;
        for (int step = 0; step < steps;)
        {
            if (step >= Drain && step < frames)
            {
                for (; step < frames; step++)
                {
                    var x = First(Next(io + (2 * step)), y);
                    var w = Second(y, z);
                    y = Step(c, x, ref s1, ref s2);
                    z = Step(c + Half, w, ref t1, ref t2);
                    Put(z, io + (2 * (step - Drain)));
                }
            }
            else
            {
                int begun = LaneMask.Begun(step + 1);
                int notEnded = LaneMask.NotEnded(step - frames + 1);
                var x = First(step < frames ? Next(io + (2 * step)) : default, y);
                var w = Second(y, z);
                var (n1, n2, m1, m2) = (s1, s2, t1, t2);
                y = Step(c, x, ref n1, ref n2);
                z = Step(c + Half, w, ref m1, ref m2);
                var mask = LaneMask.Single(begun, notEnded);
                s1 = Avx.BlendVariable(s1, n1, mask);
                s2 = Avx.BlendVariable(s2, n2, mask);
                mask = LaneMask.Single(begun + Half, notEnded + Half);
                t1 = Avx.BlendVariable(t1, m1, mask);
                t2 = Avx.BlendVariable(t2, m2, mask);
                if (step >= Drain)
                    Put(z, io + (2 * (step - Drain)));
                step++;
            }
        }

        s1.Store(states);
        t1.Store(states + Half);
        s2.Store(states + Row);
        t2.Store(states + Row + Half);
    }

    public static void Glide(float* pieces, float* states, float* io, int frames, int place)
    {
        var s1 = Vector256.Load(states);
        var t1 = Vector256.Load(states + Half);
        var s2 = Vector256.Load(states + Row);
        var t2 = Vector256.Load(states + Row + Half);
        var y = Vector256<float>.Zero;
        var z = y;
        int steps = frames + Drain;
        for (int step = 0; step < steps;)
        {
            float* c = pieces + (BankLayout.Piece(place + step) * BankLayout.PieceLength);
            int inPiece = BankLayout.PlaceInPiece(place + step);
            var t = Vector256.Create((float)inPiece);
            if (step >= Drain && step < frames)
            {
                int end = Math.Min(frames, step + BankLayout.PieceSamples - inPiece);
                for (; step < end; step++)
                {
                    var x = First(Next(io + (2 * step)), y);
                    var w = Second(y, z);
                    y = Step(c, t, x, ref s1, ref s2);
                    z = Step(c + Half, t, w, ref t1, ref t2);
                    t = Avx.Add(t, Vector256<float>.One);
                    Put(z, io + (2 * (step - Drain)));
                }
            }
            else
            {
                var x = First(step < frames ? Next(io + (2 * step)) : default, y);
                var w = Second(y, z);
                var (n1, n2, m1, m2) = (s1, s2, t1, t2);
                y = Step(c, t, x, ref n1, ref n2);
                z = Step(c + Half, t, w, ref m1, ref m2);
                int begun = LaneMask.Begun(step + 1);
                int notEnded = LaneMask.NotEnded(step - frames + 1);
                var mask = LaneMask.Single(begun, notEnded);
                s1 = Avx.BlendVariable(s1, n1, mask);
                s2 = Avx.BlendVariable(s2, n2, mask);
                mask = LaneMask.Single(begun + Half, notEnded + Half);
                t1 = Avx.BlendVariable(t1, m1, mask);
                t2 = Avx.BlendVariable(t2, m2, mask);
                if (step >= Drain)
                    Put(z, io + (2 * (step - Drain)));
                step++;
            }
        }

        s1.Store(states);
        t1.Store(states + Half);
        s2.Store(states + Row);
        t2.Store(states + Row + Half);
    }

    // Pairs [y3, z0, z1, z2].
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Second(Vector256<float> y, Vector256<float> z) => Avx.Shuffle(
        Avx.Permute2x128(y, z, 0x21).AsDouble(), z.AsDouble(), 0b0101).AsSingle();
}
