using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// Interleaved frames from left and right to mid = (left + right) / 2 and side = (left − right) / 2, and back, in place. Any
/// thread; no allocation.
/// </summary>
internal static unsafe class MidSide
{
    /// <summary>From [left, right] to [mid, side].</summary>
    /// <param name="io">The frames.</param>
    /// <param name="frames">0 or more.</param>
    public static void Encode(float* io, int frames) => SumAndDifference(io, frames, 0.5f);

    /// <inheritdoc cref="Encode(float*, int)"/>
    public static void Encode(double* io, int frames) => SumAndDifference(io, frames, 0.5);

    /// <summary>From [mid, side] to [left, right].</summary>
    /// <param name="io">The frames.</param>
    /// <param name="frames">0 or more.</param>
    public static void Decode(float* io, int frames) => SumAndDifference(io, frames, 1.0f);

    /// <inheritdoc cref="Decode(float*, int)"/>
    public static void Decode(double* io, int frames) => SumAndDifference(io, frames, 1.0);

    private static void SumAndDifference(float* io, int frames, float scale)
    {
        var signs = Vector128.Create(scale, -scale, scale, -scale);
        int i = 0;
        for (; i <= frames - 2; i += 2)
        {
            var both = Vector128.Load(io + (2 * i));
            var swapped = Vector128.Shuffle(both, Vector128.Create(1, 0, 3, 2));
            ((both * signs) + (swapped * Vector128.Create(scale))).Store(io + (2 * i));
        }

        for (; i < frames; i++)
        {
            float first = scale * io[2 * i];
            float second = scale * io[(2 * i) + 1];
            io[2 * i] = first + second;
            io[(2 * i) + 1] = first - second;
        }
    }

    private static void SumAndDifference(double* io, int frames, double scale)
    {
        var signs = Vector128.Create(scale, -scale);
        for (int i = 0; i < frames; i++)
        {
            var both = Vector128.Load(io + (2 * i));
            var swapped = Vector128.Shuffle(both, Vector128.Create(1L, 0L));
            ((both * signs) + (swapped * Vector128.Create(scale))).Store(io + (2 * i));
        }
    }
}
