using SemanticEq.Bench.Running;

namespace SemanticEq.Bench.Peers;

/// <summary>What others take for the engine's eight bands.</summary>
/// <param name="peers">Those that are there.</param>
/// <param name="ours">The engine that they are held against.</param>
/// <param name="ramped">Its kernel while every coefficient moves at every sample, held against them too.</param>
internal sealed class PeerTimesBenchmark(PeerSet peers, Subject ours, Subject ramped) : IBenchmark
{
    private const string Section = "engine";

    private readonly (Peer Peer, Subject Subject)[] _subjects =
        [.. peers.Installed.Select(peer => (peer.Peer, (Subject)new PeerSubject(peer)))];

    public IReadOnlyList<Subject> Subjects => [.. _subjects.Select(s => s.Subject)];

    public IReadOnlyList<string> Remarks => peers.Remarks;

    public IEnumerable<Measurement> Measure(Timings timings) => _subjects.SelectMany(s => new[]
    {
        new Measurement(Section, $"{s.Peer.Key}_over_ours", $"{s.Peer.Name} / {ours.Name}", "x", timings.Ratio(s.Subject, ours)),
        new Measurement(Section, $"{s.Peer.Key}_over_ramped", $"{s.Peer.Name} / {ramped.Name} ramped", "x", timings.Ratio(s.Subject, ramped)),
    });
}
