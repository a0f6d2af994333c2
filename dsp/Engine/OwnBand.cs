using System.Runtime.CompilerServices;

namespace SemanticEq.Dsp;

/// <summary>A band of the user's own, as the engine is asked to play it.</summary>
/// <param name="On">Whether it sounds.</param>
/// <param name="Type">The shape.</param>
/// <param name="Channel">What it acts on.</param>
/// <param name="FrequencyHz">Centre or corner in Hz.</param>
/// <param name="GainDb">Gain in dB; without meaning for cuts and notches.</param>
/// <param name="Q">Quality factor, see <see cref="Band"/>.</param>
/// <param name="SlopeDbPerOctave">12, 24 or 48; without meaning for types other than cuts.</param>
public readonly record struct OwnBand(
    bool On,
    BandType Type,
    BandChannel Channel,
    double FrequencyHz,
    double GainDb,
    double Q,
    int SlopeDbPerOctave)
{
    /// <summary>A band that is off.</summary>
    public static OwnBand Off => new(false, BandType.Bell, BandChannel.Stereo, 1000.0, 0.0, 0.7071, 12);

    /// <summary>The response that this band gives to the channel it acts on.</summary>
    public Band Band => new(Type, FrequencyHz, GainDb, Q, SlopeDbPerOctave);

    /// <summary>Whether both are the same, bit by bit, so that what is no number is the same as itself.</summary>
    public bool Equals(OwnBand other) => AreSame(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(On, Type, Channel, FrequencyHz, GainDb, Q, SlopeDbPerOctave);

    // One comparison of all bits rather than a way out for each: bands are compared every segment.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AreSame(in OwnBand a, in OwnBand b)
    {
        long numbers = Apart(a.FrequencyHz, b.FrequencyHz) | Apart(a.GainDb, b.GainDb) | Apart(a.Q, b.Q);
        int shape = ((int)a.Type ^ (int)b.Type) | ((int)a.Channel ^ (int)b.Channel) | (a.SlopeDbPerOctave ^ b.SlopeDbPerOctave);
        return (numbers | (uint)shape) == 0 & a.On == b.On;
    }

    private static long Apart(double a, double b) => BitConverter.DoubleToInt64Bits(a) ^ BitConverter.DoubleToInt64Bits(b);
}
