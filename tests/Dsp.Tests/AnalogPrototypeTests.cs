namespace SemanticEq.Dsp.Tests;

public class AnalogPrototypeTests
{
    [Theory]
    [InlineData(BandType.Bell, 1e-6, 0.0)]
    [InlineData(BandType.Bell, 1000.0, 12.0)]
    [InlineData(BandType.Bell, 1e9, 0.0)]
    [InlineData(BandType.LowShelf, 1e-6, 12.0)]
    [InlineData(BandType.LowShelf, 1000.0, 6.0)]
    [InlineData(BandType.LowShelf, 1e9, 0.0)]
    [InlineData(BandType.HighShelf, 1e-6, 0.0)]
    [InlineData(BandType.HighShelf, 1000.0, 6.0)]
    [InlineData(BandType.HighShelf, 1e9, 12.0)]
    [InlineData(BandType.Tilt, 1e-6, -6.0)]
    [InlineData(BandType.Tilt, 1000.0, 0.0)]
    [InlineData(BandType.Tilt, 1e9, 6.0)]
    [InlineData(BandType.Notch, 1e-6, 0.0)]
    [InlineData(BandType.Notch, 1000.0, double.NegativeInfinity)]
    [InlineData(BandType.LowCut, 1000.0, -3.0103)]
    [InlineData(BandType.LowCut, 1e9, 0.0)]
    [InlineData(BandType.HighCut, 1000.0, -3.0103)]
    [InlineData(BandType.HighCut, 1e-6, 0.0)]
    public void Each_type_has_its_gain_where_its_name_says(BandType type, double hz, double expectedDb)
    {
        double db = AnalogPrototype.MagnitudeDb(new(type, 1000.0, 12.0, 0.70710678), hz);
        if (double.IsInfinity(expectedDb))
            db.ShouldBe(expectedDb);
        else
            db.ShouldBe(expectedDb, 1e-3);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(48)]
    public void Cuts_fall_by_their_slope_and_are_Butterworth_at_the_corner(int slope)
    {
        foreach (var type in new[] { BandType.LowCut, BandType.HighCut })
        {
            var band = new Band(type, 1000.0, 0.0, Math.Sqrt(0.5), slope);
            double near = type == BandType.LowCut ? 20.0 : 50000.0;
            double far = type == BandType.LowCut ? 10.0 : 100000.0;
            (AnalogPrototype.MagnitudeDb(band, near) - AnalogPrototype.MagnitudeDb(band, far)).ShouldBe(slope * 6.0206 / 6.0, 0.05);
            AnalogPrototype.MagnitudeDb(band, 1000.0).ShouldBe(-3.0103, 1e-3);
            // Maximally flat: |H|² = 1 / (1 + ρ^2n).
            int order = slope / 6;
            double power = 1.0 / (1.0 + Math.Pow(2.0, 2 * order));
            AnalogPrototype.MagnitudeDb(band, type == BandType.LowCut ? 500.0 : 2000.0).ShouldBe(10.0 * Math.Log10(power), 1e-6);
        }
    }

    [Fact]
    public void A_12_dB_cut_has_the_band_s_Q()
    {
        var band = new Band(BandType.HighCut, 1000.0, 0.0, 4.0);
        AnalogPrototype.MagnitudeDb(band, 1000.0).ShouldBe(20.0 * Math.Log10(4.0), 1e-9);
    }

    [Fact]
    public void A_bell_reaches_half_its_gain_at_the_edges_of_its_bandwidth()
    {
        const double Q = 2.0;
        var band = new Band(BandType.Bell, 1000.0, 10.0, Q);
        double edge = 1000.0 * (Math.Sqrt(1.0 + 0.25 / (Q * Q)) + 0.5 / Q);
        AnalogPrototype.MagnitudeDb(band, edge).ShouldBe(5.0, 1e-9);
    }
}
