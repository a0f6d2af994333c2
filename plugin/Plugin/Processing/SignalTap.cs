using System.Numerics;
using System.Numerics.Tensors;

namespace SemanticEq.Plugin;

/// <summary>
/// Where a window listens to what comes in and what the host gets: samples by a <see cref="SignalRing"/>, and peaks, which are never left
/// out. While no window looks it costs the audio thread one branch. Opened, closed and read by the main thread.
/// </summary>
internal sealed class SignalTap
{
    private readonly Lock _formatLock = new();
    private readonly int[] _peaks = new int[4];
    private SignalRing? _kept;
    private volatile SignalRing? _ring;
    private SignalRing? _keptSideChain;
    private volatile SignalRing? _sideChain;
    private SignalRing? _writing;
    private bool _hasRoom;
    private double _sampleRate;
    private int _channels = 2;
    private int _sideChannels;
    private volatile int _lateDecodes;

    /// <summary>Whether a window looks.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What is heard; null while closed or not active. Another one where the format is another. Main thread.</summary>
    public SignalRing? Ring => _ring;

    /// <summary>What comes by the side-chain, as its input; null while closed or not active, or where the side-chain is off. Any thread.</summary>
    public SignalRing? SideChain => _sideChain;

    /// <summary>Decodes that came late and were done in place, since the start.</summary>
    public int LateDecodes
    {
        get => _lateDecodes;
        set => _lateDecodes = value;
    }

    /// <summary>Begins to listen; allocates at the first time. Main thread.</summary>
    public void Open()
    {
        lock (_formatLock)
        {
            if (!IsOpen)
            {
                _kept?.Skip();
                _keptSideChain?.Skip();
                Array.Clear(_peaks);
            }
            IsOpen = true;
            Renew();
        }
    }

    /// <summary>Listens no more. Main thread.</summary>
    public void Close()
    {
        lock (_formatLock)
        {
            IsOpen = false;
            Renew();
        }
    }

    /// <summary>The format is known: processing may begin. Main thread, while stopped.</summary>
    /// <param name="sampleRate">In Hz; 0 when it stops.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="sideChannels">Of the side-chain, 1 or 2; 0 where it is off.</param>
    public void Prepare(double sampleRate, int channels, int sideChannels = 0)
    {
        lock (_formatLock)
        {
            (_sampleRate, _channels, _sideChannels) = (sampleRate, channels, sideChannels);
            Renew();
        }
    }

    /// <summary>The highest magnitude since the last call, 1 for full scale. Main thread.</summary>
    public float TakePeak(bool output, int channel) => BitConverter.Int32BitsToSingle(Interlocked.Exchange(ref _peaks[Place(output, channel)], 0));

    /// <summary>Whether any sound has come or gone since the peaks were taken. Main thread.</summary>
    public bool HasPeaks
    {
        get
        {
            int bits = 0;
            for (int i = 0; i < _peaks.Length; i++)
                bits |= Volatile.Read(ref _peaks[i]);
            return bits != 0;
        }
    }

    /// <summary>Begins a piece of so many samples.</summary>
    /// <returns>Whether anyone listens; only then are the other two called. Audio thread.</returns>
    public bool Begin(int count)
    {
        _writing = _ring;
        if (_writing is not { } ring)
            return false;
        _hasRoom = ring.HasRoomFor(count);
        return true;
    }

    /// <summary>Hears the piece as it comes in. Audio thread.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    public void HearInput<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T> => Hear(false, left, right);

    /// <summary>Hears the piece as it goes out, and ends it. Audio thread.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    public void HearOutput<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        Hear(true, left, right);
        if (_hasRoom)
            _writing!.Publish(left.Length);
    }

    private void Hear<T>(bool output, ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        Raise(output, 0, left);
        if (!right.IsEmpty)
            Raise(output, 1, right);
        if (_hasRoom)
            _writing!.Write(output, left, right);
    }

    // Magnitudes are ordered as their bits are. The reader can only set it back to 0, so this goes round twice at most.
    private void Raise<T>(bool output, int channel, ReadOnlySpan<T> samples) where T : unmanaged, INumber<T>
    {
        float peak = float.CreateTruncating(T.Abs(TensorPrimitives.MaxMagnitudeNumber(samples)));
        int bits = float.IsNaN(peak) ? 0 : BitConverter.SingleToInt32Bits(peak);
        ref int slot = ref _peaks[Place(output, channel)];
        for (int old = Volatile.Read(ref slot), seen; bits > old; old = seen)
        {
            seen = Interlocked.CompareExchange(ref slot, bits, old);
            if (seen == old)
                return;
        }
    }

    private static int Place(bool output, int channel) => (output ? 2 : 0) + channel;

    private void Renew()
    {
        if (!IsOpen || _sampleRate == 0.0)
        {
            _ring = _sideChain = null;
            return;
        }
        if (!Fits(_kept, _channels))
            _kept = new SignalRing(_sampleRate, _channels);
        _ring = _kept;
        if (_sideChannels == 0)
            _keptSideChain = null;
        else if (!Fits(_keptSideChain, _sideChannels))
            _keptSideChain = new SignalRing(_sampleRate, _sideChannels, hasOutput: false);
        _sideChain = _keptSideChain;
    }

    private bool Fits(SignalRing? kept, int channels) => kept != null && kept.SampleRate == _sampleRate && kept.Channels == channels;
}
