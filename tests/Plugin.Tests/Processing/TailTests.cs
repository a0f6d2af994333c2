using SemanticEq.Dsp;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests;

public class TailTests(ITestOutputHelper output)
{
    // The slowest rings are far below: the rate makes no difference to them, but to how long this takes.
    private const double SampleRate = 8000.0;

    [Theory]
    [InlineData(BandType.Bell)]
    [InlineData(BandType.LowShelf)]
    [InlineData(BandType.HighShelf)]
    [InlineData(BandType.LowCut)]
    [InlineData(BandType.HighCut)]
    [InlineData(BandType.Notch)]
    public void All_of_the_users_bands_at_their_slowest_have_fallen_by_100_dB_within_the_tail(BandType type)
    {
        double seconds = Math.Max(Ring(type, 1.0), Ring(type, -1.0));
        output.WriteLine($"{type}: {seconds:0.0} s");
        seconds.ShouldBeLessThan(EqProcessor.TailSeconds - 8.0, "the decoder's bands may add as much");
        if (type == BandType.Bell)
            seconds.ShouldBeGreaterThan(0.85 * EqProcessor.TailSeconds, "the bound says more than it must");
    }

    [Fact]
    public void The_tail_is_told_in_samples_and_constant()
    {
        using var effect = new SemanticEqEffect();
        effect.TailSamples.ShouldBe((uint)(EqProcessor.TailSeconds * 48000));
    }

    // Driven at its centre for as long as it takes to swell, then cut off; envelopes are peaks over tenths of a second.
    private static double Ring(BandType type, double sign)
    {
        double Range(ParameterId.Own which, bool highest)
        {
            var parameter = ParameterTable.At(ParameterTable.IndexOf(ParameterId.OfOwn(0, which)));
            return highest ? parameter.Max : parameter.Min;
        }
        double hz = Range(ParameterId.Own.Frequency, false);
        var targets = new EqualiserTargets();
        targets.Own.Fill(new(true, type, BandChannel.Stereo, hz, sign * Range(ParameterId.Own.Gain, true), Range(ParameterId.Own.Q, true), 48));
        var equaliser = new Equaliser();
        equaliser.Prepare(SampleRate);
        equaliser.Snap(targets);
        const int Piece = (int)(SampleRate / 10.0);
        double[] samples = new double[Piece];
        double peak = 0.0, last = 0.0;
        const double Swell = 200.0;
        for (int piece = 0; piece < 10 * (Swell + 300.0); piece++)
        {
            for (int i = 0; i < Piece; i++)
                samples[i] = piece < 10 * Swell ? Math.Sin(2.0 * Math.PI * hz * ((piece * Piece) + i) / SampleRate) : 0.0;
            equaliser.Process(samples, default);
            double envelope = samples.Max(Math.Abs);
            if (piece < 10 * Swell)
                peak = Math.Max(peak, envelope);
            else if (envelope > 1e-5 * peak)
                last = (piece / 10.0) - Swell;
        }
        return last;
    }
}
