using System.Runtime.InteropServices;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>Debian's libebur128, the judge of loudness: none of our own code is asked.</summary>
internal static class Ebur128
{
    private const string Library = "libebur128.so.1";
    private const int Integrated = 5;

    /// <summary>Integrated loudness in LUFS of one array a channel, full scale ±1.</summary>
    public static double Lufs(double[][] signal, int sampleRate)
    {
        double[] interleaved = new double[signal.Length * signal[0].Length];
        for (int channel = 0; channel < signal.Length; channel++)
        {
            for (int i = 0; i < signal[channel].Length; i++)
                interleaved[(i * signal.Length) + channel] = signal[channel][i];
        }
        nint state = Init((uint)signal.Length, (nuint)sampleRate, Integrated);
        state.ShouldNotBe(0);
        AddFrames(state, interleaved, (nuint)signal[0].Length).ShouldBe(0);
        LoudnessGlobal(state, out double lufs).ShouldBe(0);
        Destroy(ref state);
        return lufs;
    }

    [DllImport(Library, EntryPoint = "ebur128_init")]
    private static extern nint Init(uint channels, nuint sampleRate, int mode);

    [DllImport(Library, EntryPoint = "ebur128_add_frames_double")]
    private static extern int AddFrames(nint state, double[] frames, nuint count);

    [DllImport(Library, EntryPoint = "ebur128_loudness_global")]
    private static extern int LoudnessGlobal(nint state, out double lufs);

    [DllImport(Library, EntryPoint = "ebur128_destroy")]
    private static extern void Destroy(ref nint state);
}
