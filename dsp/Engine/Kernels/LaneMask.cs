using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// Which lanes have a sample at the first and last steps of a call, when not every band has one: band j works on the sample j
/// (or 2 j, ...) before the first band's.
/// </summary>
internal static class LaneMask
{
    private const int Lanes = BankLayout.Lanes;

    private static ReadOnlySpan<int> Singles =>
    [
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
    ];

    private static ReadOnlySpan<long> Doubles =>
    [
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
    ];

    /// <summary>All bits of the lanes whose band has begun and has not ended.</summary>
    /// <param name="begun">Bands that have had their first sample: the first that many; held at 8.</param>
    /// <param name="ended">Bands that have had their last one, 0 to 8; less is 0.</param>
    /// <param name="lane">The first of eight lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Single(int begun, int ended, int lane)
    {
        ref int table = ref MemoryMarshal.GetReference(Singles);
        return (Vector256.LoadUnsafe(ref table, (nuint)(Begun(begun) + lane)) & Vector256.LoadUnsafe(ref table, (nuint)(Ended(ended) + lane))).AsSingle();
    }

    /// <summary>The same for four lanes in double precision.</summary>
    /// <inheritdoc cref="Single"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Double(int begun, int ended, int lane)
    {
        ref long table = ref MemoryMarshal.GetReference(Doubles);
        return (Vector256.LoadUnsafe(ref table, (nuint)(Begun(begun) + lane)) & Vector256.LoadUnsafe(ref table, (nuint)(Ended(ended) + lane))).AsDouble();
    }

    private static int Begun(int bands) => Lanes - (2 * Math.Min(bands, BankLayout.Bands));

    private static int Ended(int bands) => (2 * Lanes) - (2 * Math.Max(bands, 0));
}
