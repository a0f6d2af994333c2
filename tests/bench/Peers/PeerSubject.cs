using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Lv2;
using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Peers;

/// <summary>A peer on the engine's noise and bands, in blocks of 512.</summary>
internal sealed class PeerSubject : Subject
{
    private const double ToleranceDb = 2.0;

    private readonly InstalledPeer _peer;
    private readonly Lv2Instance _instance;
    private readonly PeerStream _stream;

    public PeerSubject(InstalledPeer peer) : base(peer.Peer.Name, EngineBands.RunFrames)
    {
        _peer = peer;
        _instance = peer.Create(EngineBands.Decoder);
        _stream = new(_instance, EngineBands.RunFrames);
        var noise = new StereoNoise(EngineBands.RunFrames);
        for (int i = 0; i < EngineBands.RunFrames; i++)
            (_stream.Left[i], _stream.Right[i]) = ((float)noise.Left[i], (float)noise.Right[i]);
    }

    public override void Run() => _stream.Run();

    /// <summary>Holds the curve that the timed instance plays against the analogue prototypes of the bands that it was asked for.</summary>
    public override void Check()
    {
        if (!_stream.LeftOut.ContainsAnyExcept(0.0f) || !_stream.RightOut.ContainsAnyExcept(0.0f))
            throw new InvalidOperationException($"{Name}: it is silent");
        Band[] asked = [.. _peer.Peer.Played(EngineBands.Decoder)];
        double[] centresHz = [.. asked.Select(band => band.FrequencyHz)];
        double[] playedDb = PeerResponse.CurveDb(_instance, centresHz);
        for (int i = 0; i < centresHz.Length; i++)
        {
            double wantedDb = asked.Sum(band => AnalogPrototype.MagnitudeDb(band, centresHz[i]));
            if (!(Math.Abs(playedDb[i] - wantedDb) < ToleranceDb))
                throw new InvalidOperationException($"{Name}: {playedDb[i]:0.0} dB at {centresHz[i]} Hz, not {wantedDb:0.0}");
        }
    }

    public override void Dispose()
    {
        _stream.Dispose();
        _instance.Dispose();
    }
}
