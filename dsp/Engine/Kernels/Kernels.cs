using System.Runtime.Intrinsics.Arm;

namespace SemanticEq.Dsp;

/// <summary>
/// Filters a bank (<see cref="BankLayout"/>) by the fastest form that this machine has. A section is u = x − s2, y = D x + C1 s1 + C2 s2,
/// s1 ← s1 − P s1 + Q u, s2 ← s2 + Q s1 + R u. Vector and fused scalar form give the same bits. Any thread; no allocation.
/// </summary>
internal static unsafe class Kernels
{
    /// <summary>The form that runs: "AVX, FMA", "scalar, fused" or "scalar".</summary>
    public static string Form => FloatKernel.IsSupported ? "AVX, FMA" : HasFused ? "scalar, fused" : "scalar";

    private static bool HasFused => AdvSimd.Arm64.IsSupported;

    /// <summary>Filters in place by coefficients at rest.</summary>
    /// <param name="coefficients"><see cref="BankLayout.StillLength"/> numbers.</param>
    /// <param name="states"><see cref="BankLayout.StateLength"/> numbers; only those of the named bands are touched.</param>
    /// <param name="io">Interleaved frames [first, second]; nothing beyond them is touched.</param>
    /// <param name="frames">0 or more.</param>
    /// <param name="firstBand">0, or 4 for the second half of the bank alone.</param>
    /// <param name="bandCount">4 or 8.</param>
    public static void Still(float* coefficients, float* states, float* io, int frames, int firstBand, int bandCount)
    {
        if (FloatKernel.IsSupported)
            FloatKernel.Still(coefficients, states, io, frames, firstBand, bandCount);
        else if (HasFused)
            ScalarKernel<float, Fused<float>>.Still(coefficients, states, io, frames, firstBand, bandCount);
        else
            ScalarKernel<float, Plain<float>>.Still(coefficients, states, io, frames, firstBand, bandCount);
    }

    /// <inheritdoc cref="Still(float*, float*, float*, int, int, int)"/>
    public static void Still(double* coefficients, double* states, double* io, int frames, int firstBand, int bandCount)
    {
        if (DoubleKernel.IsSupported)
            DoubleKernel.Still(coefficients, states, io, frames, firstBand, bandCount);
        else if (HasFused)
            ScalarKernel<double, Fused<double>>.Still(coefficients, states, io, frames, firstBand, bandCount);
        else
            ScalarKernel<double, Plain<double>>.Still(coefficients, states, io, frames, firstBand, bandCount);
    }

    /// <summary>
    /// Filters part of a segment in place by gliding coefficients. Sample i of the segment finds band j at place i − (7 − j) of the
    /// coefficients' way. However a segment is cut in calls, the samples are the same.
    /// </summary>
    /// <param name="pieces"><see cref="BankLayout.GlideLength"/> numbers.</param>
    /// <param name="states">As for still coefficients.</param>
    /// <param name="io">The same.</param>
    /// <param name="frames">0 to what is left of the segment.</param>
    /// <param name="from">The first frame's place in the segment, 0 to 63.</param>
    /// <param name="firstBand">0, or 4 for the second half of the bank alone.</param>
    /// <param name="bandCount">4 or 8.</param>
    public static void Glide(float* pieces, float* states, float* io, int frames, int from, int firstBand, int bandCount)
    {
        if (FloatKernel.IsSupported)
            FloatKernel.Glide(pieces, states, io, frames, from, firstBand, bandCount);
        else if (HasFused)
            ScalarKernel<float, Fused<float>>.Glide(pieces, states, io, frames, from, firstBand, bandCount);
        else
            ScalarKernel<float, Plain<float>>.Glide(pieces, states, io, frames, from, firstBand, bandCount);
    }

    /// <inheritdoc cref="Glide(float*, float*, float*, int, int, int, int)"/>
    public static void Glide(double* pieces, double* states, double* io, int frames, int from, int firstBand, int bandCount)
    {
        if (DoubleKernel.IsSupported)
            DoubleKernel.Glide(pieces, states, io, frames, from, firstBand, bandCount);
        else if (HasFused)
            ScalarKernel<double, Fused<double>>.Glide(pieces, states, io, frames, from, firstBand, bandCount);
        else
            ScalarKernel<double, Plain<double>>.Glide(pieces, states, io, frames, from, firstBand, bandCount);
    }
}
