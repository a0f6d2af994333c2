using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults;

/// <summary>
/// Damaged states into one living plug-in: switched on and off, live and offline. Each time it must play numbers on, and now and then a whole
/// state must still load and sound, to the bit, as it did in a plug-in that nothing has happened to.
/// </summary>
internal sealed class StateFuzz(PluginLibrary library, int seed, int total) : IFuzz, IDisposable
{
    /// <summary>Cases that one instance lives through.</summary>
    public const int CasesOfAnInstance = 250;

    private const int CasesToAWholeState = 50;
    private double[]? _good;
    private Rig? _rig;

    /// <inheritdoc/>
    public void Run(int number)
    {
        if (_good == null)
        {
            using var fresh = new Rig(library);
            _good = fresh.Render(States.Good);
        }
        if (_rig == null || number % CasesOfAnInstance == 0)
            Renew(number);
        bool isOff = number % 7 == 0;
        if (isOff)
            _rig!.Stop();
        _ = _rig!.Plugin.LoadState(States.Damaged(seed, number, total));
        if (isOff)
            _rig.Start(_rig.Setup);
        for (int i = 0; i < 3; i++)
            _rig.PlayNoise(192 + (number % 64));
        if (number % CasesToAWholeState == CasesToAWholeState - 1)
            DemandItself(number);
    }

    public void Dispose() => _rig?.Dispose();

    private void DemandItself(int number)
    {
        byte[] kept = _rig!.Plugin.SaveState();
        if (!_rig.Plugin.LoadState(kept))
            throw new FaultException("the plug-in does not read the state that it has just written");
        if (!_rig.Render(States.Good).AsSpan().SequenceEqual(_good))
            throw new FaultException("a whole state does not sound any more as it did");
        Start(number);
    }

    private void Renew(int number)
    {
        _rig?.Dispose();
        _rig = new Rig(library);
        Start(number);
    }

    private void Start(int number) =>
        _rig!.Start(new ProcessSetup(number / CasesOfAnInstance % 2 == 0 ? ProcessMode.Realtime : ProcessMode.Offline, number % 4 == 0, 256, 48000));
}
