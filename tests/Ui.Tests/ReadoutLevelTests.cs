using System.Text;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Tests;

public class ReadoutLevelTests
{
    [Theory]
    [InlineData(-14.13, "−14.1")]
    [InlineData(0.04, "0.0")]
    [InlineData(-0.04, "0.0")]
    [InlineData(0.3, "+0.3")]
    [InlineData(double.NegativeInfinity, "−∞")]
    [InlineData(-100.1, "−∞")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    public void A_level_has_a_sign_and_a_tenth(double levelDb, string text)
    {
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        Encoding.UTF8.GetString(Readout.Level(buffer, levelDb)).ShouldBe(text);
    }

    [Theory]
    [InlineData(2.14, "2.1\u2009s")]
    [InlineData(0, "0.0\u2009s")]
    [InlineData(-1, "–")]
    [InlineData(double.NaN, "–")]
    public void A_duration_has_a_tenth_and_its_unit(double seconds, string text)
    {
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        Encoding.UTF8.GetString(Readout.Duration(buffer, seconds)).ShouldBe(text);
    }
}
