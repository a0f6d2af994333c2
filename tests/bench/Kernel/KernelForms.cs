using System.Runtime.InteropServices;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Kernel;

/// <summary>
/// The forms that are compared, each over all frames of a bank: at rest in blocks of 512, gliding in segments of 64, as the engine
/// calls them. native/kernel.cpp is the same form in C++; its calls cost no switch of the garbage collector's mode.
/// </summary>
internal static unsafe partial class KernelForms
{
    private const string Library = "semanticeq_bench_kernel";
    private const int Block = 512;

    public static void Still(KernelBank<float> bank)
    {
        for (int at = 0; at < KernelBank<float>.Frames; at += Block)
            Kernels.Still(bank.Still, bank.States, bank.Io + (2 * at), Block, 0, BankLayout.Bands);
    }

    public static void StillInCpp(KernelBank<float> bank)
    {
        for (int at = 0; at < KernelBank<float>.Frames; at += Block)
            StillFloat(bank.Still, bank.States, bank.Io + (2 * at), Block);
    }

    public static void StillScalar(KernelBank<float> bank)
    {
        for (int at = 0; at < KernelBank<float>.Frames; at += Block)
            ScalarKernel<float, Fused<float>>.Still(bank.Still, bank.States, bank.Io + (2 * at), Block, 0, BankLayout.Bands);
    }

    public static void Glide(KernelBank<float> bank)
    {
        for (int at = 0; at < KernelBank<float>.Frames; at += BankLayout.SegmentSamples)
            Kernels.Glide(Way(bank, at), bank.States, bank.Io + (2 * at), BankLayout.SegmentSamples, 0, 0, BankLayout.Bands);
    }

    public static void GlideInCpp(KernelBank<float> bank)
    {
        for (int at = 0; at < KernelBank<float>.Frames; at += BankLayout.SegmentSamples)
            GlideFloat(Way(bank, at), bank.States, bank.Io + (2 * at), BankLayout.SegmentSamples, 0);
    }

    public static void GlideScalar(KernelBank<float> bank)
    {
        for (int at = 0; at < KernelBank<float>.Frames; at += BankLayout.SegmentSamples)
        {
            ScalarKernel<float, Fused<float>>.Glide(
                Way(bank, at), bank.States, bank.Io + (2 * at), BankLayout.SegmentSamples, 0, 0, BankLayout.Bands);
        }
    }

    public static void Still(KernelBank<double> bank)
    {
        for (int at = 0; at < KernelBank<double>.Frames; at += Block)
            Kernels.Still(bank.Still, bank.States, bank.Io + (2 * at), Block, 0, BankLayout.Bands);
    }

    public static void StillInCpp(KernelBank<double> bank)
    {
        for (int at = 0; at < KernelBank<double>.Frames; at += Block)
            StillDouble(bank.Still, bank.States, bank.Io + (2 * at), Block);
    }

    public static void StillScalar(KernelBank<double> bank)
    {
        for (int at = 0; at < KernelBank<double>.Frames; at += Block)
            ScalarKernel<double, Fused<double>>.Still(bank.Still, bank.States, bank.Io + (2 * at), Block, 0, BankLayout.Bands);
    }

    public static void Glide(KernelBank<double> bank)
    {
        for (int at = 0; at < KernelBank<double>.Frames; at += BankLayout.SegmentSamples)
            Kernels.Glide(Way(bank, at), bank.States, bank.Io + (2 * at), BankLayout.SegmentSamples, 0, 0, BankLayout.Bands);
    }

    public static void GlideInCpp(KernelBank<double> bank)
    {
        for (int at = 0; at < KernelBank<double>.Frames; at += BankLayout.SegmentSamples)
            GlideDouble(Way(bank, at), bank.States, bank.Io + (2 * at), BankLayout.SegmentSamples, 0);
    }

    public static void GlideScalar(KernelBank<double> bank)
    {
        for (int at = 0; at < KernelBank<double>.Frames; at += BankLayout.SegmentSamples)
        {
            ScalarKernel<double, Fused<double>>.Glide(
                Way(bank, at), bank.States, bank.Io + (2 * at), BankLayout.SegmentSamples, 0, 0, BankLayout.Bands);
        }
    }

    // There in one segment, back in the next.
    private static T* Way<T>(KernelBank<T> bank, int frame) where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        bank.Pieces + (frame / BankLayout.SegmentSamples % 2 * BankLayout.GlideLength);

    [LibraryImport(Library, EntryPoint = "kernel_still_float"), SuppressGCTransition]
    private static partial void StillFloat(float* coefficients, float* states, float* io, int frames);

    [LibraryImport(Library, EntryPoint = "kernel_glide_float"), SuppressGCTransition]
    private static partial void GlideFloat(float* pieces, float* states, float* io, int frames, int from);

    [LibraryImport(Library, EntryPoint = "kernel_still_double"), SuppressGCTransition]
    private static partial void StillDouble(double* coefficients, double* states, double* io, int frames);

    [LibraryImport(Library, EntryPoint = "kernel_glide_double"), SuppressGCTransition]
    private static partial void GlideDouble(double* pieces, double* states, double* io, int frames, int from);
}
