using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults;

/// <summary>
/// Parameter changes that keep no promise, in blocks of any length at any rate, with samples that are no
/// numbers: what comes out must be numbers, and a whole state must afterwards sound as ever.
/// </summary>
internal sealed class StreamFuzz(PluginLibrary library, int seed) : IFuzz, IDisposable
{
    /// <summary>Cases between two starts.</summary>
    public const int CasesOfAStart = 100;

    private const int CasesToAWholeState = 500;
    private const int MostSamples = 4096;
    private static readonly double[] Rates = [8000, 11025, 22050, 44100, 48000, 88200, 96000, 192000, 384000];
    private static readonly double[] Broken = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, 3.4e38, -3.4e38, 1e-310];
    private readonly HostileChanges _changes = new();
    private double[]? _good;
    private uint[] _ids = [];
    private Rig? _rig;
    private bool _isBreaking;

    /// <inheritdoc/>
    public void Run(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) ^ number));
        if (_good == null)
        {
            using var fresh = new Rig(library);
            _good = fresh.Render(States.Good);
        }
        if (_rig == null || number % CasesOfAStart == 0)
            Start(number);
        Play(random);
        if (number % CasesToAWholeState != CasesToAWholeState - 1)
            return;
        if (!_rig!.Render(States.Good).AsSpan().SequenceEqual(_good))
            throw new FaultException("a whole state does not sound any more as it did");
        Start(number);
    }

    public void Dispose()
    {
        _rig?.Dispose();
        _changes.Dispose();
    }

    private unsafe void Play(Random random)
    {
        var block = _rig!.Block;
        int samples = random.Next(5) switch { 0 => 0, 1 => 1, 2 => random.Next(MostSamples), _ => random.Next(256) };
        block.Begin(samples);
        _rig.Fill(random);
        if (_isBreaking && random.Next(4) == 0)
            Break(block, random);
        _changes.Mix(random, _ids, samples);
        block.Data->InputParameterChanges = _changes.Pointer;
        void* reports = block.Data->OutputParameterChanges;
        if (random.Next(4) == 0)
            block.Data->OutputParameterChanges = _changes.Pointer;
        if (!_rig.Plugin.Process(block))
            throw new FaultException($"process has refused {samples} samples");
        block.Data->InputParameterChanges = block.Changes.Pointer;
        block.Data->OutputParameterChanges = reports;
        _rig.DemandNumbers();
    }

    private void Break(AudioBlock block, Random random)
    {
        for (int i = random.Next(20); i > 0 && _rig!.Setup.IsDouble; i--)
        {
            var samples = block.Double(BusDirection.Input, random.Next(block.Channels));
            if (samples.Length > 0)
                samples[random.Next(samples.Length)] = Broken[random.Next(Broken.Length)];
        }
        for (int i = random.Next(20); i > 0 && !_rig!.Setup.IsDouble; i--)
        {
            var samples = block.Float(BusDirection.Input, random.Next(block.Channels));
            if (samples.Length > 0)
                samples[random.Next(samples.Length)] = (float)Broken[random.Next(Broken.Length)];
        }
    }

    // Of its own random numbers, so that a case can be played again from the start before it.
    private void Start(int number)
    {
        int start = number / CasesOfAStart;
        var random = new Random(unchecked((seed * 1_000_003) ^ ~start));
        if (_rig == null || start % 10 == 0)
        {
            _rig?.Dispose();
            _rig = new Rig(library);
        }
        // Bypass hands on the host's own samples, whatever they are.
        _isBreaking = start % 2 == 0;
        _ids = [.. _rig.Plugin.Parameters.Where(parameter => !_isBreaking || !parameter.Flags.HasFlag(ParameterFlags.IsBypass)).Select(parameter => parameter.Id)];
        _ = _rig.Plugin.SetNormalized(_rig.Plugin.Parameters.Single(parameter => parameter.Flags.HasFlag(ParameterFlags.IsBypass)).Id, 0.0);
        var mode = random.Next(3) == 0 ? ProcessMode.Offline : ProcessMode.Realtime;
        _rig.Start(new ProcessSetup(mode, random.Next(2) == 0, MostSamples, Rates[random.Next(Rates.Length)]), random.Next(1, 3));
    }
}
