using System.Runtime.InteropServices;

namespace SemanticEq.Bench.Lv2;

/// <summary>Native memory that is freed together: what a plug-in holds pointers to must not move.</summary>
internal sealed unsafe class NativeBlocks : IDisposable
{
    private const int Alignment = 64;

    private readonly List<nint> _blocks = [];

    /// <summary>So many values, all 0.</summary>
    public T* New<T>(int count = 1) where T : unmanaged
    {
        nuint bytes = (nuint)(count * sizeof(T));
        void* block = NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(block, bytes);
        _blocks.Add((nint)block);
        return (T*)block;
    }

    /// <summary>A text, UTF-8, ended by 0.</summary>
    public byte* NewText(string text)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        byte* native = New<byte>(bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(native, bytes.Length));
        return native;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (nint block in _blocks)
            NativeMemory.AlignedFree((void*)block);
        _blocks.Clear();
    }
}
