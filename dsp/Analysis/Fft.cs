namespace SemanticEq.Dsp;

/// <summary>
/// Fourier transform of a real signal whose length is a power of two. Allocates when made, never after; one thread at a time.
/// All of a length share their tables.
/// </summary>
/// <remarks>
/// The even and odd samples go as real and imaginary parts through a complex radix-2 transform of half the length, and are
/// then told apart by symmetry (W. H. Press et al., "Numerical Recipes", 12.3).
/// </remarks>
public sealed class Fft
{
    private static readonly SharedTables<int, int[]> Orders = new(Reversed);
    private static readonly SharedTables<int, double[]> Cosines = new(size => Table(size, angle => Math.SinCos(angle).Cos));
    private static readonly SharedTables<int, double[]> Sines = new(size => Table(size, angle => Math.SinCos(angle).Sin));
    private readonly int _half;
    private readonly int[] _reversed;
    private readonly double[] _cos;
    private readonly double[] _sin;
    private readonly double[] _real;
    private readonly double[] _imaginary;

    /// <summary>For a length in samples: a power of two, 4 or more.</summary>
    public Fft(int size)
    {
        if (size < 4 || (size & (size - 1)) != 0)
            throw new ArgumentOutOfRangeException(nameof(size), size, "the length of a transform must be a power of two, 4 or more");
        Size = size;
        _half = size / 2;
        _reversed = Orders.Of(_half);
        (_cos, _sin) = (Cosines.Of(size), Sines.Of(size));
        _real = new double[_half];
        _imaginary = new double[_half];
    }

    /// <summary>The length in samples.</summary>
    public int Size { get; }

    /// <summary>The number of frequencies: from 0 to half the sample rate, both included.</summary>
    public int BinCount => _half + 1;

    /// <summary>The transform, not scaled.</summary>
    /// <param name="samples"><see cref="Size"/> samples.</param>
    /// <param name="real">Receives <see cref="BinCount"/> real parts.</param>
    /// <param name="imaginary">Receives <see cref="BinCount"/> imaginary parts.</param>
    public void Forward(ReadOnlySpan<double> samples, Span<double> real, Span<double> imaginary)
    {
        Load(samples);
        Butterflies();
        for (int k = 0; k <= _half; k++)
            (real[k], imaginary[k]) = Bin(k);
    }

    /// <summary>|X|² of each frequency, not scaled.</summary>
    /// <param name="samples"><see cref="Size"/> samples.</param>
    /// <param name="power">Receives <see cref="BinCount"/> values.</param>
    public void Power(ReadOnlySpan<double> samples, Span<double> power)
    {
        Load(samples);
        Butterflies();
        for (int k = 0; k <= _half; k++)
        {
            var (re, im) = Bin(k);
            power[k] = re * re + im * im;
        }
    }

    private void Load(ReadOnlySpan<double> samples)
    {
        for (int i = 0; i < _half; i++)
        {
            int to = _reversed[i];
            _real[to] = samples[2 * i];
            _imaginary[to] = samples[2 * i + 1];
        }
    }

    private void Butterflies()
    {
        for (int width = 1; width < _half; width *= 2)
        {
            // The table holds the angles of the whole length; a stage of 2·width points needs every (Size / 2·width)th.
            int stride = _half / width;
            for (int start = 0; start < _half; start += 2 * width)
            {
                for (int j = 0; j < width; j++)
                {
                    double cos = _cos[j * stride], sin = _sin[j * stride];
                    int a = start + j, b = a + width;
                    double re = _real[b] * cos - _imaginary[b] * sin;
                    double im = _real[b] * sin + _imaginary[b] * cos;
                    _real[b] = _real[a] - re;
                    _imaginary[b] = _imaginary[a] - im;
                    _real[a] += re;
                    _imaginary[a] += im;
                }
            }
        }
    }

    private static int[] Reversed(int count)
    {
        int[] reversed = new int[count];
        for (int i = 1; i < count; i++)
            reversed[i] = reversed[i >> 1] >> 1 | ((i & 1) != 0 ? count >> 1 : 0);
        return reversed;
    }

    private static double[] Table(int size, Func<double, double> of) => [.. Enumerable.Range(0, size / 2).Select(i => of(-2.0 * Math.PI * i / size))];

    private (double Real, double Imaginary) Bin(int k)
    {
        if (k == 0)
            return (_real[0] + _imaginary[0], 0.0);
        if (k == _half)
            return (_real[0] - _imaginary[0], 0.0);
        int mirror = _half - k;
        double evenRe = 0.5 * (_real[k] + _real[mirror]), evenIm = 0.5 * (_imaginary[k] - _imaginary[mirror]);
        double oddRe = 0.5 * (_imaginary[k] + _imaginary[mirror]), oddIm = 0.5 * (_real[mirror] - _real[k]);
        return (
            evenRe + oddRe * _cos[k] - oddIm * _sin[k],
            evenIm + oddRe * _sin[k] + oddIm * _cos[k]);
    }
}
