using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>The spectrum of something like a song, and the same through the equaliser.</summary>
internal sealed class FakeSignals : ISignals
{
    private const int Points = 256;

    private readonly FakeEditorModel _model;
    private readonly double[] _frequenciesHz = [.. Enumerable.Range(0, Points).Select(i => 20 * Math.Pow(1000, i / (Points - 1.0)))];
    private readonly double[] _still;
    private readonly double[] _input = new double[Points];
    private readonly double[] _output = new double[Points];
    private readonly double[] _sideChain = [.. Enumerable.Range(0, Points).Select(i => -60 + (10 * Math.Sin(i / 12.0)))];
    private readonly double[] _held = new double[Points];
    private readonly double[] _curve = new double[Points];

    public FakeSignals(FakeEditorModel model)
    {
        _model = model;
        var random = new Random(5);
        double drift = 0;
        _still = [.. _frequenciesHz.Select(hz =>
        {
            drift = (0.8 * drift) + (3 * (random.NextDouble() - 0.5));
            double ends = -12 * Math.Pow(Math.Max(0, Math.Log2(160 / hz)), 1.2) - (14 * Math.Max(0, Math.Log2(hz / 5000)));
            return -38 - (3.5 * Math.Log2(hz / 200)) + ends + drift;
        })];
        Array.Fill(_held, double.NegativeInfinity);
    }

    public ReadOnlySpan<double> FrequenciesHz => _frequenciesHz;

    public ReadOnlySpan<double> InputDb => _input;

    public ReadOnlySpan<double> OutputDb => _output;

    /// <summary>Whether there is a side-chain: the input, upside down.</summary>
    public bool HasSideChain { get; set; }

    public ReadOnlySpan<double> SideChainDb => HasSideChain ? _sideChain : default;

    public ReadOnlySpan<double> HeldDb => _model.Settings.PeakHold ? _held : default;

    public int Serial { get; private set; }

    public bool IsFrozen { get; set; }

    public int Channels => 2;

    public double SampleRate { get; set; } = 48_000;

    public int LateDecodes => 0;

    public int SoloBand { get; private set; } = -1;

    public bool IsSoloOwn { get; private set; }

    public (bool IsMeasuring, double HeardSeconds, bool IsEnough) Measuring { get; set; }

    public double PeakDb(bool output, int channel) => -9 - channel - (output ? 0 : 2);

    public double HighestDb(bool output) => output ? -3.2 : -5.1;

    /// <summary>How often the highest was forgotten.</summary>
    public int Resets { get; private set; }

    public void ResetHighest() => Resets++;

    public double ShortTermLufs(bool output) => output ? -14.1 : -14.6;

    public void Solo(bool own, int band) => (IsSoloOwn, SoloBand) = (own, band);

    /// <summary>Another moment of the song.</summary>
    public void Play(double seconds)
    {
        if (IsFrozen)
            return;
        _model.Playing.CurveDb(_frequenciesHz, _curve);
        for (int i = 0; i < Points; i++)
        {
            double beat = 2.5 * Math.Sin((seconds * 9) + (i * 0.37)) * Math.Sin((seconds * 2.3) + (i * 0.05));
            _input[i] = _still[i] + beat;
            _output[i] = _input[i] + _curve[i];
            _held[i] = Math.Max(_held[i], _output[i]);
        }

        Serial++;
    }
}
