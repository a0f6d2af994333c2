using System.Numerics;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// <see cref="KWeighting"/> of two channels at once, one in each lane, and their energies: what either needs would leave the processor
/// waiting for the last sample.
/// </summary>
internal sealed class KWeightedPair
{
    // As SvfSection: some −400 dBFS.
    private const double Silence = 1e-20;

    private readonly SvfCoefficients _shelf;
    private readonly SvfCoefficients _highPass;
    private Vector128<double> _shelf1;
    private Vector128<double> _shelf2;
    private Vector128<double> _high1;
    private Vector128<double> _high2;

    /// <summary>For a sample rate in Hz.</summary>
    public KWeightedPair(double sampleRate)
    {
        _shelf = SvfCoefficients.From(KWeighting.Shelf(sampleRate));
        _highPass = SvfCoefficients.From(KWeighting.HighPass(sampleRate));
    }

    /// <summary>Forgets what it heard.</summary>
    public void Reset() => _shelf1 = _shelf2 = _high1 = _high2 = Vector128<double>.Zero;

    /// <summary>States that have died away become 0.</summary>
    public void Flush()
    {
        (_shelf1, _shelf2) = Flush(_shelf1, _shelf2);
        (_high1, _high2) = Flush(_high1, _high2);
    }

    /// <summary>Takes samples.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    /// <returns>The sum of the weighted samples' squares, a lane a channel.</returns>
    public Vector128<double> Energy<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        var (shelf, high) = (new Lanes(_shelf), new Lanes(_highPass));
        var (shelf1, shelf2, high1, high2) = (_shelf1, _shelf2, _high1, _high2);
        var energy = Vector128<double>.Zero;
        for (int i = 0; i < left.Length; i++)
        {
            double other = i < right.Length ? double.CreateTruncating(right[i]) : 0.0;
            var x = shelf.Next(Vector128.Create(double.CreateTruncating(left[i]), other), ref shelf1, ref shelf2);
            x = high.Next(x, ref high1, ref high2);
            energy += x * x;
        }

        (_shelf1, _shelf2, _high1, _high2) = (shelf1, shelf2, high1, high2);
        return energy;
    }

    private static (Vector128<double> State1, Vector128<double> State2) Flush(Vector128<double> state1, Vector128<double> state2)
    {
        var lives = ~(Vector128.LessThan(Vector128.Abs(state1), Vector128.Create(Silence)) & Vector128.LessThan(Vector128.Abs(state2), Vector128.Create(Silence)));
        return (state1 & lives, state2 & lives);
    }

    private readonly struct Lanes(in SvfCoefficients c)
    {
        private readonly Vector128<double> _d = Vector128.Create(c.D);
        private readonly Vector128<double> _c1 = Vector128.Create(c.C1);
        private readonly Vector128<double> _c2 = Vector128.Create(c.C2);
        private readonly Vector128<double> _p = Vector128.Create(c.P);
        private readonly Vector128<double> _q = Vector128.Create(c.Q);
        private readonly Vector128<double> _r = Vector128.Create(c.R);

        public Vector128<double> Next(Vector128<double> x, ref Vector128<double> s1, ref Vector128<double> s2)
        {
            var u = x - s2;
            var y = (_d * x) + (_c1 * s1) + (_c2 * s2);
            var next = s1 - (_p * s1) + (_q * u);
            s2 += (_q * s1) + (_r * u);
            s1 = next;
            return y;
        }
    }
}
