using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>An IHostApplication: the host's name, and no objects to offer. Main thread.</summary>
public sealed unsafe class HostContext : IDisposable
{
    private static readonly HostApplicationVtbl* Table = MakeTable();

    private HostObject* _self;

    /// <summary>A context of one's own.</summary>
    public HostContext() => _self = HostObject.Create(Table, InterfaceIds.HostApplication, this);

    /// <summary>The IHostApplication.</summary>
    public void* Pointer => _self;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    private static HostApplicationVtbl* MakeTable()
    {
        var table = (HostApplicationVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(HostContext), sizeof(HostApplicationVtbl));
        table->Unknown = HostObject.Unknown;
        table->GetName = &GetName;
        table->CreateInstance = &CreateInstance;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int GetName(void* self, char* name)
    {
        FixedText.WriteUtf16(name, FixedText.String128, "semantic-eq");
        return name == null ? Result.InvalidArgument : Result.Ok;
    }

    // IMessage and IAttributeList are for components apart from their controllers, which this host does not load.
    [UnmanagedCallersOnly]
    private static int CreateInstance(void* self, byte* classId, byte* interfaceId, void** created)
    {
        if (created != null)
            *created = null;
        return Result.NotImplemented;
    }
}
