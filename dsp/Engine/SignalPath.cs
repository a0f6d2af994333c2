using System.Numerics;
using System.Runtime.InteropServices;

namespace SemanticEq.Dsp;

/// <summary>
/// The signal's way through the banks in one precision: interleaved, through the decoder's bank and its channel mode, then
/// through the user's banks on left and right and on mid and side.
/// </summary>
internal sealed unsafe class SignalPath<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The most frames at a time.</summary>
    public const int MaxFrames = 512;

    private const int Length = 2 * MaxFrames;

    private readonly AlignedMemory<T> _io = new(Length);
    private readonly AlignedMemory<T> _dry = new(Length);
    private readonly AlignedMemory<T> _second = new(MaxFrames);

    /// <summary>Filters in place.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long as the left; empty for mono.</param>
    /// <param name="decoder">The decoder's bands.</param>
    /// <param name="mix">What they act on.</param>
    /// <param name="own">The user's bands.</param>
    /// <param name="place">The first frame's place since the newest designs, if anything moves.</param>
    public void Process<TSample>(
        Span<TSample> left, Span<TSample> right, DecoderBands decoder, ChannelMix mix, OwnBands own, int place)
        where TSample : unmanaged
    {
        bool isMono = right.IsEmpty;
        if (isMono)
        {
            right = MemoryMarshal.Cast<T, TSample>(_second.Span)[..left.Length];
            right.Clear();
        }

        fixed (TSample* first = left)
        fixed (TSample* second = right)
        {
            Kernel<T>.Join(first, second, _io.Pointer, left.Length);
            RunDecoder(decoder.Bank, mix, isMono, left.Length, place);
            RunOwn(own, isMono, left.Length, place);
            Kernel<T>.Split(_io.Pointer, first, second, left.Length);
        }

        GC.KeepAlive(this);
    }

    private void RunDecoder(Bank bank, ChannelMix mix, bool isMono, int frames, int place)
    {
        if (!bank.IsAwake)
            return;
        var io = _io.Span[..(2 * frames)];
        var dry = _dry.Span[..(2 * frames)];
        if (!mix.IsStereo)
            io.CopyTo(dry);
        Run(bank, frames, place);
        if (mix.IsStereo)
            return;
        if (isMono)
            mix.ProcessMono(io, dry, place % BankLayout.SegmentSamples);
        else
            mix.Process(io, dry, place % BankLayout.SegmentSamples);
    }

    // Of a mono signal, mid is all and side nothing.
    private void RunOwn(OwnBands own, bool isMono, int frames, int place)
    {
        if (own.LeftRight.IsAwake)
            Run(own.LeftRight.Layers, frames, place);
        if (!own.MidSide.IsAwake)
            return;
        if (!isMono)
            Kernel<T>.ToMidSide(_io.Pointer, frames);
        Run(own.MidSide.Layers, frames, place);
        if (!isMono)
            Kernel<T>.FromMidSide(_io.Pointer, frames);
    }

    private void Run(ReadOnlySpan<Bank> banks, int frames, int place)
    {
        foreach (var bank in banks)
            Run(bank, frames, place);
    }

    private void Run(Bank bank, int frames, int place) =>
        bank.Run(_io.Pointer, frames, place % BankLayout.SegmentSamples, place / BankLayout.SegmentSamples);
}
