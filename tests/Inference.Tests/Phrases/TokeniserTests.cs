namespace SemanticEq.Inference.Tests.Phrases;

public class TokeniserTests
{
    [Theory]
    [InlineData("3k5", 3.5, "Kilohertz")]
    [InlineData("3,5k", 3.5, "Kilohertz")]
    [InlineData("3,500 Hz", 3500.0, "Hz")]
    [InlineData("3,500", 3500.0, "None")]
    [InlineData("0,707", 0.707, "None")]
    [InlineData("+0,125 dB", 0.125, "Db")]
    [InlineData("1,250 dB", 1.25, "Db")]
    [InlineData("2,250 kHz", 2.25, "Kilohertz")]
    [InlineData("100hz", 100.0, "Hz")]
    [InlineData(".5 dB", 0.5, "Db")]
    [InlineData("−3dB", -3.0, "Db")]
    [InlineData("+2", 2.0, "None")]
    [InlineData("12db/octave", 12.0, "DbPerOctave")]
    [InlineData("24 dB per octave", 24.0, "DbPerOctave")]
    [InlineData("20 %", 20.0, "Percent")]
    public void Numbers_are_read_as_engineers_write_them(string text, double value, string unit)
    {
        var token = Tokeniser.Cut(text).ShouldHaveSingleItem();

        token.Kind.ShouldBe(TokenKind.Number);
        token.Value.ShouldBe(value, 1e-9);
        token.Unit.ToString().ShouldBe(unit);
    }

    [Theory]
    [InlineData("q 1,414", 1.414)]
    [InlineData("q of 1,414", 1.414)]
    [InlineData("q = 1,414", 1.414)]
    [InlineData("at 1,414", 1414.0)]
    public void After_a_Q_no_number_has_thousands(string text, double value) => Tokeniser.Cut(text)[^1].Value.ShouldBe(value, 1e-9);

    [Theory]
    [InlineData("100hz-200hz", "Number Dash Number")]
    [InlineData("200-400", "Number Dash Number")]
    [InlineData("300 -3", "Number Number")]
    [InlineData("q2", "Word Number")]
    [InlineData("low-mids", "Word Word")]
    [InlineData("1e999", "Word")]
    [InlineData("don't", "Word")]
    public void Marks_are_signs_or_ranges_by_where_they_stand(string text, string kinds)
    {
        string.Join(' ', Tokeniser.Cut(text).Select(token => token.Kind)).ShouldBe(kinds);
    }

    [Fact]
    public void Accents_fold_however_they_are_typed()
    {
        Tokeniser.Cut("CÁLIDO").Single().Text.ShouldBe("calido");
        Tokeniser.Cut("ca\u0301lido").Single().Text.ShouldBe("calido");
    }
}
