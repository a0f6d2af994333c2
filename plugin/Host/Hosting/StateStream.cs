using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>An IBStream over memory. Main thread.</summary>
public sealed unsafe class StateStream : IDisposable
{
    private static readonly StreamVtbl* Table = MakeTable();

    private readonly MemoryStream _content = new();
    private HostObject* _self;

    /// <summary>An empty stream, to be written.</summary>
    public StateStream() => _self = HostObject.Create(Table, InterfaceIds.Stream, this);

    /// <summary>A stream to be read from its start.</summary>
    public StateStream(ReadOnlySpan<byte> content)
        : this()
    {
        _content.Write(content);
        _content.Position = 0;
    }

    /// <summary>The IBStream.</summary>
    public void* Pointer => _self;

    /// <summary>Everything that it holds.</summary>
    public byte[] ToArray() => _content.ToArray();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    private static StreamVtbl* MakeTable()
    {
        var table = (StreamVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(StateStream), sizeof(StreamVtbl));
        table->Unknown = HostObject.Unknown;
        table->Read = &Read;
        table->Write = &Write;
        table->Seek = &Seek;
        table->Tell = &Tell;
        return table;
    }

    private static MemoryStream Content(void* self) => HostObject.Owner<StateStream>(self)._content;

    [UnmanagedCallersOnly]
    private static int Read(void* self, void* buffer, int count, int* read)
    {
        if (count < 0 || (buffer == null && count > 0))
            return Result.InvalidArgument;
        int got = Content(self).Read(new Span<byte>(buffer, count));
        if (read != null)
            *read = got;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Write(void* self, void* buffer, int count, int* written)
    {
        if (count < 0 || (buffer == null && count > 0))
            return Result.InvalidArgument;
        try
        {
            Content(self).Write(new ReadOnlySpan<byte>(buffer, count));
        }
        catch (Exception e) when (e is OutOfMemoryException or IOException)
        {
            return Result.OutOfMemory;
        }
        if (written != null)
            *written = count;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Seek(void* self, long position, int mode, long* result)
    {
        var content = Content(self);
        long start = mode switch
        {
            0 => 0,
            1 => content.Position,
            2 => content.Length,
            _ => -1,
        };
        if (start < 0 || position < -start || position > content.Length - start)
            return Result.InvalidArgument;
        content.Position = start + position;
        if (result != null)
            *result = content.Position;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Tell(void* self, long* position)
    {
        if (position == null)
            return Result.InvalidArgument;
        *position = Content(self).Position;
        return Result.Ok;
    }
}
