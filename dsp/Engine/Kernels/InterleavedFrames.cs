using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>
/// The interleaved frames [first, second] that the kernels work on, from and to separate channels, and from single to double
/// precision and back. Any thread; no allocation.
/// </summary>
internal static unsafe class InterleavedFrames
{
    /// <summary>Interleaves two channels.</summary>
    /// <param name="first">As many samples as frames.</param>
    /// <param name="second">As many again.</param>
    /// <param name="io">Gets the frames.</param>
    /// <param name="frames">0 or more.</param>
    public static void Join(float* first, float* second, float* io, int frames)
    {
        int i = 0;
        if (Sse.IsSupported)
        {
            for (; i <= frames - 4; i += 4)
            {
                var a = Vector128.Load(first + i);
                var b = Vector128.Load(second + i);
                Sse.UnpackLow(a, b).Store(io + (2 * i));
                Sse.UnpackHigh(a, b).Store(io + (2 * i) + 4);
            }
        }

        for (; i < frames; i++)
        {
            io[2 * i] = first[i];
            io[(2 * i) + 1] = second[i];
        }
    }

    /// <inheritdoc cref="Join(float*, float*, float*, int)"/>
    public static void Join(double* first, double* second, double* io, int frames)
    {
        int i = 0;
        if (Sse2.IsSupported)
        {
            for (; i <= frames - 2; i += 2)
            {
                var a = Vector128.Load(first + i);
                var b = Vector128.Load(second + i);
                Sse2.UnpackLow(a, b).Store(io + (2 * i));
                Sse2.UnpackHigh(a, b).Store(io + (2 * i) + 2);
            }
        }

        for (; i < frames; i++)
        {
            io[2 * i] = first[i];
            io[(2 * i) + 1] = second[i];
        }
    }

    /// <summary>Separates the channels.</summary>
    /// <param name="io">The frames.</param>
    /// <param name="first">Gets the first channel.</param>
    /// <param name="second">Gets the second.</param>
    /// <param name="frames">0 or more.</param>
    public static void Split(float* io, float* first, float* second, int frames)
    {
        int i = 0;
        if (Sse.IsSupported)
        {
            for (; i <= frames - 4; i += 4)
            {
                var a = Vector128.Load(io + (2 * i));
                var b = Vector128.Load(io + (2 * i) + 4);
                Sse.Shuffle(a, b, 0b10_00_10_00).Store(first + i);
                Sse.Shuffle(a, b, 0b11_01_11_01).Store(second + i);
            }
        }

        for (; i < frames; i++)
        {
            first[i] = io[2 * i];
            second[i] = io[(2 * i) + 1];
        }
    }

    /// <inheritdoc cref="Split(float*, float*, float*, int)"/>
    public static void Split(double* io, double* first, double* second, int frames)
    {
        int i = 0;
        if (Sse2.IsSupported)
        {
            for (; i <= frames - 2; i += 2)
            {
                var a = Vector128.Load(io + (2 * i));
                var b = Vector128.Load(io + (2 * i) + 2);
                Sse2.UnpackLow(a, b).Store(first + i);
                Sse2.UnpackHigh(a, b).Store(second + i);
            }
        }

        for (; i < frames; i++)
        {
            first[i] = io[2 * i];
            second[i] = io[(2 * i) + 1];
        }
    }

    /// <summary>Interleaves two channels in double precision.</summary>
    /// <inheritdoc cref="Join(float*, float*, float*, int)"/>
    public static void Join(float* first, float* second, double* io, int frames)
    {
        int i = 0;
        if (Sse2.IsSupported)
        {
            for (; i <= frames - 4; i += 4)
            {
                var a = Vector128.Load(first + i);
                var b = Vector128.Load(second + i);
                var low = Sse.UnpackLow(a, b);
                var high = Sse.UnpackHigh(a, b);
                Sse2.ConvertToVector128Double(low).Store(io + (2 * i));
                Sse2.ConvertToVector128Double(Sse.MoveHighToLow(low, low)).Store(io + (2 * i) + 2);
                Sse2.ConvertToVector128Double(high).Store(io + (2 * i) + 4);
                Sse2.ConvertToVector128Double(Sse.MoveHighToLow(high, high)).Store(io + (2 * i) + 6);
            }
        }

        for (; i < frames; i++)
        {
            io[2 * i] = first[i];
            io[(2 * i) + 1] = second[i];
        }
    }

    /// <summary>Separates the channels and rounds them to single precision.</summary>
    /// <inheritdoc cref="Split(float*, float*, float*, int)"/>
    public static void Split(double* io, float* first, float* second, int frames)
    {
        int i = 0;
        if (Sse2.IsSupported)
        {
            for (; i <= frames - 4; i += 4)
            {
                var a = Singles(io + (2 * i));
                var b = Singles(io + (2 * i) + 4);
                Sse.Shuffle(a, b, 0b10_00_10_00).Store(first + i);
                Sse.Shuffle(a, b, 0b11_01_11_01).Store(second + i);
            }
        }

        for (; i < frames; i++)
        {
            first[i] = (float)io[2 * i];
            second[i] = (float)io[(2 * i) + 1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Singles(double* four) => Sse.MoveLowToHigh(
        Sse2.ConvertToVector128Single(Vector128.Load(four)), Sse2.ConvertToVector128Single(Vector128.Load(four + 2)));
}
