using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>Whole states through a host's IBStream, which may hand over any number of bytes at a time. Main thread.</summary>
internal static unsafe class StateStream
{
    /// <summary>No state is longer; a stream that does not end is not read for ever.</summary>
    public const int MaxBytes = 16 << 20;

    private const int ChunkBytes = 64 << 10;

    /// <summary>Reads to the end of the stream.</summary>
    /// <returns>Null where the host misbehaves or the end does not come within <see cref="MaxBytes"/>.</returns>
    public static byte[]? ReadAll(void* stream)
    {
        var table = *(StreamVtbl**)stream;
        using var all = new MemoryStream();
        byte[] chunk = new byte[ChunkBytes];
        fixed (byte* memory = chunk)
        {
            while (true)
            {
                int got = 0;
                int result = table->Read(stream, memory, ChunkBytes, &got);
                // Some hosts tell the end by zero bytes, others by kResultFalse beside them.
                if (got == 0)
                    return all.ToArray();
                if (result != Result.Ok || got < 0 || got > ChunkBytes || all.Length + got > MaxBytes)
                    return null;
                all.Write(chunk, 0, got);
            }
        }
    }

    /// <summary>Writes all bytes.</summary>
    /// <returns>False where the host does not take them.</returns>
    public static bool WriteAll(void* stream, ReadOnlySpan<byte> bytes)
    {
        var table = *(StreamVtbl**)stream;
        fixed (byte* memory = bytes)
        {
            int done = 0;
            while (done < bytes.Length)
            {
                int written = 0;
                int left = bytes.Length - done;
                if (table->Write(stream, memory + done, left, &written) != Result.Ok || written <= 0 || written > left)
                    return false;
                done += written;
            }
        }
        return true;
    }
}
