namespace SemanticEq.Dsp.Tests.Properties;

/// <summary>Plays signals through a fresh equaliser.</summary>
internal static class Render
{
    public const double SampleRate = 48000.0;

    /// <summary>What rounding in double may leave of two ways to the same sound.</summary>
    public const double Exactness = 1e-12;

    /// <summary>With a setting that stays.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="channels">One or two, left as they are.</param>
    public static double[][] Still(Setting setting, params double[][] channels)
    {
        var equaliser = Equaliser(setting);
        double[][] played = [.. channels.Select(channel => (double[])[.. channel])];
        equaliser.Process(played[0], played.Length == 2 ? played[1] : default(Span<double>));
        return played;
    }

    /// <summary>The same in single precision.</summary>
    public static float[][] StillSingle(Setting setting, params double[][] channels)
    {
        var equaliser = Equaliser(setting);
        float[][] played = [.. channels.Select(channel => (float[])[.. channel.Select(x => (float)x)])];
        equaliser.Process(played[0], played.Length == 2 ? played[1] : default(Span<float>));
        return played;
    }

    /// <summary>Through settings that follow one another, in blocks of these lengths round and round.</summary>
    public static T[][] Moving<T>(Setting[] settings, int[] places, int[] cuts, bool skipWhenStill, params T[][] channels)
        where T : unmanaged
    {
        EqualiserTargets[] targets = [.. settings.Select(setting => setting.ToTargets())];
        var equaliser = Equaliser(settings[0]);
        T[][] played = [.. channels.Select(channel => (T[])[.. channel])];
        int block = 0, next = cuts[0];
        for (int at = 0; at < played[0].Length;)
        {
            int phase = at % Dsp.Equaliser.SegmentSamples;
            var target = targets[places.Count(place => place <= at)];
            if (phase == 0 && !(skipWhenStill && equaliser.IsStillAt(target)))
                equaliser.BeginSegment(target);
            int count = Math.Min(Math.Min(next, Dsp.Equaliser.SegmentSamples - phase), played[0].Length - at);
            Process(equaliser, played, at, count);
            at += count;
            next -= count;
            if (next == 0)
                next = cuts[++block % cuts.Length];
        }

        return played;
    }

    /// <summary>Single precision in double.</summary>
    public static double[][] Exact(float[][] channels) => [.. channels.Select(channel => (double[])[.. channel.Select(x => (double)x)])];

    /// <summary>The largest magnitude of any sample.</summary>
    public static double Peak(params double[][] channels) => channels.Max(channel => channel.Max(Math.Abs));

    /// <summary>The largest difference of two signals, against the largest sample of the first.</summary>
    public static double Difference(double[][] a, double[][] b) =>
        a.Zip(b, (x, y) => x.Zip(y, (p, q) => Math.Abs(p - q)).Max()).Max() / (Peak(a) + 1e-300);

    /// <summary>The same, but against the louder of what went in and what came out: rounding is as large as what is rounded, of which
    /// cuts may leave little.</summary>
    public static double Rounding(double[][] input, double[][] a, double[][] b) => Difference(a, b) * Peak(a) / Math.Max(Peak(input), Peak(a));

    private static Equaliser Equaliser(Setting setting)
    {
        var equaliser = new Equaliser();
        equaliser.Prepare(SampleRate);
        equaliser.Snap(setting.ToTargets());
        return equaliser;
    }

    private static void Process<T>(Equaliser equaliser, T[][] channels, int at, int count)
        where T : unmanaged
    {
        if (channels is double[][] exact)
            equaliser.Process(exact[0].AsSpan(at, count), exact.Length == 2 ? exact[1].AsSpan(at, count) : default);
        else if (channels is float[][] single)
            equaliser.Process(single[0].AsSpan(at, count), single.Length == 2 ? single[1].AsSpan(at, count) : default);
    }
}
