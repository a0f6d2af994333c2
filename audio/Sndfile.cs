using System.Runtime.InteropServices;

namespace SemanticEq.Audio;

/// <summary>libsndfile's C interface (sndfile.h, 1.0.28 and later), what is used of it.</summary>
internal static unsafe partial class Sndfile
{
    public const int Read = 0x10, Write = 0x20;
    public const int SetAddPeakChunk = 0x1050, SetClipping = 0x10C0, SetVbrQuality = 0x1301;
    public const int Wav = 0x010000, Aiff = 0x020000, Flac = 0x170000, Ogg = 0x200000, Caf = 0x180000, W64 = 0x0B0000, Rf64 = 0x220000;
    public const int Pcm24 = 0x0003, FloatSamples = 0x0006, Vorbis = 0x0060, Opus = 0x0064;

    private const string Library = AudioLibrary.Name;

    /// <summary>SF_INFO.</summary>
    public struct Info
    {
        public long Frames;
        public int SampleRate;
        public int Channels;
        public int Format;
        public int Sections;
        public int Seekable;
    }

    /// <summary>SF_VIRTUAL_IO: a file's operations; the last argument of each is who is asked. Copied by the library.</summary>
    public struct VirtualIo
    {
        public delegate* unmanaged[Cdecl]<nint, long> Length;
        public delegate* unmanaged[Cdecl]<long, int, nint, long> Seek;
        public delegate* unmanaged[Cdecl]<byte*, long, nint, long> Read;
        public delegate* unmanaged[Cdecl]<byte*, long, nint, long> Write;
        public delegate* unmanaged[Cdecl]<nint, long> Tell;
    }

    // Before anything of it is called.
    static Sndfile() => NativeLibrary.SetDllImportResolver(typeof(Sndfile).Assembly, AudioLibrary.Resolve);

    /// <summary>sf_open, with every letter that a path may have on this system.</summary>
    /// <exception cref="AudioFileException">The library is missing.</exception>
    public static nint Open(string path, int mode, ref Info info)
    {
        AudioLibrary.EnsureLoaded();
        return OperatingSystem.IsWindows() ? OpenWide(LongPath(path), mode, ref info) : OpenUtf8(path, mode, ref info);
    }

    /// <summary>sf_open_virtual.</summary>
    /// <exception cref="AudioFileException">The library is missing.</exception>
    public static nint OpenVirtual(in VirtualIo operations, int mode, ref Info info, nint whom)
    {
        AudioLibrary.EnsureLoaded();
        return OpenOperations(operations, mode, ref info, whom);
    }

    /// <summary>Whether a format is one that can be written.</summary>
    /// <exception cref="AudioFileException">The library is missing.</exception>
    public static bool CanWrite(in Info info)
    {
        AudioLibrary.EnsureLoaded();
        return FormatCheck(info) != 0;
    }

    /// <summary>The library's own name and version.</summary>
    /// <exception cref="AudioFileException">It is missing.</exception>
    public static string Version
    {
        get
        {
            AudioLibrary.EnsureLoaded();
            return Marshal.PtrToStringUTF8((nint)VersionText()) ?? "";
        }
    }

    [LibraryImport(Library, EntryPoint = "sf_close")]
    public static partial int Close(nint file);

    [LibraryImport(Library, EntryPoint = "sf_error")]
    public static partial int Error(nint file);

    [LibraryImport(Library, EntryPoint = "sf_strerror")]
    public static partial byte* ErrorText(nint file);

    [LibraryImport(Library, EntryPoint = "sf_command")]
    public static partial int Command(nint file, int command, void* data, int size);

    [LibraryImport(Library, EntryPoint = "sf_readf_float")]
    public static partial long ReadFrames(nint file, float* samples, long frames);

    [LibraryImport(Library, EntryPoint = "sf_writef_float")]
    public static partial long WriteFrames(nint file, float* samples, long frames);

    /// <summary>The library's words for what went wrong.</summary>
    public static string Describe(nint file) => (Marshal.PtrToStringUTF8((nint)ErrorText(file)) ?? "unknown error").Trim().TrimEnd('.');

    // The way for paths longer than 260 characters, where the program's manifest is not heard (Microsoft, "Maximum Path Length Limitation").
    private static string LongPath(string path)
    {
        const int Longest = 260;
        string full = Path.GetFullPath(path);
        return full.Length < Longest || full.StartsWith(@"\\", StringComparison.Ordinal) ? full : @"\\?\" + full;
    }

    [LibraryImport(Library, EntryPoint = "sf_open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint OpenUtf8(string path, int mode, ref Info info);

    [LibraryImport(Library, EntryPoint = "sf_open_virtual")]
    private static partial nint OpenOperations(in VirtualIo operations, int mode, ref Info info, nint whom);

    [LibraryImport(Library, EntryPoint = "sf_format_check")]
    private static partial int FormatCheck(in Info info);

    [LibraryImport(Library, EntryPoint = "sf_version_string")]
    private static partial byte* VersionText();

    [LibraryImport(Library, EntryPoint = "sf_wchar_open", StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint OpenWide(string path, int mode, ref Info info);
}
