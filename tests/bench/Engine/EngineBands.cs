using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>The bands that the engine and those beside it play: as a bright word might set them, none flat.</summary>
internal static class EngineBands
{
    /// <summary>In Hz.</summary>
    public const double SampleRate = 48000.0;

    /// <summary>Frames of one timed run: both channels stay in a core's own cache.</summary>
    public const int RunFrames = 8192;

    /// <summary>A low shelf, six bells, a high shelf.</summary>
    public static Band[] Decoder { get; } = Eight(1.0);

    /// <summary>The same with other frequencies and gains, to glide to.</summary>
    public static Band[] DecoderElsewhere { get; } = Eight(1.4);

    /// <summary>The decoder's bands as the engine's targets.</summary>
    /// <param name="bands">Eight.</param>
    /// <param name="withOwn">Whether eight bells of the user's play too.</param>
    public static EqualiserTargets Targets(Band[] bands, bool withOwn = false)
    {
        var targets = new EqualiserTargets();
        for (int i = 0; i < bands.Length; i++)
        {
            targets.DecoderLog2Hz[i] = Math.Log2(bands[i].FrequencyHz);
            targets.DecoderGainDb[i] = bands[i].GainDb;
            targets.DecoderLog2Q[i] = Math.Log2(bands[i].Q);
            if (withOwn)
                targets.Own[i] = new(true, BandType.Bell, BandChannel.Stereo, 1.2 * bands[i].FrequencyHz, -bands[i].GainDb, 1.5, 12);
        }

        return targets;
    }

    private static Band[] Eight(double factor)
    {
        double[] frequenciesHz = [80, 160, 350, 800, 1800, 3500, 6500, 10000];
        double[] gainsDb = [-3, -2, 2.5, -1.5, 2, 3, -2.5, 4];
        return [.. frequenciesHz.Select((hz, i) => new Band(Equaliser.DecoderBandType(i), factor * hz, factor * gainsDb[i], 0.8))];
    }
}
