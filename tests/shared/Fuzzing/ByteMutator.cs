namespace SemanticEq.Fuzzing;

/// <summary>Damages bytes as broken discs, cut transfers and strangers do. The same random numbers give the same damage.</summary>
internal static class ByteMutator
{
    /// <summary>One to eight damages.</summary>
    public static byte[] Mutate(byte[] bytes, Random random)
    {
        var damaged = new List<byte>(bytes);
        for (int i = random.Next(1, 9); i > 0 && damaged.Count > 0; i--)
            Damage(damaged, random);
        return [.. damaged];
    }

    /// <summary>Bytes that mean nothing, at times with the first ones of something real.</summary>
    public static byte[] Noise(byte[] real, Random random)
    {
        byte[] bytes = new byte[random.Next(0, 4096)];
        random.NextBytes(bytes);
        int head = Math.Min(Math.Min(random.Next(0, 64), bytes.Length), real.Length);
        real.AsSpan(0, head).CopyTo(bytes);
        return bytes;
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        int length = Math.Min(random.Next(1, 64), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                for (int i = 0; i < length; i++)
                    bytes[at + i] = (byte)random.Next(256);
                break;
            default:
                // What a length or a count may be.
                foreach (byte value in BitConverter.GetBytes(Extremes[random.Next(Extremes.Length)]))
                {
                    if (at < bytes.Count)
                        bytes[at++] = value;
                }
                break;
        }
    }

    private static readonly int[] Extremes = [0, 1, -1, int.MaxValue, int.MinValue, 0x7FC00000, 0x7F800000, 1 << 20, 1 << 28];
}
