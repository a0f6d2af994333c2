using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>The setting of the coefficients of the decoder's eight bands, all under way.</summary>
internal sealed class DesignSubject(string name) : Subject(name, 500)
{
    private readonly BandType[] _types = [.. EngineBands.Decoder.Select(band => band.Type)];
    private readonly double[] _log2Hz = [.. EngineBands.Decoder.Select(band => Math.Log2(band.FrequencyHz))];
    private readonly double[] _gainDb = [.. EngineBands.Decoder.Select(band => band.GainDb)];
    private readonly double[] _log2Q = [.. EngineBands.Decoder.Select(band => Math.Log2(band.Q))];
    private readonly double[] _coefficients = new double[BankDesign.Coefficients * BankDesign.Bands];
    private readonly double[] _before = new double[BankDesign.Coefficients * BankDesign.Bands];
    private double _step = 1e-4;

    public override void Prepare() => _coefficients.CopyTo(_before, 0);

    public override void Run()
    {
        // Up and down in turns, so that no run is like the last and none wanders off.
        _step = -_step;
        for (int i = 0; i < Units; i++)
        {
            for (int band = 0; band < BankDesign.Bands; band++)
                _log2Hz[band] += _step;
            BankDesign.Design(_types, _log2Hz, _gainDb, _log2Q, EngineBands.SampleRate, _coefficients);
        }
    }

    public override void Check()
    {
        for (int i = 0; i < _coefficients.Length; i++)
        {
            if (!double.IsFinite(_coefficients[i]) || _coefficients[i] == _before[i])
                throw new InvalidOperationException($"{Name}: coefficient {i} is {_coefficients[i]}, as before");
        }
    }
}
