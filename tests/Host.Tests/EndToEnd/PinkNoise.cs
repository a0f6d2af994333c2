namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>Pink noise by Paul Kellet's filter, seeded, good to 0.05 dB above 9 Hz at 44.1 kHz.</summary>
internal static class PinkNoise
{
    /// <summary>So many samples at 44.1 or 48 kHz.</summary>
    public static double[] Make(int length)
    {
        var random = new Random(7);
        double b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0, b6 = 0;
        double[] pink = new double[length];
        for (int i = 0; i < length; i++)
        {
            double white = (2 * random.NextDouble()) - 1;
            b0 = (0.99886 * b0) + (white * 0.0555179);
            b1 = (0.99332 * b1) + (white * 0.0750759);
            b2 = (0.96900 * b2) + (white * 0.1538520);
            b3 = (0.86650 * b3) + (white * 0.3104856);
            b4 = (0.55000 * b4) + (white * 0.5329522);
            b5 = (-0.7616 * b5) - (white * 0.0168980);
            pink[i] = 0.03 * (b0 + b1 + b2 + b3 + b4 + b5 + b6 + (white * 0.5362));
            b6 = white * 0.115926;
        }
        return pink;
    }
}
