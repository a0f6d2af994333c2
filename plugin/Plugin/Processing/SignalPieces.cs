namespace SemanticEq.Plugin;

/// <summary>
/// What has come by a <see cref="SignalRing"/>, piece by piece, for <c>foreach</c>; each is given back when the next is asked for. What comes
/// meanwhile waits: a host that renders faster than it is heard would never let go. Reading thread; allocates nothing.
/// </summary>
/// <param name="ring">Where it lies.</param>
internal struct SignalPieces(SignalRing ring)
{
    private long _rest = ring.Unread;

    /// <summary>How many samples the piece has.</summary>
    public int Current { get; private set; }

    /// <summary>Itself.</summary>
    public readonly SignalPieces GetEnumerator() => this;

    /// <summary>On to the next piece, if there is one.</summary>
    public bool MoveNext()
    {
        ring.Release(Current);
        _rest -= Current;
        Current = (int)Math.Min(_rest, ring.Readable);
        return Current > 0;
    }
}
