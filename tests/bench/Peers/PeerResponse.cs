using System.Numerics;
using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Lv2;

namespace SemanticEq.Bench.Peers;

/// <summary>What a peer really plays: an impulse after a second of silence, and the Fourier sum of its answer.</summary>
internal static class PeerResponse
{
    private const int SettleFrames = 48000;
    private const int ResponseFrames = 1 << 15;

    /// <summary>The left channel's response in dB at frequencies in Hz.</summary>
    public static double[] CurveDb(Lv2Instance instance, IReadOnlyList<double> frequenciesHz)
    {
        using var silence = new PeerStream(instance, SettleFrames);
        silence.Run();
        using var stream = new PeerStream(instance, ResponseFrames);
        stream.Left[0] = stream.Right[0] = 1.0f;
        stream.Run();
        float[] response = stream.LeftOut.ToArray();
        return [.. frequenciesHz.Select(hz => 20.0 * Math.Log10(FourierSum(response, hz / EngineBands.SampleRate).Magnitude))];
    }

    private static Complex FourierSum(float[] samples, double frequency)
    {
        var step = Complex.FromPolarCoordinates(1.0, -2.0 * Math.PI * frequency);
        var (phase, sum) = (Complex.One, Complex.Zero);
        foreach (float sample in samples)
        {
            sum += sample * phase;
            phase *= step;
        }

        return sum;
    }
}
