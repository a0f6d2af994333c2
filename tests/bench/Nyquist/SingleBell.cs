using System.Globalization;
using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Peers;
using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Bench.Nyquist;

/// <summary>A bell of +12 dB and Q 1 at 48 kHz, as the plug-in or a peer really plays it, from impulse responses.</summary>
internal static class SingleBell
{
    private const double UnderstoodDb = 0.05;

    // Of the eight, the one that every peer lets go from 500 Hz to 12 kHz.
    private const int Slot = 5;

    /// <summary>The worst error of centres from 2 to 12 kHz, in dB.</summary>
    /// <exception cref="InvalidOperationException">At 500 Hz, where all equalisers should agree, it is another shape.</exception>
    public static double WorstDb(InstalledPeer peer)
    {
        double lowDb = ErrorDb(peer, Bell(500.0));
        return lowDb < UnderstoodDb
            ? CentresHz().Max(hz => ErrorDb(peer, Bell(hz)))
            : throw new InvalidOperationException($"{peer.Peer.Name}: a bell at 500 Hz is {lowDb:0.00} dB off: its Q is not understood");
    }

    /// <summary>The same of one of the plug-in's own bands.</summary>
    public static double WorstDb(PluginLibrary library)
    {
        using var plugin = PluginInstance.Create(library);
        var probe = new CurveProbe(plugin, EngineBands.SampleRate, MatchError.FrequenciesHz);
        return CentresHz().Max(hz =>
        {
            var settings = new ParameterSettings(plugin);
            settings.Set("Own 1 on", "On");
            settings.Set("Own 1 frequency", hz.ToString(CultureInfo.InvariantCulture));
            settings.Set("Own 1 gain", "12");
            settings.Set("Own 1 Q", "1");
            return MatchError.Worst(Bell(hz), probe.Measure(settings.Values).CurveDb);
        });
    }

    private static IEnumerable<double> CentresHz() => Enumerable.Range(2, 11).Select(kilohertz => 1000.0 * kilohertz);

    private static Band Bell(double hz) => new(BandType.Bell, hz, 12.0, 1.0);

    private static double ErrorDb(InstalledPeer peer, Band bell)
    {
        Band[] bands = [.. EngineBands.Decoder.Select((band, i) => i == Slot ? bell : band with { GainDb = 0.0 })];
        using var instance = peer.Create(bands);
        return MatchError.Worst(bell, PeerResponse.CurveDb(instance, MatchError.FrequenciesHz));
    }
}
