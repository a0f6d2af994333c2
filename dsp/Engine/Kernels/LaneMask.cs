using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// Which lanes have a sample at the first and last steps of a call, when not every band has one: band j works on the sample j
/// before the first band's.
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

    /// <summary>Where in the table the lanes of bands that have begun are marked.</summary>
    /// <param name="bands">Bands that have had their first sample, 1 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Begun(int bands)
    {
        // Held at 0 without a branch, which would be guessed wrong once or twice a call.
        int place = Lanes - (2 * bands);
        return place & ~(place >> 31);
    }

    /// <summary>Where in the table the lanes of bands that have not ended are marked.</summary>
    /// <param name="bands">Bands that have had their last sample; less than 0 is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NotEnded(int bands) => (2 * Lanes) - (2 * (bands & ~(bands >> 31)));

    /// <summary>All bits of the lanes that are marked in both places of the table.</summary>
    /// <param name="begun">From <see cref="Begun"/>, plus the first lane of eight.</param>
    /// <param name="notEnded">From <see cref="NotEnded"/>, plus the same.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Single(int begun, int notEnded)
    {
        ref int table = ref MemoryMarshal.GetReference(Singles);
        return (Vector256.LoadUnsafe(ref table, (nuint)begun) & Vector256.LoadUnsafe(ref table, (nuint)notEnded)).AsSingle();
    }

    /// <summary>The same for four lanes in double precision.</summary>
    /// <inheritdoc cref="Single"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Double(int begun, int notEnded)
    {
        ref long table = ref MemoryMarshal.GetReference(Doubles);
        return (Vector256.LoadUnsafe(ref table, (nuint)begun) & Vector256.LoadUnsafe(ref table, (nuint)notEnded)).AsDouble();
    }
}
