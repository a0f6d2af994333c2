namespace SemanticEq.Dsp;

/// <summary>
/// Numbers at an address that stays, aligned for every vector width, zero at first. Allocated once; lives in the managed heap,
/// so that there is nothing to free.
/// </summary>
internal sealed unsafe class AlignedMemory<T> where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T[] _pinned;
    private readonly int _first;

    /// <summary>Allocates.</summary>
    public AlignedMemory(int length)
    {
        _pinned = GC.AllocateArray<T>(length + (Alignment / sizeof(T)), pinned: true);
        nint start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _pinned[0]);
        Pointer = (T*)((start + Alignment - 1) & ~(nint)(Alignment - 1));
        _first = (int)(((nint)Pointer - start) / sizeof(T));
        Length = length;
    }

    /// <summary>
    /// The first number; valid as long as this object is, which whoever uses it holds by <see cref="GC.KeepAlive"/>: to have taken
    /// the pointer keeps nothing.
    /// </summary>
    public T* Pointer { get; }

    /// <summary>How many numbers.</summary>
    public int Length { get; }

    /// <summary>All of them; they live as long as the span is used.</summary>
    public Span<T> Span => _pinned.AsSpan(_first, Length);
}
