namespace SemanticEq.Vst3.Abi;

/// <summary>
/// Steinberg's TUID: 16 bytes that name an interface or class. The four words of the specification are a <see cref="Guid"/> here; its
/// bytes lie in COM's order on Windows and big-endian elsewhere (funknown.h, <c>COM_COMPATIBLE</c>). The one place that knows.
/// </summary>
public static unsafe class Tuid
{
    /// <summary>Bytes of an id.</summary>
    public const int Size = 16;

    /// <summary>The id that 16 bytes stand for; <see cref="Guid.Empty"/> for null, which names nothing.</summary>
    public static Guid Read(byte* id) =>
        id == null ? Guid.Empty : new Guid(new ReadOnlySpan<byte>(id, Size), bigEndian: !OperatingSystem.IsWindows());

    /// <summary>Writes the 16 bytes of an id.</summary>
    /// <param name="id">What to write.</param>
    /// <param name="destination">16 bytes, not null.</param>
    public static void Write(Guid id, byte* destination) =>
        id.TryWriteBytes(new Span<byte>(destination, Size), bigEndian: !OperatingSystem.IsWindows(), out _);
}
