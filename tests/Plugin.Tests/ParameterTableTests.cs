using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests;

public class ParameterTableTests
{
    public static TheoryData<uint> Ids() => [.. ParameterTable.All.Select(parameter => parameter.Id)];

    [Fact]
    public void Ids_and_titles_are_unique()
    {
        ParameterTable.All.Select(parameter => parameter.Id).ShouldBeUnique();
        ParameterTable.All.Select(parameter => parameter.Title).ShouldBeUnique();
    }

    [Fact]
    public void Released_ids_keep_their_meaning()
    {
        string table = string.Join('\n', ParameterTable.All.Select(parameter =>
            FormattableString.Invariant($"{parameter.Id} {parameter.Title} {parameter.Min} {parameter.Max} {parameter.Scale}")));
        string golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "parameters-0.1.txt")).TrimEnd();

        table.ShouldBe(golden);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Plain_and_normalised_are_each_others_inverse(uint id)
    {
        var parameter = Of(id);
        for (int i = 0; i <= 1000; i++)
        {
            double plain = parameter.ToPlain(i / 1000.0);
            plain.ShouldBeInRange(parameter.Min, parameter.Max);
            parameter.ToPlain(parameter.ToNormalized(plain)).ShouldBe(plain, 1e-9 * Math.Max(1, Math.Abs(plain)));
        }
        parameter.ToPlain(parameter.ToNormalized(parameter.Default)).ShouldBe(parameter.Default, 1e-9);
        parameter.ToPlain(0).ShouldBe(parameter.Min);
        parameter.ToPlain(1).ShouldBe(parameter.Max, 1e-9 * parameter.Max);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Text_reads_back_as_what_it_says_with_its_unit_and_without(uint id)
    {
        var parameter = Of(id);
        for (int i = 0; i <= 100; i++)
        {
            double plain = parameter.ToPlain(i / 100.0);
            string text = parameter.Text.Format(plain);
            parameter.Text.TryParse(text, out double read).ShouldBeTrue(text);
            parameter.Text.TryParse($" {text} {parameter.Text.Unit}", out double withUnit).ShouldBeTrue(text);
            withUnit.ShouldBe(read);
            parameter.Text.Format(read).ShouldBe(text);
            text.Length.ShouldBeLessThan(64);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_not_a_value_is_refused_or_held_in_range(uint id)
    {
        var parameter = Of(id);
        parameter.Text.TryParse("", out _).ShouldBeFalse();
        parameter.Text.TryParse("no such thing", out _).ShouldBeFalse();
        foreach (double odd in new[] { double.NaN, double.NegativeInfinity, double.PositiveInfinity, -1e300, 1e300 })
        {
            parameter.ToPlain(odd).ShouldBeInRange(parameter.Min, parameter.Max);
            parameter.ToNormalized(odd).ShouldBeInRange(0, 1);
        }
    }

    [Fact]
    public void Words_are_named_both_ways()
    {
        var word = Of(ParameterId.WordA);
        word.Text.TryParse("warm", out double warm).ShouldBeTrue();
        word.Text.Format(warm).ShouldBe("Warm");
        word.Text.TryParse("WARM", out double shouted).ShouldBeTrue();
        shouted.ShouldBe(warm);
        word.Text.Format(0).ShouldBe("None");
        word.Describe().StepCount.ShouldBe(511);
    }

    [Theory]
    [InlineData("1.2 kHz", 1200)]
    [InlineData("1.2k", 1200)]
    [InlineData("850", 850)]
    [InlineData("99.5 hz", 99.5)]
    [InlineData("99,5 Hz", 99.5)]
    [InlineData("1,2 kHz", 1200)]
    [InlineData("1,000 Hz", 1000)]
    [InlineData("12,500", 12500)]
    [InlineData("1.000 Hz", 1000)]
    [InlineData("12.500 Hz", 12.5)]
    [InlineData("1,414 kHz", 1414)]
    [InlineData("1.234,5 Hz", 1234.5)]
    [InlineData("1,234.5 Hz", 1234.5)]
    public void Frequencies_are_read_as_people_write_them(string text, double expected)
    {
        Of(ParameterId.OfOwn(0, ParameterId.Own.Frequency)).Text.TryParse(text, out double hz).ShouldBeTrue();
        hz.ShouldBe(expected, 1e-9);
    }

    [Theory]
    [InlineData(ParameterId.Own1On + (uint)ParameterId.Own.Q, "1,414", 1.414)]
    [InlineData(ParameterId.Own1On + (uint)ParameterId.Own.Q, "1.414", 1.414)]
    [InlineData(ParameterId.OutputGain, "−3,5 dB", -3.5)]
    [InlineData(ParameterId.Amount, "72,125 %", 72.125)]
    public void A_comma_is_a_decimal_sign_where_nobody_needs_thousands(uint id, string text, double expected)
    {
        Of(id).Text.TryParse(text, out double plain).ShouldBeTrue();
        plain.ShouldBe(expected, 1e-9);
    }

    [Theory]
    [InlineData("1,2,3")]
    [InlineData("1.2.3")]
    [InlineData(",")]
    [InlineData("1,000 dB")]
    public void What_is_no_number_is_no_frequency(string text) =>
        Of(ParameterId.OfOwn(0, ParameterId.Own.Frequency)).Text.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(3.2, "+3.2")]
    [InlineData(-3.25, "-3.2")]
    [InlineData(-0.01, "0.0")]
    public void Gains_carry_their_sign(double plain, string expected) =>
        Of(ParameterId.OutputGain).Text.Format(plain).ShouldBe(expected);

    [Fact]
    public void Adapt_and_freeze_can_be_automated()
    {
        foreach (uint id in new[] { ParameterId.Adapt, ParameterId.Freeze })
            Of(id).Flags.ShouldBe(ParameterFlags.CanAutomate);
        Of(ParameterId.Adapt).Default.ShouldBe(0.0);
        Of(ParameterId.Freeze).Default.ShouldBe(0.0);
    }

    private static Parameter Of(uint id) => ParameterTable.At(ParameterTable.IndexOf(id));
}
