using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// |H|² of one band at the points of a <see cref="LoudnessSpectrum"/>, kept until the band changes. By Vector128, two
/// points at a time: Vector256's operators come in halves where AVX2 is not at hand when compiling.
/// </summary>
internal sealed class PowerResponse
{
    private readonly double[] _power = new double[LoudnessSpectrum.Points];
    private Band _band;
    private bool _isKnown;

    /// <summary>Forgets the band, as when the points moved.</summary>
    public void Forget() => _isKnown = false;

    /// <summary>The response of a band.</summary>
    /// <param name="band">The band.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <param name="tangents2">tan²(π f / fs) of each point.</param>
    public ReadOnlySpan<double> Of(in Band band, double sampleRate, ReadOnlySpan<double> tangents2)
    {
        if (_isKnown && _band == band)
            return _power;
        _band = band;
        _isKnown = true;
        Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
        sections = sections[..SectionDesign.Design(band, sampleRate, sections)];
        _power.AsSpan().Fill(1.0);
        foreach (ref readonly var section in sections)
            Multiply(section, tangents2);
        return _power;
    }

    /// <summary>product[i] *= factors[i].</summary>
    public static void Multiply(Span<double> product, ReadOnlySpan<double> factors)
    {
        var to = MemoryMarshal.Cast<double, Vector128<double>>(product);
        var by = MemoryMarshal.Cast<double, Vector128<double>>(factors);
        for (int i = 0; i < to.Length; i++)
            to[i] *= by[i];
    }

    /// <summary>The sum of a[i] · b[i]; their length is a multiple of 4.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector128<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector128<double>>(b)[..left.Length];
        var even = Vector128<double>.Zero;
        var odd = even;
        for (int i = 0; i + 1 < left.Length; i += 2)
        {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }

        return Vector128.Sum(even) + Vector128.Sum(odd);
    }

    // Section.PowerAt, two at a time.
    private void Multiply(in Section section, ReadOnlySpan<double> tangents2)
    {
        var points = MemoryMarshal.Cast<double, Vector128<double>>(tangents2);
        var power = MemoryMarshal.Cast<double, Vector128<double>>(_power.AsSpan());
        var one = Vector128.Create(1.0);
        var low = Vector128.Create(section.Low);
        double scale = 1.0 / (section.G * section.G);
        double band2 = section.Band * section.Band, k2 = section.K * section.K;
        for (int i = 0; i < points.Length; i++)
        {
            var x2 = points[i] * scale;
            var numerator = low - (x2 * section.High);
            var denominator = one - x2;
            power[i] *= ((numerator * numerator) + (x2 * band2)) / ((denominator * denominator) + (x2 * k2));
        }
    }
}
