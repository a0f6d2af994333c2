using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>The kernel in single precision, by AVX and FMA.</summary>
internal static unsafe class FloatKernel
{
    /// <summary>Whether this machine can run it.</summary>
    public static bool IsSupported => Avx.IsSupported && Fma.IsSupported;

    /// <inheritdoc cref="Kernels.Still(float*, float*, float*, int, int, int)"/>
    public static void Still(float* coefficients, float* states, float* io, int frames, int firstBand, int bandCount)
    {
        if (bandCount == BankLayout.Bands)
            FloatOctet.Still(coefficients, states, io, frames);
        else
            FloatQuad.Still(coefficients + (2 * firstBand), states + (2 * firstBand), io, frames);
    }

    /// <inheritdoc cref="Kernels.Glide(float*, float*, float*, int, int, int, int)"/>
    public static void Glide(float* pieces, float* states, float* io, int frames, int from, int firstBand, int bandCount)
    {
        int place = from - BankLayout.Lead + firstBand;
        if (bandCount == BankLayout.Bands)
            FloatOctet.Glide(pieces, states, io, frames, place);
        else
            FloatQuad.Glide(pieces + (2 * firstBand), states + (2 * firstBand), io, frames, place);
    }
}
