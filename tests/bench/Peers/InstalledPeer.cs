using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Lv2;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Peers;

/// <summary>A peer that this system has.</summary>
internal sealed record InstalledPeer(Peer Peer, Lv2Plugin Plugin)
{
    /// <summary>The longest block that instances get.</summary>
    public const int BlockFrames = 512;

    /// <summary>An instance at 48 kHz that plays these bands, as far as it can.</summary>
    public Lv2Instance Create(IReadOnlyList<Band> eight)
    {
        var instance = new Lv2Instance(Plugin, EngineBands.SampleRate, BlockFrames);
        Apply(instance, eight);
        return instance;
    }

    /// <summary>Sets the controls for these bands.</summary>
    public void Apply(Lv2Instance instance, IReadOnlyList<Band> eight)
    {
        foreach (var (symbol, value) in Peer.Controls(eight))
            instance.Set(symbol, value);
    }
}
