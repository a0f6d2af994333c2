using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// Plays samples through the banks: picks the precision, skips silence, lets states that have died away become 0. What it does
/// depends on the samples and the sample clock alone, never on how the time is cut.
/// </summary>
internal sealed class Playback(DecoderBands decoder, ChannelMix mix, OwnBands own)
{
    /// <summary>Multiples of the sample clock at which states that have died away become 0; the most frames at a time.</summary>
    public const int FlushSamples = SignalPath<double>.MaxFrames;

    private readonly SignalPath<float> _single = new();
    private readonly SignalPath<double> _double = new();
    private readonly Bank[] _banks = [decoder.Bank, .. own.LeftRight.Layers, .. own.MidSide.Layers];
    private bool _isDouble = true;
    private bool _isSilent = true;

    /// <summary>Whether single-precision samples are filtered in double precision.</summary>
    public bool NeedsDouble { get; private set; }

    /// <summary>Whether all states are numbers.</summary>
    public bool IsFinite
    {
        get
        {
            bool isFinite = true;
            foreach (var bank in _banks)
                isFinite &= _isDouble ? bank.IsFinite<double>() : bank.IsFinite<float>();
            return isFinite;
        }
    }

    private bool IsAwake => decoder.Bank.IsAwake || own.LeftRight.IsAwake || own.MidSide.IsAwake;

    /// <summary>Chooses the precision for the bands as they now stand.</summary>
    public void ChoosePrecision()
    {
        var estimate = new RoundingEstimate();
        foreach (var bank in _banks)
        {
            if (bank.IsAwake)
                estimate.Add(bank.Knots);
        }

        NeedsDouble = estimate.NeedsDouble;
    }

    /// <summary>Filters in place.</summary>
    /// <param name="left">The left or only channel, at most <see cref="FlushSamples"/>.</param>
    /// <param name="right">The right channel; empty for mono.</param>
    /// <param name="place">The first sample's place since the newest designs, if anything moves.</param>
    public void Process<T>(Span<T> left, Span<T> right, int place) where T : unmanaged, INumber<T>
    {
        if (!IsAwake)
            return;
        int silent = _isSilent ? Math.Min(Silent(left), right.IsEmpty ? left.Length : Silent(right)) : 0;
        if (silent == left.Length)
            return;
        _isSilent = false;
        left = left[silent..];
        right = right.IsEmpty ? right : right[silent..];
        bool inDouble = typeof(T) == typeof(double) || NeedsDouble;
        if (inDouble != _isDouble)
            Turn(inDouble);
        if (inDouble)
            _double.Process(left, right, decoder, mix, own, place + silent);
        else
            _single.Process(left, right, decoder, mix, own, place + silent);
    }

    /// <summary>States that have died away become 0; to be called at multiples of <see cref="FlushSamples"/>.</summary>
    public void Flush()
    {
        if (_isSilent)
            return;
        bool isSilent = true;
        foreach (var bank in _banks)
            isSilent &= _isDouble ? bank.Flush<double>() : bank.Flush<float>();
        _isSilent = isSilent;
    }

    /// <summary>Forgets what was heard.</summary>
    public void Clear()
    {
        foreach (var bank in _banks)
            bank.Clear();
        _isSilent = true;
    }

    private void Turn(bool toDouble)
    {
        _isDouble = toDouble;
        foreach (var bank in _banks)
        {
            if (toDouble)
                bank.GoOnIn<double>();
            else
                bank.GoOnIn<float>();
        }
    }

    // How many samples at the beginning are 0, of either sign.
    private static int Silent<T>(Span<T> samples) where T : unmanaged, INumber<T>
    {
        int i = 0;
        ref T first = ref MemoryMarshal.GetReference(samples);
        while (i + Vector128<T>.Count <= samples.Length
            && Vector128.EqualsAll(Vector128.LoadUnsafe(ref first, (nuint)i), Vector128<T>.Zero))
            i += Vector128<T>.Count;
        while (i < samples.Length && samples[i] == T.Zero)
            i++;
        return i;
    }
}
