using SemanticEq.Host.Audio;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Listening;

/// <summary>Sounds to be learnt, and plug-ins that adapt to them.</summary>
internal static class Track
{
    public const int Rate = 48000;

    private const string Samples = "/usr/share/sonic-pi/samples";

    /// <summary>A real recording (Debian's sonic-pi-samples, CC0), over and over.</summary>
    public static float[][] Loop(string name, double seconds)
    {
        string path = Path.Combine(Samples, name + ".flac");
        File.Exists(path).ShouldBeTrue($"{path} is missing: it is in Debian's package sonic-pi-samples");
        using var reader = AudioInput.Open(path);
        float[][] block = [new float[1024], new float[1024]];
        List<float>[] all = [[], []];
        for (int got; (got = reader.Read(block[0], block[1])) > 0;)
        {
            for (int channel = 0; channel < 2; channel++)
                all[channel].AddRange(block[Math.Min(channel, reader.Channels - 1)].AsSpan(0, got));
        }
        return [.. all.Select(channel => Enumerable.Range(0, (int)(seconds * Rate)).Select(i => channel[i % channel.Count]).ToArray())];
    }

    /// <summary>Noise that falls by so many dB an octave above 100 Hz, in both channels another.</summary>
    public static float[][] Noise(double seconds, double fallDb, int seed = 1) =>
        [.. Enumerable.Range(0, 2).Select(channel => Noise((int)(seconds * Rate), fallDb, new Random(seed + channel)))];

    public static float[][] Silence(double seconds) => [new float[(int)(seconds * Rate)], new float[(int)(seconds * Rate)]];

    /// <summary>A plug-in with a word at full Amount and Adapt.</summary>
    public static InProcessPlugin Adapting(string word, double adapt = 100, ProcessMode mode = ProcessMode.Offline)
    {
        var plugin = new InProcessPlugin { Mode = mode, SampleRate = Rate };
        plugin.Effect.TryParse(ParameterId.WordA, word, out double slot).ShouldBeTrue();
        plugin.Instance.SetNormalized(ParameterId.WordA, slot).ShouldBeTrue();
        return plugin.Set(ParameterId.Adapt, adapt);
    }

    /// <summary>The decoder's gains as a session keeps them, in dB.</summary>
    public static double[] Gains(InProcessPlugin plugin) => [.. SessionState.Read(plugin.SaveState())!.Bands!.Select(band => band.Db)];

    private static float[] Noise(int count, double fallDb, Random random)
    {
        // Poles and zeros in turn, an octave apart, make a slope in steps too small to be heard.
        double[] samples = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        for (double hz = 100.0; hz < 12000.0; hz *= 2.0)
        {
            double pole = Math.Exp(-2.0 * Math.PI * hz / Rate), zero = Math.Exp(-2.0 * Math.PI * hz * Math.Pow(10.0, fallDb / 20.0) / Rate);
            double last = 0.0, state = 0.0;
            for (int i = 0; i < count; i++)
            {
                state = (pole * state) + ((1.0 - pole) / (1.0 - zero) * (samples[i] - (zero * last)));
                (last, samples[i]) = (samples[i], state);
            }
        }
        double peak = samples.Max(Math.Abs);
        return [.. samples.Select(sample => (float)(0.5 * sample / peak))];
    }
}
