using System.Runtime.InteropServices;

namespace SemanticEq.Judges;

/// <summary>Debian's libebur128, the judge of loudness: none of our own code is asked.</summary>
internal static class Ebur128
{
    private const string Library = "libebur128.so.1";

    // EBUR128_MODE_M, S, I, LRA, SAMPLE_PEAK and TRUE_PEAK.
    private const int Everything = 63;

    /// <summary>Integrated loudness in LUFS of one array a channel, full scale ±1.</summary>
    public static double Lufs(double[][] signal, int sampleRate) => Measure(signal, sampleRate).IntegratedLufs;

    /// <summary>All that it tells of one array a channel, full scale ±1: momentary and short-term are those of the end.</summary>
    public static Loudness Measure(double[][] signal, int sampleRate)
    {
        double[] interleaved = new double[signal.Length * signal[0].Length];
        for (int channel = 0; channel < signal.Length; channel++)
        {
            for (int i = 0; i < signal[channel].Length; i++)
                interleaved[(i * signal.Length) + channel] = signal[channel][i];
        }

        nint state = Init((uint)signal.Length, (nuint)sampleRate, Everything);
        if (state == 0)
            throw new InvalidOperationException("libebur128 gives no state");
        Check(AddFrames(state, interleaved, (nuint)signal[0].Length));
        Check(LoudnessGlobal(state, out double integrated));
        Check(LoudnessMomentary(state, out double momentary));
        Check(LoudnessShortTerm(state, out double shortTerm));
        Check(LoudnessRange(state, out double range));
        double peak = 0.0;
        for (uint channel = 0; channel < signal.Length; channel++)
        {
            Check(TruePeak(state, channel, out double ofChannel));
            peak = Math.Max(peak, ofChannel);
        }

        Destroy(ref state);
        return new(integrated, momentary, shortTerm, range, 20.0 * Math.Log10(peak));
    }

    private static void Check(int error)
    {
        if (error != 0)
            throw new InvalidOperationException($"libebur128: error {error}");
    }

    [DllImport(Library, EntryPoint = "ebur128_init")]
    private static extern nint Init(uint channels, nuint sampleRate, int mode);

    [DllImport(Library, EntryPoint = "ebur128_add_frames_double")]
    private static extern int AddFrames(nint state, double[] frames, nuint count);

    [DllImport(Library, EntryPoint = "ebur128_loudness_global")]
    private static extern int LoudnessGlobal(nint state, out double lufs);

    [DllImport(Library, EntryPoint = "ebur128_loudness_momentary")]
    private static extern int LoudnessMomentary(nint state, out double lufs);

    [DllImport(Library, EntryPoint = "ebur128_loudness_shortterm")]
    private static extern int LoudnessShortTerm(nint state, out double lufs);

    [DllImport(Library, EntryPoint = "ebur128_loudness_range")]
    private static extern int LoudnessRange(nint state, out double range);

    [DllImport(Library, EntryPoint = "ebur128_true_peak")]
    private static extern int TruePeak(nint state, uint channel, out double peak);

    [DllImport(Library, EntryPoint = "ebur128_destroy")]
    private static extern void Destroy(ref nint state);

    /// <summary>What it measured: LUFS, LU, and dB true peak.</summary>
    public readonly record struct Loudness(double IntegratedLufs, double MomentaryLufs, double ShortTermLufs, double RangeLu, double TruePeakDb);
}
