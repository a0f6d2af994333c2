using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>A decode's eight bands on the common grid, as they play at 48 kHz, with a factor for each gain. Allocates when made, never after.</summary>
internal sealed class TrackBands
{
    private const int Bands = DecoderShape.Bands;
    private const int Points = ListenerModel.Points;
    private readonly float[] _decode = new float[DecoderShape.Output];
    private readonly Band[] _plain = new Band[Bands];
    private readonly GridResponse _response = new(Bands);
    private readonly double[] _shapesDb = new double[Bands * Points];
    private readonly double[] _plainPower = new double[Points];
    private bool _hasBands;

    /// <summary>The power response of all bands with factors of 1.</summary>
    public ReadOnlySpan<double> PlainPower => _plainPower;

    /// <summary>Sets them.</summary>
    /// <param name="decode">24 values: log₂(Hz), dB, log₂(Q) band by band; what is not finite makes a band flat.</param>
    /// <returns>False where they are what they were.</returns>
    public bool Set(ReadOnlySpan<float> decode)
    {
        if (_hasBands && decode[..DecoderShape.Output].SequenceEqual(_decode))
            return false;
        decode[..DecoderShape.Output].CopyTo(_decode);
        _hasBands = true;
        _plainPower.AsSpan().Fill(1.0);
        for (int i = 0; i < Bands; i++)
        {
            var band = DecodedCurve.Band(decode, i);
            bool isFlat = !double.IsFinite(band.FrequencyHz + band.GainDb + band.Q);
            _plain[i] = isFlat ? band with { FrequencyHz = 1000.0, GainDb = 0.0, Q = 1.0 } : band;
            var power = _response.Of(i, _plain[i]);
            TensorPrimitives.Multiply(_plainPower, power, _plainPower);
            var shape = _shapesDb.AsSpan(i * Points, Points);
            TensorPrimitives.Log10(power, shape);
            TensorPrimitives.Multiply(shape, 10.0, shape);
        }

        return true;
    }

    /// <summary>A sound's power behind the bands, each gain in dB by its factor.</summary>
    public void Apply(ReadOnlySpan<double> factors, ReadOnlySpan<double> before, Span<double> after)
    {
        before.CopyTo(after);
        for (int i = 0; i < Bands; i++)
            TensorPrimitives.Multiply(after, _response.Of(i, _plain[i] with { GainDb = factors[i] * _plain[i].GainDb }), after);
    }

    /// <summary>From a change for each dB at each point to one for each factor: a band's shape in dB grows as its gain, very nearly.</summary>
    public void PerFactor(ReadOnlySpan<double> perDb, Span<double> perFactor)
    {
        for (int i = 0; i < Bands; i++)
            perFactor[i] = TensorPrimitives.Dot(_shapesDb.AsSpan(i * Points, Points), perDb);
    }
}
