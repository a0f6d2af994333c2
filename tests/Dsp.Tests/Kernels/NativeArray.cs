using System.Runtime.InteropServices;

namespace SemanticEq.Dsp.Tests;

/// <summary>Numbers aligned as the kernels ask for.</summary>
internal sealed unsafe class NativeArray<T> : IDisposable where T : unmanaged
{
    public NativeArray(int length)
    {
        Length = length;
        Pointer = (T*)NativeMemory.AlignedAlloc((nuint)(length * sizeof(T)), 32);
        Span.Clear();
    }

    public int Length { get; }

    public T* Pointer { get; }

    public Span<T> Span => new(Pointer, Length);

    public void Dispose() => NativeMemory.AlignedFree(Pointer);
}
