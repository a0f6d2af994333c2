using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

/// <summary>Single-precision samples come out as double-precision ones do, to −120 dB of the output's peak.</summary>
public class PrecisionTests(ITestOutputHelper output)
{
    private const int Length = 24000;
    private const double LimitDb = -120.0;

    private static readonly double[] White = [.. Signals.Single(Signals.Noise(Length, 1)).Select(x => (double)x)];
    private static readonly double[] Pink = [.. Signals.Single(Signals.Pink(Length, 2)).Select(x => (double)x)];

    [Fact]
    public void One_band_of_any_setting() => Worst(400, (random, targets) =>
        targets.Own[random.Next(8)] = AnyOwnBand(random, 30.0));

    [Fact]
    public void All_sixteen_bands_of_any_setting() => Worst(150, (random, targets) =>
    {
        double largestDb = new[] { 6.0, 12.0, 30.0 }[random.Next(3)];
        for (int i = 0; i < Equaliser.DecoderBandCount; i++)
        {
            targets.DecoderLog2Hz[i] = Between(random, Math.Log2(20.0), Math.Log2(20000.0));
            targets.DecoderGainDb[i] = Between(random, -largestDb, largestDb);
            targets.DecoderLog2Q[i] = Between(random, Math.Log2(0.025), Math.Log2(40.0));
            targets.Own[i] = AnyOwnBand(random, largestDb) with { On = random.Next(3) == 0 };
        }
    });

    [Fact]
    public void While_bands_glide()
    {
        double worst = double.NegativeInfinity;
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            EqualiserTargets[] plan = [.. Enumerable.Range(0, 4).Select(_ => EngineDriver.Random(random, 12.0))];
            var apart = Apart(48000.0, Pink, (equaliser, signal) => Run(equaliser, signal, at => plan[at / 6000]));
            worst = Math.Max(worst, apart);
        }

        output.WriteLine($"worst {worst:0.0} dB");
        worst.ShouldBeLessThan(LimitDb);

        static void Run(Equaliser equaliser, Array signal, Func<int, EqualiserTargets> at)
        {
            equaliser.Snap(at(0));
            if (signal is float[] single)
                EngineDriver.Run(equaliser, single, [], at, () => 512);
            else
                EngineDriver.Run(equaliser, (double[])signal, [], at, () => 512);
        }
    }

    [Fact]
    public void Bands_as_words_set_them_run_in_single_precision()
    {
        var targets = EngineDriver.Targets(
            new(BandType.LowShelf, 100.0, 4.0, 0.7), new(BandType.Bell, 230.0, 2.5, 0.9), new(BandType.Bell, 500.0, 1.0, 1.2),
            new(BandType.Bell, 1200.0, -1.5, 1.0), new(BandType.Bell, 2600.0, -2.0, 1.4), new(BandType.Bell, 4200.0, -3.0, 1.0),
            new(BandType.Bell, 8000.0, -2.0, 0.8), new(BandType.HighShelf, 9500.0, -5.0, 0.7));
        Rounded(targets).ShouldNotBe(Plain(targets));
        // And a band for which it would not do runs in double: then nothing but the output is rounded.
        targets.Own[0] = new(true, BandType.HighCut, BandChannel.Stereo, 20.0, 0.0, 2.0, 48);
        Rounded(targets).ShouldBe(Plain(targets));

        static float[] Plain(EqualiserTargets targets)
        {
            var equaliser = new Equaliser();
            equaliser.Snap(targets);
            float[] signal = Signals.Single(White);
            equaliser.Process(signal, default);
            return signal;
        }

        static float[] Rounded(EqualiserTargets targets)
        {
            var equaliser = new Equaliser();
            equaliser.Snap(targets);
            double[] signal = [.. White];
            equaliser.Process(signal, default);
            return Signals.Single(signal);
        }
    }

    private static double Apart(double sampleRate, double[] signal, Action<Equaliser, Array> play)
    {
        var equaliser = new Equaliser();
        equaliser.Prepare(sampleRate);
        float[] single = Signals.Single(signal);
        play(equaliser, single);
        equaliser.Prepare(sampleRate);
        double[] exact = [.. signal];
        play(equaliser, exact);
        double apart = single.Zip(exact, (s, d) => Math.Abs(s - d)).Max();
        return 20.0 * Math.Log10(apart / exact.Max(Math.Abs));
    }

    private void Worst(int cases, Action<Random, EqualiserTargets> set)
    {
        double worst = double.NegativeInfinity;
        for (int seed = 0; seed < cases; seed++)
        {
            var random = new Random(seed);
            var targets = new EqualiserTargets();
            set(random, targets);
            double sampleRate = new[] { 44100.0, 48000.0, 96000.0, 192000.0 }[random.Next(4)];
            foreach (var signal in new[] { White, Pink })
            {
                double apart = Apart(sampleRate, signal, (equaliser, samples) => Play(equaliser, samples, targets));
                if (apart > LimitDb)
                    output.WriteLine($"{apart:0.0} dB: {(signal == White ? "white" : "pink")} noise at {sampleRate} Hz, {string.Join(", ", targets.Own.ToArray().Where(b => b.On))}");
                worst = Math.Max(worst, apart);
            }
        }

        output.WriteLine($"worst {worst:0.0} dB");
        worst.ShouldBeLessThan(LimitDb);

        static void Play(Equaliser equaliser, Array signal, EqualiserTargets targets)
        {
            equaliser.Snap(targets);
            if (signal is float[] single)
                equaliser.Process(single, default);
            else
                equaliser.Process((double[])signal, default);
        }
    }

    private static OwnBand AnyOwnBand(Random random, double largestDb) => new(
        true,
        (BandType)random.Next(7),
        new[] { BandChannel.Stereo, BandChannel.Mid, BandChannel.Left }[random.Next(3)],
        Math.Exp(Between(random, Math.Log(10.0), Math.Log(30000.0))),
        Between(random, -largestDb, largestDb),
        Math.Exp(Between(random, Math.Log(0.025), Math.Log(40.0))),
        12 << random.Next(3));

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
