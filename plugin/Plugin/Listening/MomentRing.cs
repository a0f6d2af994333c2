namespace SemanticEq.Plugin;

/// <summary>Scores, second by second, from one thread to another; neither waits. What does not fit is left out.</summary>
/// <param name="width">Scores of a second.</param>
internal sealed class MomentRing(int width)
{
    private const int Capacity = 64;
    private readonly float[] _scores = new float[Capacity * width];
    private int _written;
    private int _read;

    /// <summary>Writing thread.</summary>
    public void TryWrite(ReadOnlySpan<float> scores)
    {
        if (_written - Volatile.Read(ref _read) >= Capacity)
            return;
        scores.CopyTo(Place(_written));
        Volatile.Write(ref _written, _written + 1);
    }

    /// <summary>Reading thread.</summary>
    /// <returns>False where there is none.</returns>
    public bool TryRead(Span<float> scores)
    {
        if (_read == Volatile.Read(ref _written))
            return false;
        Place(_read).CopyTo(scores);
        Volatile.Write(ref _read, _read + 1);
        return true;
    }

    private Span<float> Place(int number) => _scores.AsSpan((number & (Capacity - 1)) * width, width);
}
