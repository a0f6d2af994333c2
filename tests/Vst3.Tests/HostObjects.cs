using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

/// <summary>A host's IBStream that hands over at most <see cref="ChunkBytes"/> a call, and can misbehave.</summary>
public static unsafe class TestStream
{
    private static readonly StreamVtbl* Table = Make();

    public static readonly void* Self = Wrap();

    public static List<byte> Bytes { get; } = [];

    public static int Position { get; set; }

    public static int ChunkBytes { get; set; }

    /// <summary>What read answers at the end; hosts differ.</summary>
    public static int EndResult { get; set; }

    public static bool Endless { get; set; }

    public static long BytesRead { get; private set; }

    public static bool Lies { get; set; }

    public static bool Refuses { get; set; }

    public static void Reset(params byte[] content)
    {
        Bytes.Clear();
        Bytes.AddRange(content);
        Position = 0;
        ChunkBytes = int.MaxValue;
        EndResult = Result.Ok;
        Endless = Lies = Refuses = false;
        BytesRead = 0;
    }

    private static StreamVtbl* Make()
    {
        var table = (StreamVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(StreamVtbl));
        table->Read = &Read;
        table->Write = &Write;
        return table;
    }

    private static void* Wrap()
    {
        var self = (StreamVtbl**)NativeMemory.Alloc((nuint)sizeof(void*));
        *self = Table;
        return self;
    }

    [UnmanagedCallersOnly]
    private static int Read(void* self, void* buffer, int count, int* read)
    {
        if (Refuses)
            return Result.InternalError;
        if (Lies)
        {
            *read = count + 1;
            return Result.Ok;
        }
        int n = Endless ? count : Math.Min(Math.Min(count, ChunkBytes), Bytes.Count - Position);
        for (int i = 0; i < n && !Endless; i++)
            ((byte*)buffer)[i] = Bytes[Position++];
        *read = n;
        BytesRead += n;
        return n == 0 ? EndResult : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Write(void* self, void* buffer, int count, int* written)
    {
        if (Refuses)
            return Result.InternalError;
        int n = Math.Min(count, ChunkBytes);
        for (int i = 0; i < n; i++)
            Bytes.Add(((byte*)buffer)[i]);
        *written = Lies ? count + 1 : n;
        return Result.Ok;
    }
}

/// <summary>A host's IComponentHandler that counts its references and notes what it is told.</summary>
public static unsafe class TestHandler
{
    private static readonly ComponentHandlerVtbl* Table = Make();

    public static readonly void* Self = Wrap();

    public static int References { get; set; }

    public static List<string> Calls { get; } = [];

    /// <summary>What the host does when it is let go of.</summary>
    public static Action? Released { get; set; }

    private static ComponentHandlerVtbl* Make()
    {
        var table = (ComponentHandlerVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(ComponentHandlerVtbl));
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->BeginEdit = &BeginEdit;
        table->PerformEdit = &PerformEdit;
        table->EndEdit = &EndEdit;
        table->RestartComponent = &RestartComponent;
        return table;
    }

    private static void* Wrap()
    {
        var self = (ComponentHandlerVtbl**)NativeMemory.Alloc((nuint)sizeof(void*));
        *self = Table;
        return self;
    }

    // IComponentHandler2 and 3 are objects of their own here, as a host may have them.
    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found)
    {
        var wanted = Tuid.Read(id);
        *found = !TestMenus.AreOffered ? null
            : wanted == InterfaceIds.ComponentHandler2 ? TestMenus.Handler2
            : wanted == InterfaceIds.ComponentHandler3 ? TestMenus.Handler3
            : wanted == InterfaceIds.UnitHandler ? TestMenus.UnitHandler
            : null;
        References += *found == null ? 0 : 1;
        return *found == null ? Result.NoInterface : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)++References;

    [UnmanagedCallersOnly]
    private static uint Release(void* self)
    {
        Released?.Invoke();
        return (uint)--References;
    }

    [UnmanagedCallersOnly]
    private static int BeginEdit(void* self, uint id) => Note($"begin {id}");

    [UnmanagedCallersOnly]
    private static int PerformEdit(void* self, uint id, double value) => Note($"perform {id} {value}");

    [UnmanagedCallersOnly]
    private static int EndEdit(void* self, uint id) => Note($"end {id}");

    [UnmanagedCallersOnly]
    private static int RestartComponent(void* self, int flags) => Note($"restart {flags}");

    internal static int Note(string call)
    {
        Calls.Add(call);
        return Result.Ok;
    }
}
