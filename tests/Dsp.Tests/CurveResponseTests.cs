namespace SemanticEq.Dsp.Tests;

public class CurveResponseTests
{
    [Fact]
    public void Computing_a_curve_allocates_nothing()
    {
        Band[] bands = [new(BandType.Bell, 3000.0, 6.0, 1.0), new(BandType.LowCut, 50.0, 0.0, 0.7, 48), new(BandType.Notch, 800.0, 0.0, 4.0)];
        var curve = new double[CommonGrid.Count];
        CurveResponse.ComputeDb(bands, 48000.0, CommonGrid.FrequenciesHz, curve);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            CurveResponse.ComputeDb(bands, 48000.0, CommonGrid.FrequenciesHz, curve);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_set_of_bands_is_the_sum_of_its_bands()
    {
        Band[] bands = [new(BandType.Bell, 3000.0, 6.0, 1.0), new(BandType.HighShelf, 9000.0, -4.0, 0.7), new(BandType.HighCut, 15000.0, 0.0, 0.7, 24)];
        double[] curve = [0.0, 0.0, 0.0];
        double[] hz = [100.0, 2500.0, 14000.0];
        CurveResponse.ComputeDb(bands, 44100.0, hz, curve);
        for (int i = 0; i < hz.Length; i++)
            curve[i].ShouldBe(bands.Sum(b => CurveResponse.AtDb(b, 44100.0, hz[i])), 1e-9);
    }

    [Fact]
    public void Far_below_the_sample_rate_nothing_cancels() => Prop.ForAll(Any.Bands(BandType.Bell, BandType.LowShelf), band =>
    {
        // 768 kHz and 10 to 100 Hz: the cosine form of |H|² would have no digits left.
        var low = band with { FrequencyHz = 10.0 + band.FrequencyHz / 250.0 };
        foreach (double share in new[] { 0.5, 0.7, 1.0, 1.4, 2.0 })
        {
            double hz = low.FrequencyHz * share;
            CurveResponse.AtDb(low, 768000.0, hz).ShouldBe(AnalogPrototype.MagnitudeDb(low, hz), 0.01);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Frequencies_beyond_Nyquist_read_as_Nyquist()
    {
        var band = new Band(BandType.HighShelf, 5000.0, 6.0, 0.7);
        double[] curve = [0.0, 0.0, 0.0];
        CurveResponse.ComputeDb([band], 44100.0, [22049.99, 22050.0, 1e6], curve);
        curve.ShouldAllBe(db => Math.Abs(db - curve[0]) < 1e-6);
        double.IsFinite(curve[0]).ShouldBeTrue();
    }
}
