namespace SemanticEq.Vst3.Abi;

/// <summary>Steinberg's <c>tresult</c> (funknown.h): COM's HRESULTs on Windows, small numbers elsewhere.</summary>
public static class Result
{
    /// <summary>kResultOk, kResultTrue.</summary>
    public const int Ok = 0;

    /// <summary>kResultFalse.</summary>
    public const int False = 1;

    /// <summary>kInvalidArgument.</summary>
    public static int InvalidArgument => OperatingSystem.IsWindows() ? unchecked((int)0x80070057) : 2;

    /// <summary>kNotImplemented.</summary>
    public static int NotImplemented => OperatingSystem.IsWindows() ? unchecked((int)0x80004001) : 3;

    /// <summary>kInternalError.</summary>
    public static int InternalError => OperatingSystem.IsWindows() ? unchecked((int)0x80004005) : 4;

    /// <summary>kNotInitialized.</summary>
    public static int NotInitialized => OperatingSystem.IsWindows() ? unchecked((int)0x8000FFFF) : 5;

    /// <summary>kOutOfMemory.</summary>
    public static int OutOfMemory => OperatingSystem.IsWindows() ? unchecked((int)0x8007000E) : 6;

    /// <summary>kNoInterface.</summary>
    public static int NoInterface => OperatingSystem.IsWindows() ? unchecked((int)0x80004002) : -1;

    /// <summary>kResultTrue or kResultFalse.</summary>
    public static int Of(bool ok) => ok ? Ok : False;
}
