using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Tests.Windows;

/// <summary>A plug-in's ITimerHandler and IEventHandler in one, which counts; the two have the same shape but for a number.</summary>
internal unsafe struct CountingHandler
{
    private static readonly EventHandlerVtbl* Table = MakeTable();

    private void* _table;

    public int References;

    public int Calls;

    public int LastNumber;

    public static CountingHandler* Create()
    {
        var self = (CountingHandler*)NativeMemory.AllocZeroed((nuint)sizeof(CountingHandler));
        self->_table = Table;
        return self;
    }

    private static EventHandlerVtbl* MakeTable()
    {
        var table = (EventHandlerVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(EventHandlerVtbl));
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->OnFdIsSet = &OnFdIsSet;
        return table;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)++((CountingHandler*)self)->References;

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)--((CountingHandler*)self)->References;

    [UnmanagedCallersOnly]
    private static void OnFdIsSet(void* self, int fileDescriptor)
    {
        ((CountingHandler*)self)->Calls++;
        ((CountingHandler*)self)->LastNumber = fileDescriptor;
    }
}
