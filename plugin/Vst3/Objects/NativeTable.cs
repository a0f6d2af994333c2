using System.Runtime.CompilerServices;

namespace SemanticEq.Vst3.Objects;

/// <summary>Memory for function tables: there for as long as the module, which is never unloaded.</summary>
internal static unsafe class NativeTable
{
    public static T* Allocate<T>()
        where T : unmanaged => (T*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(T), sizeof(T));
}
