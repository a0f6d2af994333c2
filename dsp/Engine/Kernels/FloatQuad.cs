using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static SemanticEq.Dsp.FloatStep;

namespace SemanticEq.Dsp;

/// <summary>
/// Four bands of two channels in a vector of single precision, for half a bank. As in <see cref="FloatOctet"/>, bands follow each
/// other in the signal's way but not in time.
/// </summary>
internal static unsafe class FloatQuad
{
    private const int Bands = 4;
    private const int Row = BankLayout.Lanes;

    private const int Drain = Bands - 1;

    public static void Still(float* c, float* states, float* io, int frames)
    {
        var s1 = Vector256.Load(states);
        var s2 = Vector256.Load(states + Row);
        var y = Vector256<float>.Zero;
        int steps = frames + Drain;
        for (int step = 0; step < steps;)
        {
            if (step >= Drain && step < frames)
            {
                for (; step < frames; step++)
                {
                    var x = First(Next(io + (2 * step)), y);
                    y = Step(c, x, ref s1, ref s2);
                    Put(y, io + (2 * (step - Drain)));
                }
            }
            else
            {
                int begun = LaneMask.Begun(step + 1);
                int notEnded = LaneMask.NotEnded(step - frames + 1);
                var x = First(step < frames ? Next(io + (2 * step)) : default, y);
                var (n1, n2) = (s1, s2);
                y = Step(c, x, ref n1, ref n2);
                var mask = LaneMask.Single(begun, notEnded);
                s1 = Avx.BlendVariable(s1, n1, mask);
                s2 = Avx.BlendVariable(s2, n2, mask);
                if (step >= Drain)
                    Put(y, io + (2 * (step - Drain)));
                step++;
            }
        }

        s1.Store(states);
        s2.Store(states + Row);
    }

    public static void Glide(float* pieces, float* states, float* io, int frames, int place)
    {
        var s1 = Vector256.Load(states);
        var s2 = Vector256.Load(states + Row);
        var y = Vector256<float>.Zero;
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
                    y = Step(c, t, x, ref s1, ref s2);
                    t = Avx.Add(t, Vector256<float>.One);
                    Put(y, io + (2 * (step - Drain)));
                }
            }
            else
            {
                var x = First(step < frames ? Next(io + (2 * step)) : default, y);
                var (n1, n2) = (s1, s2);
                y = Step(c, t, x, ref n1, ref n2);
                int begun = LaneMask.Begun(step + 1);
                int notEnded = LaneMask.NotEnded(step - frames + 1);
                var mask = LaneMask.Single(begun, notEnded);
                s1 = Avx.BlendVariable(s1, n1, mask);
                s2 = Avx.BlendVariable(s2, n2, mask);
                if (step >= Drain)
                    Put(y, io + (2 * (step - Drain)));
                step++;
            }
        }

        s1.Store(states);
        s2.Store(states + Row);
    }
}
