using SemanticEq.Dsp;

namespace SemanticEq.Inference.Tests.Phrases;

/// <summary>What a reading plays at 48 kHz, in dB on the common grid, without its level: the decoded place and the bands asked for.</summary>
internal sealed class PlayedCurve
{
    private const double FloorDb = -60.0;
    private readonly double[] _curve = new double[CommonGrid.Count];

    public PlayedCurve(DecoderTwin decoder, PhraseReading reading)
    {
        float[] decode = new float[DecoderShape.Output];
        decoder.Decode(reading.Z, decode);
        DecodedCurve.LevelFree(decode, _curve);
        double[] own = new double[CommonGrid.Count];
        CurveResponse.ComputeDb(
            [.. reading.Bands.Select(band => new Band(band.Type, band.Hz, band.Db, band.Q, band.SlopeDbPerOctave))],
            48_000.0, CommonGrid.FrequenciesHz, own);
        for (int i = 0; i < _curve.Length; i++)
            _curve[i] += Math.Max(FloorDb, own[i]);
        CommonGrid.MakeLevelFree(_curve);
    }

    /// <summary>From the lowest to the highest point.</summary>
    public double SpanDb => _curve.Max() - _curve.Min();

    /// <summary>The mean between two frequencies in Hz.</summary>
    public double MeanDb(double lowHz, double highHz) =>
        _curve.Where((_, i) => CommonGrid.FrequenciesHz[i] >= lowHz && CommonGrid.FrequenciesHz[i] <= highHz).Average();
}
