using SemanticEq.Bench.Lv2;

namespace SemanticEq.Bench.Peers;

/// <summary>The peers that this system has, and which it has not.</summary>
internal sealed class PeerSet : IDisposable
{
    private readonly Lv2World? _world = Lv2World.TryOpen();

    public PeerSet()
    {
        Peer[] wanted = [new LspEqualiser(), new Eq10q(), new Fil4()];
        if (_world is null)
        {
            Remarks = ["no other equalisers beside: liblilv-0-0 is not installed"];
            return;
        }

        Installed = [.. wanted.Select(Find).OfType<InstalledPeer>()];
        Remarks = [.. wanted.Where(peer => Installed.All(i => i.Peer != peer))
            .Select(peer => $"no {peer.Name} beside: {peer.Package} is not installed")];
    }

    /// <summary>Those that are there.</summary>
    public IReadOnlyList<InstalledPeer> Installed { get; } = [];

    /// <summary>What to tell about those that are not.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>A peer, whether or not it is one of those; null where it is not installed.</summary>
    public InstalledPeer? Find(Peer peer) => _world?.Find(peer.Uri) is { } plugin ? new(peer, plugin) : null;

    /// <inheritdoc/>
    public void Dispose() => _world?.Dispose();
}
