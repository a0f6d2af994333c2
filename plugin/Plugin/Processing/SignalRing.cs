using System.Numerics;
using System.Numerics.Tensors;

namespace SemanticEq.Plugin;

/// <summary>
/// Samples on their way from the audio thread to a window or the listener: one writer, one reader, no waiting. Input and output of one moment lie at the
/// same place. Where the reader is late, what is new is left out, so that nothing that is being read ever changes.
/// Allocates when made, never after.
/// </summary>
internal sealed class SignalRing
{
    // A burst of a host's is read in parts, so that no instance waits long for its turn.
    private const int LongestPiece = 4096;
    private const double LeastSeconds = 0.5;

    // Every live instance has one for its input alone, to be learnt from: what is lost of it there does no harm.
    private const double LeastInputSeconds = 0.25;
    private const int MostSamples = 1 << 18;
    private readonly float[][] _lanes;
    private readonly int _mask;
    private long _written;
    private long _read;

    /// <summary>For half a second and more at usual rates; without the output for half of that.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="hasOutput">Whether the output goes through it too.</param>
    public SignalRing(double sampleRate, int channels, bool hasOutput = true)
    {
        HasOutput = hasOutput;
        SampleRate = sampleRate;
        Channels = channels;
        int size = (int)Math.Min(MostSamples, BitOperations.RoundUpToPowerOf2((uint)Math.Ceiling((hasOutput ? LeastSeconds : LeastInputSeconds) * sampleRate)));
        _mask = size - 1;
        _lanes = [.. Enumerable.Range(0, (hasOutput ? 2 : 1) * channels).Select(_ => new float[size])];
    }

    /// <summary>In Hz.</summary>
    public double SampleRate { get; }

    /// <summary>1 or 2.</summary>
    public int Channels { get; }

    /// <summary>Whether the output goes through it, and not the input alone.</summary>
    public bool HasOutput { get; }

    /// <summary>How many samples lie there unread. Reading thread.</summary>
    public long Unread => Volatile.Read(ref _written) - _read;

    /// <summary>How many samples can be read in one piece, 4096 at most. Reading thread.</summary>
    public int Readable => (int)Math.Min(Math.Min(Unread, LongestPiece), _mask + 1 - (_read & _mask));

    /// <summary>What has come by now, piece by piece. Reading thread.</summary>
    public SignalPieces Pieces => new(this);

    /// <summary>The oldest samples; they stay as they are until <see cref="Release"/>. Reading thread.</summary>
    /// <param name="output">Whether of the output, else of the input.</param>
    /// <param name="channel">0 or 1.</param>
    /// <param name="count">At most <see cref="Readable"/>.</param>
    /// <returns>Empty for a channel that there is not.</returns>
    public ReadOnlySpan<float> Samples(bool output, int channel, int count) =>
        channel < Channels ? _lanes[Lane(output, channel)].AsSpan((int)_read & _mask, count) : default;

    /// <summary>Gives samples that were read back to the writer. Reading thread.</summary>
    public void Release(int count) => Volatile.Write(ref _read, _read + count);

    /// <summary>Gives back all that is there. Reading thread.</summary>
    public void Skip() => Volatile.Write(ref _read, Volatile.Read(ref _written));

    /// <summary>Whether so many samples fit. Audio thread.</summary>
    public bool HasRoomFor(int count) => count <= _mask + 1 - (_written - Volatile.Read(ref _read));

    /// <summary>Writes all channels' next samples. Audio thread.</summary>
    /// <param name="output">Whether of the output, else of the input.</param>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono, which is then heard on both.</param>
    public void Write<T>(bool output, ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumberBase<T>
    {
        Write(output, 0, left);
        if (Channels > 1)
            Write(output, 1, right.IsEmpty ? left : right);
    }

    /// <summary>Hands over what was written in all channels. Audio thread.</summary>
    public void Publish(int count) => Volatile.Write(ref _written, _written + count);

    private void Write<T>(bool output, int channel, ReadOnlySpan<T> samples) where T : unmanaged, INumberBase<T>
    {
        float[] lane = _lanes[Lane(output, channel)];
        int at = (int)_written & _mask;
        int first = Math.Min(samples.Length, lane.Length - at);
        TensorPrimitives.ConvertTruncating(samples[..first], lane.AsSpan(at));
        TensorPrimitives.ConvertTruncating(samples[first..], lane);
    }

    private int Lane(bool output, int channel) => (output ? Channels : 0) + channel;
}
