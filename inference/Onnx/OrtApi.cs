using System.Runtime.InteropServices;

namespace SemanticEq.Inference.Onnx;

/// <summary>
/// The functions of ONNX Runtime's C API that we use, by their slots in its table (onnxruntime_c_api.h; slots are only ever
/// appended, checked against 1.27.0). The library is loaded by absolute path under a file name and soname of its own: another
/// plug-in in the same process may have loaded a different ONNX Runtime, and a load by bare name would get that one.
/// </summary>
internal sealed unsafe class OrtApi
{
    private const uint ApiVersion = 17;
    private readonly void** _table;

    private OrtApi(void** table, string version)
    {
        _table = table;
        RuntimeVersion = version;
    }

    /// <summary>The library's own version, for example 1.27.0.</summary>
    public string RuntimeVersion { get; }

    public void* this[Slot slot] => _table[(int)slot];

    /// <summary>Loads the library. It stays loaded for the life of the process: its threads and statics can't be taken back.</summary>
    /// <param name="path">Absolute path of the library.</param>
    /// <exception cref="OnnxException">The library, or what it needs of the system, is missing, damaged, or too old.</exception>
    public static OrtApi Load(string path)
    {
        if (!Path.IsPathRooted(path) || !File.Exists(path))
            throw new OnnxException($"The ONNX Runtime library is missing: {path}");
        if (!LibraryFile.IsWhole(path))
            throw new OnnxException($"The ONNX Runtime library is damaged: {path}");
        VisualCppRuntime.Require();
        // What it needs comes from beside it, from the program or from the system, never from whatever folder is the current one.
        const DllImportSearchPath KnownFolders = DllImportSearchPath.UseDllDirectoryForDependencies | DllImportSearchPath.SafeDirectories;
        if (!NativeLibrary.TryLoad(path, typeof(OrtApi).Assembly, KnownFolders, out nint library)
            || !NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint entry))
            throw new OnnxException($"The ONNX Runtime library can't be loaded: {path}");
        var functions = ((delegate* unmanaged<ApiBase*>)entry)();
        void** table = functions == null ? null : functions->GetApi(ApiVersion);
        if (table == null)
            throw new OnnxException($"The ONNX Runtime library does not offer API version {ApiVersion}: {path}");
        return new OrtApi(table, Marshal.PtrToStringUTF8((nint)functions->GetVersionString()) ?? "unknown");
    }

    /// <summary>Turns a returned status into an exception, and releases it.</summary>
    public void Check(void* status, string what)
    {
        if (status == null)
            return;
        string message = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<void*, byte*>)this[Slot.GetErrorMessage])(status)) ?? "unknown error";
        Release(Slot.ReleaseStatus, status);
        throw new OnnxException($"{what}: {message}");
    }

    /// <summary>Releases an object of the library; null is let pass.</summary>
    public void Release(Slot slot, void* target)
    {
        if (target != null)
            ((delegate* unmanaged<void*, void>)this[slot])(target);
    }

    private struct ApiBase
    {
#pragma warning disable CS0649 // filled by the library
        public delegate* unmanaged<uint, void**> GetApi;
        public delegate* unmanaged<byte*> GetVersionString;
#pragma warning restore CS0649
    }

    /// <summary>Places in the function table.</summary>
    public enum Slot
    {
        GetErrorMessage = 2,
        CreateEnv = 3,
        DisableTelemetryEvents = 6,
        CreateSessionFromArray = 8,
        Run = 9,
        CreateSessionOptions = 10,
        DisableMemPattern = 17,
        DisableCpuMemArena = 19,
        SetSessionGraphOptimizationLevel = 23,
        SetIntraOpNumThreads = 24,
        SetInterOpNumThreads = 25,
        SessionGetInputCount = 30,
        SessionGetOutputCount = 31,
        SessionGetInputTypeInfo = 33,
        SessionGetOutputTypeInfo = 34,
        SessionGetInputName = 36,
        SessionGetOutputName = 37,
        CreateTensorWithDataAsOrtValue = 49,
        CastTypeInfoToTensorInfo = 55,
        GetTensorElementType = 60,
        GetDimensionsCount = 61,
        GetDimensions = 62,
        CreateCpuMemoryInfo = 69,
        AllocatorFree = 76,
        GetAllocatorWithDefaultOptions = 78,
        ReleaseEnv = 92,
        ReleaseStatus = 93,
        ReleaseMemoryInfo = 94,
        ReleaseSession = 95,
        ReleaseValue = 96,
        ReleaseTypeInfo = 98,
        ReleaseSessionOptions = 100,
    }
}
