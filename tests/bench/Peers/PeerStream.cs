using SemanticEq.Bench.Lv2;

namespace SemanticEq.Bench.Peers;

/// <summary>A stretch of stereo samples for a peer, in and out, in memory that does not move.</summary>
internal sealed unsafe class PeerStream : IDisposable
{
    private readonly NativeBlocks _memory = new();
    private readonly Lv2Instance _instance;
    private readonly float* _left, _right, _leftOut, _rightOut;
    private readonly int _frames;

    /// <summary>Silence in and out.</summary>
    public PeerStream(Lv2Instance instance, int frames)
    {
        (_instance, _frames) = (instance, frames);
        _left = _memory.New<float>(frames);
        _right = _memory.New<float>(frames);
        _leftOut = _memory.New<float>(frames);
        _rightOut = _memory.New<float>(frames);
    }

    /// <summary>The left input.</summary>
    public Span<float> Left => new(_left, _frames);

    /// <summary>The right input.</summary>
    public Span<float> Right => new(_right, _frames);

    /// <summary>The left output.</summary>
    public ReadOnlySpan<float> LeftOut => new(_leftOut, _frames);

    /// <summary>The right output.</summary>
    public ReadOnlySpan<float> RightOut => new(_rightOut, _frames);

    /// <summary>Processes all of it, block by block.</summary>
    /// <param name="beforeBlock">Told where each block begins, to turn controls.</param>
    public void Run(Action<int>? beforeBlock = null)
    {
        for (int at = 0; at < _frames; at += InstalledPeer.BlockFrames)
        {
            beforeBlock?.Invoke(at);
            int frames = Math.Min(InstalledPeer.BlockFrames, _frames - at);
            _instance.Run(_left + at, _right + at, _leftOut + at, _rightOut + at, frames);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
