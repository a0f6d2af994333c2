using System.Buffers.Binary;
using System.Text;

namespace SemanticEq.Vst3;

/// <summary>
/// A preset file as VST3 hosts write and read it (VST 3 documentation, "Preset Format"): <c>VST3</c>, int32 version 1, 32 hexadecimal
/// digits of the class's id, int64 offset of the chunk list; the chunks; then <c>List</c>, int32 count, and of each chunk its
/// id, int64 offset and int64 size. Little-endian.
/// </summary>
/// <param name="ClassId">The class whose states these are.</param>
/// <param name="ComponentState">What IComponent::getState gave: chunk <c>Comp</c>.</param>
/// <param name="ControllerState">What IEditController::getState gave, may be empty: chunk <c>Cont</c>.</param>
/// <param name="Info">XML for hosts' browsers: chunk <c>Info</c>; empty where there is none.</param>
public sealed record VstPreset(Guid ClassId, byte[] ComponentState, byte[] ControllerState, string Info)
{
    /// <summary>A larger file is no preset of ours.</summary>
    public const int MostBytes = 16 << 20;

    private const int Version = 1, HeaderBytes = 48, ListHeaderBytes = 8, EntryBytes = 20, MostChunks = 128;

    /// <summary>The whole file.</summary>
    public byte[] Write()
    {
        (string Id, byte[] Data)[] chunks = [("Comp", ComponentState), ("Cont", ControllerState), ("Info", Encoding.UTF8.GetBytes(Info))];
        int listAt = HeaderBytes + chunks.Sum(chunk => chunk.Data.Length);
        byte[] file = new byte[listAt + ListHeaderBytes + (EntryBytes * chunks.Length)];
        "VST3"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), Version);
        Encoding.ASCII.GetBytes(ClassId.ToString("N").ToUpperInvariant()).CopyTo(file, 8);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(40), listAt);
        "List"u8.CopyTo(file.AsSpan(listAt));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(listAt + 4), chunks.Length);
        int dataAt = HeaderBytes, entryAt = listAt + ListHeaderBytes;
        foreach (var (id, data) in chunks)
        {
            data.CopyTo(file, dataAt);
            Encoding.ASCII.GetBytes(id).CopyTo(file, entryAt);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(entryAt + 4), dataAt);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(entryAt + 12), data.Length);
            dataAt += data.Length;
            entryAt += EntryBytes;
        }
        return file;
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="FormatException">It can't be used; the message says why.</exception>
    public static VstPreset Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file[..4].SequenceEqual("VST3"u8))
            throw new FormatException("it is no VST3 preset");
        if (BinaryPrimitives.ReadInt32LittleEndian(file[4..]) is not Version and var version)
            throw new FormatException($"it has version {version} of the format; version {Version} is read");
        if (!Guid.TryParseExact(Encoding.ASCII.GetString(file.Slice(8, 32)), "N", out var classId))
            throw new FormatException("it does not say what plug-in it is for");
        long listAt = BinaryPrimitives.ReadInt64LittleEndian(file[40..]);
        if (listAt < HeaderBytes || listAt > file.Length - ListHeaderBytes || !file.Slice((int)listAt, 4).SequenceEqual("List"u8))
            throw new FormatException("it is cut short or damaged: its list of chunks is not there");
        int count = BinaryPrimitives.ReadInt32LittleEndian(file[((int)listAt + 4)..]);
        if (count is < 0 or > MostChunks || count * EntryBytes > file.Length - (int)listAt - ListHeaderBytes)
            throw new FormatException("it is cut short or damaged: its list of chunks is not whole");
        var entries = file.Slice((int)listAt + ListHeaderBytes, count * EntryBytes);
        byte[] component = Find(file, entries, "Comp"u8) ?? throw new FormatException("it holds no settings");
        return new VstPreset(classId, component, Find(file, entries, "Cont"u8) ?? [], Encoding.UTF8.GetString(Find(file, entries, "Info"u8) ?? []));
    }

    private static byte[]? Find(ReadOnlySpan<byte> file, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> id)
    {
        for (; entries.Length > 0; entries = entries[EntryBytes..])
        {
            if (!entries[..4].SequenceEqual(id))
                continue;
            long offset = BinaryPrimitives.ReadInt64LittleEndian(entries[4..]), size = BinaryPrimitives.ReadInt64LittleEndian(entries[12..]);
            if (offset < 0 || offset > file.Length || size < 0 || size > file.Length - offset)
                throw new FormatException("it is cut short or damaged: a chunk lies outside it");
            return file.Slice((int)offset, (int)size).ToArray();
        }
        return null;
    }
}
