using System.Reflection;
using SemanticEq.Fuzzing;
using SemanticEq.Plugin;

namespace SemanticEq.Faults;

/// <summary>The states that sessions kept of earlier versions, and damaged ones made of them, by number.</summary>
internal static class States
{
    private const int HeaderLength = 16;
    private static readonly byte[][] Real = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The whole one by which is heard whether the plug-in is still itself.</summary>
    public static byte[] Good { get; } = Read("state-phrases-0.1.seqs");

    /// <summary>How many cases cut every real state at every byte.</summary>
    public static int Cuts { get; } = Real.Sum(state => state.Length);

    /// <summary>A damaged state.</summary>
    /// <param name="seed">Other numbers, other damage.</param>
    /// <param name="number">The case's number.</param>
    /// <param name="total">Of so many: the cuts are spread over them, all of them where there is room.</param>
    public static byte[] Damaged(int seed, int number, int total)
    {
        var random = new Random(unchecked((seed * 1_000_003) ^ number));
        int share = Math.Min(Cuts, total / 2);
        if (number % 2 == 0 && number / 2 < share)
            return Cut((int)((long)(number / 2) * Cuts / share));
        byte[] real = Real[random.Next(Real.Length)];
        return random.Next(10) switch
        {
            0 => ByteMutator.Noise(real, random),
            1 or 2 => ByteMutator.Mutate(real, random),
            // With a checksum that is right again, so that what is behind it is reached.
            3 or 4 => StateContainer.Wrap(ByteMutator.Mutate(real[HeaderLength..], random)),
            _ => StateContainer.Wrap(JsonMutator.Mutate(real.AsSpan(HeaderLength), random)),
        };
    }

    private static byte[] Cut(int place)
    {
        foreach (byte[] state in Real)
        {
            if (place < state.Length)
                return state[..place];
            place -= state.Length;
        }
        return [];
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
