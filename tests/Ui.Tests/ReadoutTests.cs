using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Tests;

public class ReadoutTests
{
    private const string Thin = "\u2009";
    private const string Minus = "\u2212";

    [Theory]
    [InlineData(20, "20", "Hz")]
    [InlineData(95.04, "95", "Hz")]
    [InlineData(47.3, "47.3", "Hz")]
    [InlineData(99.6, "100", "Hz")]
    [InlineData(330.4, "330", "Hz")]
    [InlineData(999.4, "999", "Hz")]
    [InlineData(999.6, "1.00", "kHz")]
    [InlineData(1250, "1.25", "kHz")]
    [InlineData(9994, "9.99", "kHz")]
    [InlineData(9996, "10.0", "kHz")]
    [InlineData(12_340, "12.3", "kHz")]
    public void Frequencies_read_in_three_figures(double hz, string figures, string unit) =>
        Frequency(hz).ShouldBe(figures + Thin + unit);

    [Theory]
    [InlineData(1.84, "+1.8")]
    [InlineData(-3.1, Minus + "3.1")]
    [InlineData(0, "0.0")]
    [InlineData(-0.04, "0.0")]
    [InlineData(0.04, "0.0")]
    [InlineData(-12, Minus + "12.0")]
    [InlineData(0.05, "+0.1")]
    [InlineData(-0.05, Minus + "0.1")]
    public void Gains_carry_a_true_sign_but_zero_none(double db, string figures) => Gain(db).ShouldBe(figures + Thin + "dB");

    [Theory]
    [InlineData(12, true, "+12")]
    [InlineData(12, false, "12")]
    [InlineData(-60, false, Minus + "60")]
    [InlineData(0, true, "0")]
    [InlineData(-0.2, true, "0")]
    public void Axis_levels_are_whole(double db, bool plus, string wanted) =>
        Encoding.UTF8.GetString(Readout.WholeDb(new byte[Readout.MaxBytes], db, plus)).ShouldBe(wanted);

    [Theory]
    [InlineData(0.7071, "Q\u20090.71")]
    [InlineData(9.996, "Q\u200910.0")]
    [InlineData(24, "Q\u200924.0")]
    public void Q_reads_in_three_figures(double q, string wanted) =>
        Encoding.UTF8.GetString(Readout.Q(new byte[Readout.MaxBytes], q)).ShouldBe(wanted);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    public void What_is_no_value_reads_as_a_dash(double value)
    {
        Frequency(value).ShouldBe("–");
        Gain(value).ShouldBe("–");
        Encoding.UTF8.GetString(Readout.Q(new byte[Readout.MaxBytes], value)).ShouldBe("–");
        Encoding.UTF8.GetString(Readout.WholeDb(new byte[Readout.MaxBytes], value, plus: true)).ShouldBe("–");
    }

    [Fact]
    public void Any_value_fits_the_buffer_and_never_shows_a_hyphen()
    {
        Prop.ForAll<double>(value =>
        {
            Frequency(value).ShouldNotContain("-");
            Gain(value).ShouldNotContain("-");
            Encoding.UTF8.GetString(Readout.Q(new byte[Readout.MaxBytes], value)).ShouldNotContain("-");
            Encoding.UTF8.GetString(Readout.WholeDb(new byte[Readout.MaxBytes], value, plus: true)).ShouldNotContain("-");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_gain_has_a_sign_exactly_when_its_figures_are_not_zero()
    {
        Prop.ForAll(Gen.Choose(-2500, 2500).ToArbitrary(), hundredths =>
        {
            string text = Gain(hundredths / 100.0);
            text.StartsWith("0.0", StringComparison.Ordinal).ShouldBe(text[0] is not '+' and not '\u2212', text);
            if (text[0] is '+' or '\u2212')
                (text[0] == '+').ShouldBe(hundredths > 0, text);
        }).QuickCheckThrowOnFailure();
    }

    private static string Frequency(double hz) => Encoding.UTF8.GetString(Readout.Frequency(new byte[Readout.MaxBytes], hz));

    private static string Gain(double db) => Encoding.UTF8.GetString(Readout.Gain(new byte[Readout.MaxBytes], db));
}
