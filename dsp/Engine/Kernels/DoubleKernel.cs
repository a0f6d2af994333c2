using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>The kernel in double precision, by AVX and FMA: four bands after four.</summary>
internal static unsafe class DoubleKernel
{
    /// <summary>Whether this machine can run it.</summary>
    public static bool IsSupported => Avx.IsSupported && Fma.IsSupported;

    /// <inheritdoc cref="Kernels.Still(double*, double*, double*, int, int, int)"/>
    public static void Still(double* coefficients, double* states, double* io, int frames, int firstBand, int bandCount)
    {
        for (int band = firstBand; band < firstBand + bandCount; band += DoubleQuad.Bands)
            DoubleQuad.Still(coefficients + (2 * band), states + (2 * band), io, frames);
    }

    /// <inheritdoc cref="Kernels.Glide(double*, double*, double*, int, int, int, int)"/>
    public static void Glide(double* pieces, double* states, double* io, int frames, int from, int firstBand, int bandCount)
    {
        for (int band = firstBand; band < firstBand + bandCount; band += DoubleQuad.Bands)
            DoubleQuad.Glide(pieces + (2 * band), states + (2 * band), io, frames, from - BankLayout.Lead + band);
    }
}
