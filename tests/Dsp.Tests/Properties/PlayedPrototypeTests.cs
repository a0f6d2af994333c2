using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests.Properties;

/// <summary>
/// Random bands as they are really played at 44.1 kHz, an impulse's spectrum, against the analogue prototype up to 20 kHz: Q 0.1 to
/// 10, ±18 dB. The plain run samples modestly; the formulas are held to thousands in <see cref="SectionDesignTests"/>.
/// </summary>
public class PlayedPrototypeTests(ITestOutputHelper output)
{
    private const double SampleRate = 44100.0;

    // A bell of 40 Hz and Q 10 falls by 18 nepers in it.
    private const int Size = 1 << 16;

    public enum Kind
    {
        BellTo8Kilohertz,
        BellTo16Kilohertz,
        Shelf,
    }

    [SkippableTheory]
    [InlineData(Kind.BellTo8Kilohertz, 100, 0.5)]
    [InlineData(Kind.BellTo16Kilohertz, 100, 0.9)]
    [InlineData(Kind.Shelf, 100, 0.35)]
    [InlineData(Kind.BellTo8Kilohertz, 5000, 0.5)]
    [InlineData(Kind.BellTo16Kilohertz, 5000, 0.9)]
    [InlineData(Kind.Shelf, 5000, 0.35)]
    public void What_is_played_follows_the_analogue_prototype(Kind kind, int count, double limitDb)
    {
        Skip.If(count > 1000 && !Checking.IsFull, "long: runs with ./build.sh test --full");
        var random = new Random(count);
        var fft = new Fft(Size);
        double[] power = new double[fft.BinCount];
        fft.Power(Signals.Impulse(Size), power);
        double unit = power[1];
        double worst = 0.0, worstComputed = 0.0;
        var worstBand = default(Band);
        for (int i = 0; i < count; i++)
        {
            var band = Draw(random, kind);
            fft.Power(Play(band), power);
            for (int k = (int)(20.0 * Size / SampleRate) + 1; k * SampleRate / Size < 20000.0; k += 1 + k / 100)
            {
                double hz = k * SampleRate / Size, played = 10.0 * Math.Log10(power[k] / unit);
                double error = Math.Abs(played - AnalogPrototype.MagnitudeDb(band, hz));
                worstComputed = Math.Max(worstComputed, Math.Abs(played - CurveResponse.AtDb(band, SampleRate, hz)));
                if (error <= worst)
                    continue;
                worst = error;
                worstBand = band;
            }
        }

        output.WriteLine($"{kind}: worst {worst:0.000} dB of {count}, at {worstBand}; {worstComputed:0.00000} dB from the computed curve");
        worst.ShouldBeLessThanOrEqualTo(limitDb);
        worstComputed.ShouldBeLessThanOrEqualTo(0.01);
    }

    private static Band Draw(Random random, Kind kind)
    {
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        double Log(double low, double high) => Math.Exp(Between(Math.Log(low), Math.Log(high)));
        double gain = Between(-18.0, 18.0);
        return kind switch
        {
            Kind.Shelf => new(random.Next(2) == 0 ? BandType.LowShelf : BandType.HighShelf, Log(40.0, 16000.0), gain, Log(0.1, 1.0)),
            Kind.BellTo8Kilohertz => new(BandType.Bell, Log(40.0, 8000.0), gain, Log(0.1, 10.0)),
            _ => new(BandType.Bell, Log(8000.0, 16000.0), gain, Log(0.1, 10.0)),
        };
    }

    private static double[] Play(in Band band)
    {
        var targets = new EqualiserTargets();
        targets.Own[0] = new(true, band.Type, BandChannel.Stereo, band.FrequencyHz, band.GainDb, band.Q, 12);
        var equaliser = new Equaliser();
        equaliser.Prepare(SampleRate);
        equaliser.Snap(targets);
        double[] response = Signals.Impulse(Size);
        equaliser.Process(response, default);
        return response;
    }
}
