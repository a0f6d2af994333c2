namespace SemanticEq.Dsp.Tests;

public class PeakMeterTests
{
    [Fact]
    public void It_rises_at_once_and_falls_by_20_dB_a_second_however_often_it_is_looked_at()
    {
        foreach (int frames in new[] { 1, 7, 60 })
        {
            var meter = new PeakMeter();
            meter.Update(0.5, 0.016);
            meter.Db.ShouldBe(-6.0206, 1e-4);
            for (int i = 0; i < frames; i++)
                meter.Update(0.001, 1.0 / frames);
            meter.Db.ShouldBe(-26.0206, 1e-4);
            meter.Update(2.0, 0.016);
            meter.Db.ShouldBe(6.0206, 1e-4);
        }
    }

    [Fact]
    public void It_falls_to_silence_and_remembers_the_highest_until_that_is_forgotten()
    {
        var meter = new PeakMeter();
        meter.Db.ShouldBe(double.NegativeInfinity);
        meter.Update(1.0, 0.0);
        meter.Update(0.0, 5.9);
        meter.Db.ShouldBe(-118.0, 1e-6);
        meter.Update(0.0, 0.2);
        meter.Db.ShouldBe(double.NegativeInfinity);
        meter.HighestDb.ShouldBe(0.0);
        meter.ResetHighest();
        meter.HighestDb.ShouldBe(double.NegativeInfinity);
        meter.Update(0.1, 0.1);
        meter.HighestDb.ShouldBe(-20.0, 1e-9);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1.0)]
    [InlineData(1e300)]
    public void It_is_never_not_a_number(double peak)
    {
        var meter = new PeakMeter();
        meter.Update(peak, 0.016);
        meter.Update(0.0, double.PositiveInfinity);
        double.IsNaN(meter.Db).ShouldBeFalse();
        meter.Update(0.25, 0.016);
        meter.Db.ShouldBe(-12.0412, 1e-4);
    }
}
