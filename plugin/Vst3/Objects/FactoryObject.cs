using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>IPluginFactory 1 to 3 over <see cref="PluginModule.Description"/>: one object a process, never freed. Main thread.</summary>
internal static unsafe class FactoryObject
{
    private const string Category = "Audio Module Class";
    private const string SdkVersion = "VST 3.8.0";

    private static int _references;

    /// <summary>The object: a pointer to a pointer to the table.</summary>
    public static readonly void* Self = Make();

    private static void* Make()
    {
        var table = NativeTable.Allocate<PluginFactory3Vtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->GetFactoryInfo = &GetFactoryInfo;
        table->CountClasses = &CountClasses;
        table->GetClassInfo = &GetClassInfo;
        table->CreateInstance = &CreateInstance;
        table->GetClassInfo2 = &GetClassInfo2;
        table->GetClassInfoUnicode = &GetClassInfoUnicode;
        table->SetHostContext = &SetHostContext;
        var self = (PluginFactory3Vtbl**)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(FactoryObject), sizeof(void*));
        *self = table;
        return self;
    }

    /// <summary>One more reference, for a host that asked for the factory.</summary>
    public static uint AddReference() => (uint)Interlocked.Increment(ref _references);

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found)
    {
        if (found == null)
            return Result.InvalidArgument;
        var wanted = Tuid.Read(id);
        bool known = wanted == InterfaceIds.FUnknown || wanted == InterfaceIds.PluginFactory
            || wanted == InterfaceIds.PluginFactory2 || wanted == InterfaceIds.PluginFactory3;
        *found = known ? self : null;
        if (known)
            _ = AddReference();
        return known ? Result.Ok : Result.NoInterface;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => AddReference();

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)Interlocked.Decrement(ref _references);

    [UnmanagedCallersOnly]
    private static int GetFactoryInfo(void* self, PFactoryInfo* info)
    {
        if (info == null || PluginModule.Description is not { } plugin)
            return Result.InvalidArgument;
        try
        {
            *info = default;
            FixedText.WriteUtf8(info->Vendor, 64, plugin.Vendor);
            FixedText.WriteUtf8(info->Url, 256, plugin.Url);
            FixedText.WriteUtf8(info->Email, 128, plugin.Email);
            info->Flags = PFactoryInfo.Unicode;
            return Result.Ok;
        }
        catch
        {
            return Result.InternalError;
        }
    }

    [UnmanagedCallersOnly]
    private static int CountClasses(void* self) => PluginModule.Description is null ? 0 : 1;

    [UnmanagedCallersOnly]
    private static int GetClassInfo(void* self, int index, PClassInfo* info)
    {
        if (info == null || index != 0 || PluginModule.Description is not { } plugin)
            return Result.InvalidArgument;
        try
        {
            Write(plugin, info);
            return Result.Ok;
        }
        catch
        {
            return Result.InternalError;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetClassInfo2(void* self, int index, PClassInfo2* info)
    {
        if (info == null || index != 0 || PluginModule.Description is not { } plugin)
            return Result.InvalidArgument;
        try
        {
            *info = default;
            Write(plugin, &info->Basic);
            FixedText.WriteUtf8(info->SubCategories, 128, plugin.SubCategories);
            FixedText.WriteUtf8(info->Vendor, 64, plugin.Vendor);
            FixedText.WriteUtf8(info->Version, 64, plugin.Version);
            FixedText.WriteUtf8(info->SdkVersion, 64, SdkVersion);
            return Result.Ok;
        }
        catch
        {
            return Result.InternalError;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetClassInfoUnicode(void* self, int index, PClassInfoW* info)
    {
        if (info == null || index != 0 || PluginModule.Description is not { } plugin)
            return Result.InvalidArgument;
        try
        {
            *info = default;
            Tuid.Write(plugin.ClassId, info->Cid);
            info->Cardinality = PClassInfo.ManyInstances;
            FixedText.WriteUtf8(info->Category, 32, Category);
            FixedText.WriteUtf16(info->Name, 64, plugin.Name);
            FixedText.WriteUtf8(info->SubCategories, 128, plugin.SubCategories);
            FixedText.WriteUtf16(info->Vendor, 64, plugin.Vendor);
            FixedText.WriteUtf16(info->Version, 64, plugin.Version);
            FixedText.WriteUtf16(info->SdkVersion, 64, SdkVersion);
            return Result.Ok;
        }
        catch
        {
            return Result.InternalError;
        }
    }

    private static void Write(PluginDescription plugin, PClassInfo* info)
    {
        *info = default;
        Tuid.Write(plugin.ClassId, info->Cid);
        info->Cardinality = PClassInfo.ManyInstances;
        FixedText.WriteUtf8(info->Category, 32, Category);
        FixedText.WriteUtf8(info->Name, 64, plugin.Name);
    }

    [UnmanagedCallersOnly]
    private static int CreateInstance(void* self, byte* classId, byte* interfaceId, void** created)
    {
        if (created == null)
            return Result.InvalidArgument;
        *created = null;
        try
        {
            if (classId == null || interfaceId == null)
                return Result.InvalidArgument;
            if (PluginModule.Description is not { } plugin || Tuid.Read(classId) != plugin.ClassId)
                return Result.NoInterface;
            var instance = EffectObject.Create(plugin.Create());
            int result = EffectObject.QueryInterface(instance, interfaceId, created);
            _ = EffectObject.Release(instance);
            return result;
        }
        catch
        {
            return Result.InternalError;
        }
    }

    // Nothing is asked of the host's application, so nothing is kept of it.
    [UnmanagedCallersOnly]
    private static int SetHostContext(void* self, void* context) => Result.Ok;
}
