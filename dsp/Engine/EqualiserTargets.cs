using System.Runtime.InteropServices;

namespace SemanticEq.Dsp;

/// <summary>
/// Where all bands are to go: owned and filled by the caller, read by <see cref="Equaliser.BeginSegment"/>, reusable for
/// ever. Not thread-safe; the audio thread's own.
/// </summary>
public sealed class EqualiserTargets
{
    private const int Count = Equaliser.DecoderBandCount;

    // One after the other, so that they are compared and copied at once.
    private readonly double[] _decoder = new double[3 * Count];
    private readonly OwnBand[] _own = new OwnBand[Equaliser.OwnBandCount];

    /// <summary>All bands flat: the decoder's at 1 kHz, 0 dB, Q 1; the user's off.</summary>
    public EqualiserTargets()
    {
        DecoderLog2Hz.Fill(Math.Log2(1000.0));
        _own.AsSpan().Fill(OwnBand.Off);
    }

    /// <summary>log₂ of each decoder band's frequency in Hz, trims included.</summary>
    public Span<double> DecoderLog2Hz => _decoder.AsSpan(0, Count);

    /// <summary>Each decoder band's gain in dB, amount and trims included. Exactly 0 is no filter.</summary>
    public Span<double> DecoderGainDb => _decoder.AsSpan(Count, Count);

    /// <summary>log₂ of each decoder band's Q, trims included.</summary>
    public Span<double> DecoderLog2Q => _decoder.AsSpan(2 * Count, Count);

    /// <summary>The part of the signal that the decoder's bands act on.</summary>
    public BandChannel DecoderChannel { get; set; }

    /// <summary>The user's bands.</summary>
    public Span<OwnBand> Own => _own;

    /// <summary>One decoder band as a plain band, for pictures and loudness.</summary>
    public Band DecoderBand(int index) => Equaliser.DecoderBand(index, DecoderLog2Hz[index], DecoderGainDb[index], DecoderLog2Q[index]);

    /// <summary>Whether two sets ask for the same: a comparison of some hundred numbers.</summary>
    public bool SameAs(EqualiserTargets other) =>
        AreSame(_decoder, other._decoder)
        && DecoderChannel == other.DecoderChannel
        && AreSame(_own, other._own);

    /// <summary>Takes over another set's values.</summary>
    public void CopyFrom(EqualiserTargets other)
    {
        other._decoder.CopyTo(_decoder, 0);
        DecoderChannel = other.DecoderChannel;
        other._own.CopyTo(_own, 0);
    }

    // Bit by bit, so that what is no number is the same as itself.
    private static bool AreSame(double[] values, double[] others) =>
        MemoryMarshal.AsBytes(values.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(others.AsSpan()));

    private static bool AreSame(OwnBand[] bands, OwnBand[] others)
    {
        bool areSame = true;
        for (int i = 0; i < bands.Length; i++)
            areSame &= OwnBand.AreSame(bands[i], others[i]);
        return areSame;
    }
}
