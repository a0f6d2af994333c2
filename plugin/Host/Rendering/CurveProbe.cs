using System.Numerics;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Rendering;

/// <summary>
/// Measures the response that a plug-in really plays: offline, in 64 bit, silence until all is settled, an impulse, and the exact
/// Fourier sum of what comes out at the frequencies asked for. Main thread.
/// </summary>
public sealed class CurveProbe
{
    private const int BlockSamples = 512;
    private const double SettleSeconds = 0.25;

    // At least long enough for 20 Hz at Q 1 to fall below −200 dB at 48 kHz; slower ones go on until they have faded.
    private const int MinSamples = 1 << 17, MaxSamples = 1 << 21;
    private const double FadedEnergy = 1e-26;

    private readonly PluginInstance _plugin;
    private readonly double _sampleRate;
    private readonly double[] _frequenciesHz;
    private readonly Complex[] _steps;

    /// <summary>Prepares; the plug-in is set to stereo.</summary>
    /// <param name="plugin">Inactive.</param>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="frequenciesHz">Where to measure; what is not below half the rate gives NaN.</param>
    public CurveProbe(PluginInstance plugin, double sampleRate, IReadOnlyList<double> frequenciesHz)
    {
        _plugin = plugin;
        _sampleRate = sampleRate;
        _frequenciesHz = [.. frequenciesHz];
        _steps = [.. frequenciesHz.Select(hz => Complex.FromPolarCoordinates(1, -2 * Math.PI * hz / sampleRate))];
    }

    /// <summary>Measures with these values, from a fresh start.</summary>
    /// <param name="values">0 to 1, by parameter.</param>
    /// <returns>The gain at each frequency in dB, and the plug-in's state while it played so.</returns>
    public (double[] CurveDb, byte[] State) Measure(IReadOnlyDictionary<uint, double> values)
    {
        var setup = new ProcessSetup(ProcessMode.Offline, true, BlockSamples, _sampleRate);
        if (!_plugin.SetChannels(2))
            throw new UserError($"{_plugin.Class.Name} can't process stereo");
        _plugin.Setup(setup);
        foreach (var (id, normalized) in values)
            _ = _plugin.SetNormalized(id, normalized);
        _plugin.SetActive(true);
        try
        {
            using var block = new AudioBlock(_plugin, 2, setup);
            _plugin.SetProcessing(true);
            Settle(block, values);
            double[] curve = Listen(block);
            byte[] state = _plugin.SaveState();
            _plugin.SetProcessing(false);
            return (curve, state);
        }
        finally
        {
            _plugin.SetActive(false);
        }
    }

    private void Settle(AudioBlock block, IReadOnlyDictionary<uint, double> values)
    {
        int blocks = (int)Math.Ceiling(SettleSeconds * _sampleRate / BlockSamples);
        for (int i = 0; i < blocks; i++)
        {
            Begin(block, impulse: 0);
            if (i == 0)
            {
                _plugin.Listener.Queue(block.Changes);
                foreach (var (id, normalized) in values)
                    _ = block.Changes.For(id).Add(0, normalized);
            }
            Process(block);
        }
    }

    private double[] Listen(AudioBlock block)
    {
        var sums = new Complex[_steps.Length];
        double total = 0, last = 0;
        for (int start = 0; start < MaxSamples && (start < MinSamples || last > FadedEnergy * total); start += BlockSamples)
        {
            Begin(block, impulse: start == 0 ? 1 : 0);
            Process(block);
            var output = block.Double(BusDirection.Output, 0);
            last = 0;
            foreach (double sample in output)
                last += sample * sample;
            total += last;
            if (last > 0)
                Accumulate(sums, output, start);
        }
        return [.. sums.Select((sum, i) => _frequenciesHz[i] < _sampleRate / 2 ? 20 * Math.Log10(sum.Magnitude) : double.NaN)];
    }

    private void Accumulate(Complex[] sums, ReadOnlySpan<double> samples, int start)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            // The phase is worked out anew for each block, so that rounding does not add up over the whole response.
            double turns = _frequenciesHz[i] * start / _sampleRate;
            var phase = Complex.FromPolarCoordinates(1, -2 * Math.PI * (turns - Math.Floor(turns)));
            var step = _steps[i];
            var sum = Complex.Zero;
            foreach (double sample in samples)
            {
                sum += sample * phase;
                phase *= step;
            }
            sums[i] += sum;
        }
    }

    private static void Begin(AudioBlock block, double impulse)
    {
        block.Begin(BlockSamples);
        for (int channel = 0; channel < block.Channels; channel++)
        {
            var input = block.Double(BusDirection.Input, channel);
            input.Clear();
            input[0] = impulse;
        }
    }

    private void Process(AudioBlock block)
    {
        if (!_plugin.Process(block))
            throw new UserError($"{_plugin.Class.Name} failed to process");
    }
}
