namespace SemanticEq.Host.Platform.Win32;

/// <summary>Standard input, read ahead by a thread of its own: Windows can't wait for a pipe and for messages at once.</summary>
internal sealed class PumpedInput : Stream
{
    private readonly Stream _source = Console.OpenStandardInput();
    private readonly Lock _gate = new();
    private readonly Queue<byte> _read = new();
    private bool _isAtEnd;

    public PumpedInput() => new Thread(Pump) { Name = "input", IsBackground = true }.Start();

    /// <summary>Set while there may be something to read.</summary>
    public ManualResetEvent Arrived { get; } = new(false);

    /// <summary>Whether there is something to read, its end included.</summary>
    public bool IsReady
    {
        get
        {
            lock (_gate)
                return _read.Count > 0 || _isAtEnd;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            int got = 0;
            while (got < count && _read.TryDequeue(out byte next))
                buffer[offset + got++] = next;
            if (_read.Count == 0 && !_isAtEnd)
                _ = Arrived.Reset();
            return got;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Pump()
    {
        byte[] chunk = new byte[1024];
        int got;
        do
        {
            try
            {
                got = _source.Read(chunk);
            }
            catch (IOException)
            {
                got = 0;
            }

            lock (_gate)
            {
                foreach (byte next in chunk.AsSpan(0, got))
                    _read.Enqueue(next);
                _isAtEnd = got == 0;
                _ = Arrived.Set();
            }
        }
        while (got > 0);
    }
}
