using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// The curve that a place in latent space plays, and how it changes with the place: by the network's 24 values, since each of them moves
/// one band only. Differences, not formulas: network and bands stay what they are. Main thread; allocates when made.
/// </summary>
/// <param name="model">Whose decoder plays.</param>
internal sealed class BandJacobian(ModelFolder model)
{
    private const int Latent = DecoderShape.Latent;
    private const int Output = DecoderShape.Output;
    private const int Points = CommonGrid.Count;

    // Where single precision's rounding and the curve's bend are both below a thousandth of the slope: words lie some 20 from 0.
    private const float PlaceStep = 0.05f;
    private const double BandStep = 1e-3;
    private readonly DecoderTwin _twin = new(model);
    private readonly float[] _bands = new float[Output];
    private readonly float[] _up = new float[Output];
    private readonly float[] _down = new float[Output];
    private readonly float[] _place = new float[Latent];
    private readonly double[] _byBand = new double[Output * Points];
    private readonly double[] _slopes = new double[Latent * Points];
    private readonly double[] _one = new double[Points];

    /// <summary>The curve, with its level.</summary>
    /// <param name="z">32 values.</param>
    /// <param name="curveDb">Receives 64 values in dB on the common grid.</param>
    public void Curve(ReadOnlySpan<float> z, Span<double> curveDb)
    {
        _twin.Decode(z, _bands);
        curveDb.Clear();
        for (int band = 0; band < DecoderShape.Bands; band++)
        {
            Respond(band, _bands[3 * band], _bands[(3 * band) + 1], _bands[(3 * band) + 2], _one);
            TensorPrimitives.Add(curveDb, _one, curveDb);
        }
    }

    /// <summary>The curve, and how it changes.</summary>
    /// <param name="z">32 values.</param>
    /// <param name="curveDb">Receives 64 values in dB on the common grid.</param>
    /// <returns>32 × 64 values: dB by each component of the place. Valid until the next call.</returns>
    public ReadOnlySpan<double> Slopes(ReadOnlySpan<float> z, Span<double> curveDb)
    {
        Curve(z, curveDb);
        for (int i = 0; i < Output; i++)
            SlopeOfValue(i, _byBand.AsSpan(i * Points, Points));
        Array.Clear(_slopes);
        for (int k = 0; k < Latent; k++)
        {
            Step(z, k, PlaceStep, _up);
            Step(z, k, -PlaceStep, _down);
            var slope = _slopes.AsSpan(k * Points, Points);
            for (int i = 0; i < Output; i++)
                TensorPrimitives.MultiplyAdd(_byBand.AsSpan(i * Points, Points), (_up[i] - _down[i]) / (2.0 * PlaceStep), slope, slope);
        }

        return _slopes;
    }

    private void Step(ReadOnlySpan<float> z, int component, float step, float[] bands)
    {
        z.CopyTo(_place);
        _place[component] += step;
        _twin.Decode(_place, bands);
    }

    private void SlopeOfValue(int value, Span<double> slope)
    {
        int band = value / 3;
        Span<double> values = [_bands[3 * band], _bands[(3 * band) + 1], _bands[(3 * band) + 2]];
        values[value % 3] += BandStep;
        Respond(band, values[0], values[1], values[2], slope);
        values[value % 3] -= 2.0 * BandStep;
        Respond(band, values[0], values[1], values[2], _one);
        TensorPrimitives.Subtract(slope, _one, slope);
        TensorPrimitives.Divide(slope, 2.0 * BandStep, slope);
    }

    private static void Respond(int band, double log2Hz, double db, double log2Q, Span<double> curveDb) => CurveResponse.ComputeDb(
        [Equaliser.DecoderBand(band, log2Hz, db, log2Q)], CommonGrid.SampleRate, CommonGrid.FrequenciesHz, curveDb);
}
