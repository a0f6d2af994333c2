using System.Buffers.Binary;
using System.Numerics;

namespace SemanticEq.Inference;

/// <summary>
/// SHA-256 (FIPS 180-4), for the model's files. Not System.Security.Cryptography: on Linux that loads the system's OpenSSL into the
/// host, and aborts the whole process where there is none.
/// </summary>
internal static class Sha256
{
    private const int BlockLength = 64;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static readonly uint[] Constants = [.. FirstPrimes(64).Select(prime => Fraction(prime, cube: true))];

    // The same of the square roots of the first 8.
    private static readonly uint[] Start = [.. FirstPrimes(8).Select(prime => Fraction(prime, cube: false))];

    /// <summary>The hash in lower-case hex.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes)
    {
        uint[] state = [.. Start];
        int whole = bytes.Length / BlockLength * BlockLength;
        for (int at = 0; at < whole; at += BlockLength)
            Add(state, bytes.Slice(at, BlockLength));

        // The rest, a one bit, zeros, and the length in bits as the last eight bytes.
        Span<byte> last = stackalloc byte[2 * BlockLength];
        last.Clear();
        int rest = bytes.Length - whole;
        bytes[whole..].CopyTo(last);
        last[rest] = 0x80;
        last = last[..(rest < BlockLength - 8 ? BlockLength : 2 * BlockLength)];
        BinaryPrimitives.WriteUInt64BigEndian(last[^8..], (ulong)bytes.Length * 8);
        for (int at = 0; at < last.Length; at += BlockLength)
            Add(state, last.Slice(at, BlockLength));

        Span<byte> hash = stackalloc byte[32];
        for (int i = 0; i < state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash[(4 * i)..], state[i]);
        return Convert.ToHexStringLower(hash);
    }

    private static void Add(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (int i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        for (int i = 16; i < w.Length; i++)
        {
            uint s0 = BitOperations.RotateRight(w[i - 15], 7) ^ BitOperations.RotateRight(w[i - 15], 18) ^ (w[i - 15] >> 3);
            uint s1 = BitOperations.RotateRight(w[i - 2], 17) ^ BitOperations.RotateRight(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }

        (uint a, uint b, uint c, uint d) = (state[0], state[1], state[2], state[3]);
        (uint e, uint f, uint g, uint h) = (state[4], state[5], state[6], state[7]);
        for (int i = 0; i < w.Length; i++)
        {
            uint s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            uint t1 = h + s1 + ((e & f) ^ (~e & g)) + Constants[i] + w[i];
            uint s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            uint t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static IEnumerable<int> FirstPrimes(int count) =>
        Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0)).Take(count);

    // The root of n · 2^64 (or n · 2^96) is the root of n with 32 bits behind the point; exact, on big integers.
    private static uint Fraction(int prime, bool cube)
    {
        var wanted = (BigInteger)prime << (cube ? 96 : 64);
        BigInteger low = 0, high = (BigInteger)prime << 33;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (BigInteger.Pow(middle, cube ? 3 : 2) <= wanted)
                low = middle;
            else
                high = middle;
        }

        return (uint)(low & uint.MaxValue);
    }
}
