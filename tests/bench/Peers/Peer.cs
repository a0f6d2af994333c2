using SemanticEq.Dsp;

namespace SemanticEq.Bench.Peers;

/// <summary>An equaliser of others, and how to ask it for our bands: a low shelf, six bells, a high shelf.</summary>
internal abstract class Peer
{
    /// <summary>What its keys begin with.</summary>
    public abstract string Key { get; }

    /// <summary>As in the table.</summary>
    public abstract string Name { get; }

    /// <summary>Its LV2 URI.</summary>
    public abstract string Uri { get; }

    /// <summary>The Debian package that brings it.</summary>
    public abstract string Package { get; }

    /// <summary>Which of the eight bands it has room for, ascending.</summary>
    public virtual IReadOnlyList<int> Playable { get; } = [0, 1, 2, 3, 4, 5, 6, 7];

    /// <summary>Those of the eight bands that it plays.</summary>
    public IEnumerable<Band> Played(IReadOnlyList<Band> eight) => Playable.Select(i => eight[i]);

    /// <summary>The controls that make it play those.</summary>
    public IEnumerable<(string Symbol, double Value)> Controls(IReadOnlyList<Band> eight) =>
        Played(eight).SelectMany((band, slot) => BandControls(slot, band));

    /// <summary>The controls of one band.</summary>
    /// <param name="slot">Which of the peer's, from 0.</param>
    /// <param name="band">A shelf or bell.</param>
    protected abstract IEnumerable<(string Symbol, double Value)> BandControls(int slot, Band band);

    /// <summary>That a band is of no type that peers are asked for.</summary>
    protected static ArgumentOutOfRangeException NotAsked(Band band) => new(nameof(band), band.Type, "only shelves and bells");
}
