namespace SemanticEq.Plugin.Tests;

public class BandPlanTests
{
    private readonly double[] _plain = new ParameterValues().ToPlain();
    private readonly double[] _log2Hz = new double[8];
    private readonly double[] _gainDb = new double[8];
    private readonly double[] _log2Q = new double[8];
    private readonly float[] _decode = [.. Enumerable.Range(0, 8).SelectMany(i => new[] { 6f + i, 4f - i, 0.5f })];

    [Fact]
    public void At_its_defaults_the_decode_plays_as_it_is()
    {
        Compose();
        for (int i = 0; i < 8; i++)
        {
            _log2Hz[i].ShouldBe(6 + i, 1e-6);
            _gainDb[i].ShouldBe(4 - i, 1e-6);
            _log2Q[i].ShouldBe(0.5, 1e-6);
        }
    }

    [Fact]
    public void At_amount_0_every_band_is_exactly_flat()
    {
        Set(ParameterId.Amount, 0);
        Compose();
        _gainDb.ShouldAllBe(gain => gain == 0.0);
    }

    [Fact]
    public void Amount_scales_the_gains_and_trims_add_to_them()
    {
        Set(ParameterId.Amount, 50);
        Set(ParameterId.OfBand(2, ParameterId.Trim.Gain), -3);
        Set(ParameterId.OfBand(2, ParameterId.Trim.Frequency), 0.5);
        Set(ParameterId.OfBand(2, ParameterId.Trim.Q), 2);
        Set(ParameterId.OfBand(3, ParameterId.Trim.On), 0);
        Compose();
        _gainDb[0].ShouldBe(2, 1e-6);
        _gainDb[2].ShouldBe(-2, 1e-6);
        _log2Hz[2].ShouldBe(8.5, 1e-6);
        _log2Q[2].ShouldBe(1.5, 1e-6);
        _gainDb[3].ShouldBe(0.0);
    }

    private void Set(uint id, double value) => _plain[ParameterTable.IndexOf(id)] = value;

    private void Compose() => BandPlan.Compose(_plain, _decode, _log2Hz, _gainDb, _log2Q);
}
