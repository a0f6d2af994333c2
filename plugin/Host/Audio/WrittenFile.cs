using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Audio;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Audio;

/// <summary>
/// A new file that libsndfile writes by our hands (its virtual input and output), so that whatever the system refuses is known. By itself the
/// library calls a full disk a fault of an encoder's, and where an encoder writes its last samples as it closes, it says nothing at all.
/// </summary>
internal sealed unsafe class WrittenFile : IDisposable
{
    private readonly FileStream _stream;
    private GCHandle _self;

    /// <summary>Makes the file.</summary>
    /// <exception cref="IOException">It can't be.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it.</exception>
    public WrittenFile(string path)
    {
        // Without a buffer of ours: the library has its own, and a refusal must come with what is refused.
        _stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        _self = GCHandle.Alloc(this);
    }

    /// <summary>Why the system has refused something, the first time, in words for people; null where it has not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>libsndfile's handle; 0 where it refuses.</summary>
    public nint Open(ref Sndfile.Info info)
    {
        var table = new Sndfile.VirtualIo { Length = &Length, Seek = &Seek, Read = &Read, Write = &Write, Tell = &Tell };
        return Sndfile.OpenVirtual(table, Sndfile.Write, ref info, GCHandle.ToIntPtr(_self));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        if (_self.IsAllocated)
            _self.Free();
    }

    private static WrittenFile Of(nint self) => (WrittenFile)GCHandle.FromIntPtr(self).Target!;

    private long Refuse(Exception failure, long answer)
    {
        Refusal ??= failure is IOException refused ? WriteFailure.Explain(refused) : failure.Message;
        return answer;
    }

    // No exception may leave these: it would end the process.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Length(nint self)
    {
        try
        {
            return Of(self)._stream.Length;
        }
        catch (Exception e)
        {
            return Of(self).Refuse(e, -1);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Seek(long offset, int whence, nint self)
    {
        try
        {
            return Of(self)._stream.Seek(offset, (SeekOrigin)whence);
        }
        catch (Exception e)
        {
            return Of(self).Refuse(e, -1);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Read(byte* bytes, long count, nint self)
    {
        try
        {
            return Of(self)._stream.Read(new Span<byte>(bytes, checked((int)count)));
        }
        catch (Exception e)
        {
            return Of(self).Refuse(e, 0);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Write(byte* bytes, long count, nint self)
    {
        try
        {
            Of(self)._stream.Write(new ReadOnlySpan<byte>(bytes, checked((int)count)));
            return count;
        }
        catch (Exception e)
        {
            return Of(self).Refuse(e, 0);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Tell(nint self)
    {
        try
        {
            return Of(self)._stream.Position;
        }
        catch (Exception e)
        {
            return Of(self).Refuse(e, -1);
        }
    }
}
