using System.Runtime.InteropServices;

namespace SemanticEq.Bench.Lv2;

/// <summary>liblilv's C interface (lilv.h, 0.24 and later), what is used of it: finding LV2 plug-ins and reading what they say.</summary>
internal static unsafe partial class Lilv
{
    private const string Library = "liblilv-0.so.0";

    /// <summary>Whether the library is on this system.</summary>
    public static bool IsThere => NativeLibrary.TryLoad(Library, out _);

    [LibraryImport(Library, EntryPoint = "lilv_world_new")]
    public static partial nint WorldNew();

    [LibraryImport(Library, EntryPoint = "lilv_world_free")]
    public static partial void WorldFree(nint world);

    [LibraryImport(Library, EntryPoint = "lilv_world_load_all")]
    public static partial void LoadAll(nint world);

    [LibraryImport(Library, EntryPoint = "lilv_world_get_all_plugins")]
    public static partial nint AllPlugins(nint world);

    [LibraryImport(Library, EntryPoint = "lilv_new_uri", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewUri(nint world, string uri);

    [LibraryImport(Library, EntryPoint = "lilv_node_free")]
    public static partial void NodeFree(nint node);

    [LibraryImport(Library, EntryPoint = "lilv_node_as_string")]
    public static partial byte* NodeText(nint node);

    [LibraryImport(Library, EntryPoint = "lilv_plugins_get_by_uri")]
    public static partial nint PluginByUri(nint plugins, nint uri);

    [LibraryImport(Library, EntryPoint = "lilv_plugin_get_num_ports")]
    public static partial uint PortCount(nint plugin);

    [LibraryImport(Library, EntryPoint = "lilv_plugin_get_port_by_index")]
    public static partial nint PortByIndex(nint plugin, uint index);

    [LibraryImport(Library, EntryPoint = "lilv_plugin_get_port_ranges_float")]
    public static partial void PortRanges(nint plugin, float* minimum, float* maximum, float* initial);

    [LibraryImport(Library, EntryPoint = "lilv_port_get_symbol")]
    public static partial nint PortSymbol(nint plugin, nint port);

    [LibraryImport(Library, EntryPoint = "lilv_port_is_a")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool PortIsA(nint plugin, nint port, nint portClass);

    [LibraryImport(Library, EntryPoint = "lilv_plugin_instantiate")]
    public static partial LilvInstance* Instantiate(nint plugin, double sampleRate, Lv2Feature** features);

    [LibraryImport(Library, EntryPoint = "lilv_instance_free")]
    public static partial void InstanceFree(LilvInstance* instance);

    /// <summary>A node's text.</summary>
    public static string Text(nint node) => Marshal.PtrToStringUTF8((nint)NodeText(node)) ?? "";
}
