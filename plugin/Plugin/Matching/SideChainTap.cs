using System.Numerics;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// The side-chain's way to who hears it: a window's spectrum and the <see cref="PairLearner"/>. It never meets the sound that is played. Where
/// no host has switched the side-chain on, or nothing has come by it yet, it costs a branch or a look at its samples. Audio thread.
/// </summary>
/// <param name="window">For the spectrum.</param>
internal sealed class SideChainTap(SignalTap window)
{
    private const int Bus = 1;

    // A burst of a host's goes by parts: what there is room for is heard.
    private const int Most = 4096;
    private PairLearner? _pair;
    private ListeningPost? _post;
    private bool _isToCall;

    /// <summary>From now on it goes there, if anywhere. Main thread, while stopped.</summary>
    public void Use(TrackListening listening)
    {
        _post = listening.Post;
        _pair = _post == null ? listening.Pair : null;
        IsOn = listening.Pair != null;
        _isToCall = false;
    }

    /// <summary>Whether a host has switched the side-chain on.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether the listener thread is to be called, since the last time that this was asked.</summary>
    public bool TakeCall()
    {
        bool isToCall = _isToCall;
        _isToCall = false;
        return isToCall;
    }

    /// <summary>Hears a block, before anything of it is played: input and output may be the same memory.</summary>
    public void Hear<T>(in ProcessBlock block) where T : unmanaged, INumber<T>
    {
        var buffers = block.Input(Bus);
        ReadOnlySpan<T> left = buffers.Samples<T>(0, block.Samples), right = buffers.Samples<T>(1, block.Samples);
        if (_pair != null)
            Learn(_pair, block.Input(0), left, right, block.Samples);
        else
            Hand(left, right);
        if (window.SideChain is { } ring)
            Write(ring, left, right);
    }

    private static void Learn<T>(PairLearner pair, AudioBuffers input, ReadOnlySpan<T> left, ReadOnlySpan<T> right, int count)
        where T : unmanaged, INumber<T>
    {
        pair.HearTrack<T>(input.Samples<T>(0, count), input.Samples<T>(1, count));
        pair.HearSideChain(left, right);
        pair.Tell();
    }

    private void Hand<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        if (_post is not { SideChain: { } ring } post)
            return;
        if (!post.HasSideChain && (left.ContainsAnyExcept(T.Zero) || right.ContainsAnyExcept(T.Zero)))
            post.HasSideChain = _isToCall = true;
        if (post.HasSideChain)
            Write(ring, left, right);
    }

    private static void Write<T>(SignalRing ring, ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        for (int count; !left.IsEmpty && ring.HasRoomFor(count = Math.Min(Most, left.Length)); left = left[count..])
        {
            ring.Write(false, left[..count], right.IsEmpty ? right : right[..count]);
            right = right.IsEmpty ? right : right[count..];
            ring.Publish(count);
        }
    }
}
