namespace SemanticEq.Dsp.Tests.Properties;

public class TrackSpectrumProperties
{
    [Fact]
    public void Any_cutting_in_either_precision_reads_the_same_to_the_bit() => Prop.ForAll(Any.Cuts(), Any.SampleRates(), (cuts, rate) =>
    {
        rate = Math.Min(rate, 96000.0);
        int length = (int)(1.2 * rate);
        float[] left = Signals.Single(Signals.Pink(length, 1)), right = Signals.Single(Signals.Noise(length, 2, 0.1));
        double[] wideLeft = [.. left.Select(x => (double)x)], wideRight = [.. right.Select(x => (double)x)];
        var whole = new TrackSpectrum(rate, 2, 0.5, 0.2);
        var cut = new TrackSpectrum(rate, 2, 0.5, 0.2);
        whole.Push<float>(left, right);
        for (int at = 0, i = 0; at < length; at += cuts[i++ % cuts.Length])
        {
            int count = Math.Min(cuts[i % cuts.Length], length - at);
            cut.Push<double>(wideLeft.AsSpan(at, count), wideRight.AsSpan(at, count));
        }

        float[][] read = [.. Enumerable.Range(0, 4).Select(_ => new float[64])];
        return whole.TryRead(read[0]) && cut.TryRead(read[1]) && read[0].SequenceEqual(read[1])
            && whole.TryReadWindow(read[2]) && cut.TryReadWindow(read[3]) && read[2].SequenceEqual(read[3])
            && (whole.Windows, whole.WindowLufs, whole.IntegratedLufs) == (cut.Windows, cut.WindowLufs, cut.IntegratedLufs);
    }).Holds(20);

    [Fact]
    public void The_bands_hold_the_energy_of_what_lies_between_their_outermost_edges() => Prop.ForAll(
        Arb.From(Any.Between(Math.Log(60.0), Math.Log(3500.0))), Any.SampleRates(), (logHz, rate) =>
        {
            rate = Math.Min(rate, 192000.0);
            double[] sine = Signals.Sine((int)rate, Math.Exp(logHz), rate, 0.3);
            var steps = new GridSteps(rate, 2);
            ReadOnlySpan<double> left = sine, right = sine;
            double power = 0.0;
            // The first steps hold the sound's begin.
            for (int n = 0; steps.Push(ref left, ref right); n++)
                power = n < 4 ? 0.0 : power + SumOf(steps.Powers);
            double mean = power / (steps.Count - 4);
            return (Math.Abs((mean / 0.09) - 1.0) < 0.03).Label($"{Math.Exp(logHz):0} Hz at {rate}: {mean}");
        }).Holds(40);

    [Fact]
    public void Every_bin_between_the_edges_is_shared_out_whole() => Prop.ForAll(Any.SampleRates(), Arb.From(Gen.Choose(8, 16)), (rate, log2) =>
    {
        int bins = (1 << (log2 - 1)) + 1;
        double binHz = rate / (1 << log2);
        var bands = new GridBands(binHz, bins);
        float[] power = new float[bins], shared = new float[64];
        int from = (int)Math.Ceiling((GridBands.LowHz(0) / binHz) + 0.5), to = Math.Min(bins, (int)((GridBands.HighHz(63) / binHz) - 0.5));
        for (int k = from; k < to; k++)
            power[k] = 1.0f + (k % 7);
        bands.Gather(power, shared);
        double sum = power.Sum(x => (double)x), got = shared.Sum(x => (double)x);
        return (Math.Abs(sum - got) <= 1e-5 * Math.Max(1.0, sum)).Label($"{sum} {got}");
    }).Holds(60);

    private static double SumOf(ReadOnlySpan<double> values)
    {
        double sum = 0.0;
        foreach (double value in values)
            sum += value;
        return sum;
    }
}
