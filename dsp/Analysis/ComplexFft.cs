using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// Fourier transform of complex samples in single precision, some −140 dB exact, for what is looked at often: radix 4, and a last radix 2
/// where the length asks for it. Allocates when made, never after; one thread at a time. All of a length share their angles.
/// </summary>
/// <remarks>
/// Stockham's order, which needs no sorting (C. Van Loan, "Computational Frameworks for the Fast Fourier Transform", 1992, 1.7).
/// </remarks>
public sealed class ComplexFft
{
    private static readonly SharedTables<int, float[]> Cosines = new(size => Table(size, angle => Math.SinCos(angle).Cos));
    private static readonly SharedTables<int, float[]> Sines = new(size => Table(size, angle => Math.SinCos(angle).Sin));
    private readonly float[] _cos;
    private readonly float[] _sin;
    private readonly float[] _real;
    private readonly float[] _imaginary;

    /// <summary>For a length in samples: a power of two, 4 or more.</summary>
    public ComplexFft(int size)
    {
        if (size < 4 || (size & (size - 1)) != 0)
            throw new ArgumentOutOfRangeException(nameof(size), size, "the length of a transform must be a power of two, 4 or more");
        Size = size;
        (_cos, _sin) = (Cosines.Of(size), Sines.Of(size));
        _real = new float[size];
        _imaginary = new float[size];
    }

    /// <summary>The length in samples.</summary>
    public int Size { get; }

    /// <summary>The transform, not scaled, in place.</summary>
    /// <param name="real"><see cref="Size"/> real parts.</param>
    /// <param name="imaginary"><see cref="Size"/> imaginary parts.</param>
    public void Forward(Span<float> real, Span<float> imaginary)
    {
        Span<float> re = real[..Size], im = imaginary[..Size];
        Span<float> toRe = _real, toIm = _imaginary;
        bool isElsewhere = false;
        for (int length = Size, stride = 1; length > 1; isElsewhere = !isElsewhere)
        {
            if (length == 2)
                Halve(re, im, toRe, toIm);
            else if (stride == 1)
                FirstStage(re, im, toRe, toIm);
            else
                Stage(stride, re, im, toRe, toIm);
            (stride, length) = (4 * stride, length / 4);
            var otherRe = re;
            var otherIm = im;
            re = toRe;
            im = toIm;
            toRe = otherRe;
            toIm = otherIm;
        }

        if (!isElsewhere)
            return;
        re.CopyTo(real);
        im.CopyTo(imaginary);
    }

    private static void Halve(Span<float> re, Span<float> im, Span<float> toRe, Span<float> toIm)
    {
        int half = re.Length / 2;
        for (int i = 0; i < half; i++)
        {
            (toRe[i], toRe[i + half]) = (re[i] + re[i + half], re[i] - re[i + half]);
            (toIm[i], toIm[i + half]) = (im[i] + im[i + half], im[i] - im[i + half]);
        }
    }

    private void FirstStage(Span<float> re, Span<float> im, Span<float> toRe, Span<float> toIm)
    {
        int quarter = Size / 4;
        for (int p = 0; p < quarter; p++)
        {
            float sumRe = re[p] + re[p + (2 * quarter)], differenceRe = re[p] - re[p + (2 * quarter)];
            float sumIm = im[p] + im[p + (2 * quarter)], differenceIm = im[p] - im[p + (2 * quarter)];
            float oddRe = re[p + quarter] + re[p + (3 * quarter)], turnedIm = re[p + quarter] - re[p + (3 * quarter)];
            float oddIm = im[p + quarter] + im[p + (3 * quarter)], turnedRe = im[p + (3 * quarter)] - im[p + quarter];
            int to = 4 * p;
            (toRe[to], toIm[to]) = (sumRe + oddRe, sumIm + oddIm);
            (toRe[to + 1], toIm[to + 1]) = Turn(differenceRe - turnedRe, differenceIm - turnedIm, p);
            (toRe[to + 2], toIm[to + 2]) = Turn(sumRe - oddRe, sumIm - oddIm, 2 * p);
            (toRe[to + 3], toIm[to + 3]) = Turn(differenceRe + turnedRe, differenceIm + turnedIm, 3 * p);
        }
    }

    private void Stage(int stride, Span<float> re, Span<float> im, Span<float> toRe, Span<float> toIm)
    {
        int quarter = Size / 4;
        for (int p = 0; p < quarter; p += stride)
        {
            var (cos1, sin1) = (Vector128.Create(_cos[p]), Vector128.Create(_sin[p]));
            var (cos2, sin2) = (Vector128.Create(_cos[2 * p]), Vector128.Create(_sin[2 * p]));
            var (cos3, sin3) = (Vector128.Create(_cos[3 * p]), Vector128.Create(_sin[3 * p]));
            for (int q = 0; q < stride; q += 4)
            {
                int from = p + q, to = (4 * p) + q;
                var (aRe, aIm) = (At(re, from), At(im, from));
                var (bRe, bIm) = (At(re, from + quarter), At(im, from + quarter));
                var (cRe, cIm) = (At(re, from + (2 * quarter)), At(im, from + (2 * quarter)));
                var (dRe, dIm) = (At(re, from + (3 * quarter)), At(im, from + (3 * quarter)));
                var (sumRe, sumIm, differenceRe, differenceIm) = (aRe + cRe, aIm + cIm, aRe - cRe, aIm - cIm);
                var (oddRe, oddIm, turnedRe, turnedIm) = (bRe + dRe, bIm + dIm, dIm - bIm, bRe - dRe);
                At(toRe, to) = sumRe + oddRe;
                At(toIm, to) = sumIm + oddIm;
                var (xRe, xIm) = (differenceRe - turnedRe, differenceIm - turnedIm);
                At(toRe, to + stride) = (xRe * cos1) - (xIm * sin1);
                At(toIm, to + stride) = (xRe * sin1) + (xIm * cos1);
                (xRe, xIm) = (sumRe - oddRe, sumIm - oddIm);
                At(toRe, to + (2 * stride)) = (xRe * cos2) - (xIm * sin2);
                At(toIm, to + (2 * stride)) = (xRe * sin2) + (xIm * cos2);
                (xRe, xIm) = (differenceRe + turnedRe, differenceIm + turnedIm);
                At(toRe, to + (3 * stride)) = (xRe * cos3) - (xIm * sin3);
                At(toIm, to + (3 * stride)) = (xRe * sin3) + (xIm * cos3);
            }
        }
    }

    private static ref Vector128<float> At(Span<float> values, int index) =>
        ref MemoryMarshal.Cast<float, Vector128<float>>(values.Slice(index, Vector128<float>.Count))[0];

    private (float Real, float Imaginary) Turn(float real, float imaginary, int angle) =>
        ((real * _cos[angle]) - (imaginary * _sin[angle]), (real * _sin[angle]) + (imaginary * _cos[angle]));

    private static float[] Table(int size, Func<double, double> of) => [.. Enumerable.Range(0, size).Select(i => (float)of(-2.0 * Math.PI * i / size))];
}
