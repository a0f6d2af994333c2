namespace SemanticEq.Dsp;

/// <summary>
/// Numbers at an address that stays, aligned for every vector width, zero at first. Allocated once; lives in the managed heap,
/// so that there is nothing to free.
/// </summary>
internal sealed unsafe class AlignedMemory<T> where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T[] _pinned;

    /// <summary>Allocates.</summary>
    public AlignedMemory(int length)
    {
        _pinned = GC.AllocateArray<T>(length + (Alignment / sizeof(T)), pinned: true);
        nint start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _pinned[0]);
        Pointer = (T*)((start + Alignment - 1) & ~(nint)(Alignment - 1));
        Length = length;
    }

    /// <summary>The first number; valid as long as this object is.</summary>
    public T* Pointer { get; }

    /// <summary>How many numbers.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public Span<T> Span => new(Pointer, Length);
}
