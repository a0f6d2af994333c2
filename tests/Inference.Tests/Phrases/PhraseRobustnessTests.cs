using FsCheck;
using FsCheck.Fluent;

namespace SemanticEq.Inference.Tests.Phrases;

/// <summary>Whatever is typed, a reading comes back that can be played.</summary>
public class PhraseRobustnessTests
{
    private static readonly ModelFolder Model = ModelFolder.Load(Repository.Model);
    private static readonly string[] Pieces = [.. Words().Concat(
    [
        "1e999", "1e-999", "3k5", "3,5k", "100hz-200hz", "db", "-", "--3 dB", "+", "99999999999999999999999 Hz", "0 Hz", "0.0001 Hz", "-300",
        "q0", "q 1e9", "24 dB/oct", "999 dB/oct", "300 dB", "%", "-100000 %", "200 -", "- 200", "12-", "k", "hz", "@", "@@", "👍", "\ud800",
        "e\u0301", "\u0000", "\u200b", "\n", ",", ";", "(", "…", "'", "don't", "de-", "de-de-", "zzyzx", "at", "between", "warm", "muddy", "bass",
    ])];

    private readonly PhraseReader _reader = new(Model);

    [Theory]
    [InlineData("")]
    [InlineData("   \t\r\n ")]
    [InlineData("\0\u0007\u001b[31m")]
    [InlineData("\ud83d")]
    [InlineData("1e999 dB at 1e999 Hz")]
    [InlineData("+++---+++")]
    [InlineData("......")]
    [InlineData("between 200 and")]
    [InlineData("-3 dB at NaN Hz with Q Inf")]
    public void Nothing_sensible_plays_nothing(string text)
    {
        var reading = _reader.Read(text);

        reading.Z.ShouldAllBe(value => value == 0f);
        reading.Bands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("warm ")]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("-3 dB at 300 ")]
    [InlineData("not ")]
    [InlineData("zzyzx ")]
    [InlineData("👍")]
    [InlineData("e\u0301")]
    public void Ten_thousand_characters_are_read_as_far_as_is_sensible_and_the_rest_is_named(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));

        var reading = _reader.Read(text);

        CheckPlayable(reading);
        reading.Parts.Count.ShouldBeLessThan(600);
    }

    [Fact]
    public void Any_mixture_of_what_the_grammar_knows_can_be_played()
    {
        var phrases = Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces));
        Prop.ForAll(phrases.ToArbitrary(), phrase => CheckPlayable(_reader.Read(phrase))).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    [Fact]
    public void Any_text_can_be_played()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => CheckPlayable(_reader.Read(text ?? ""))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void CheckPlayable(PhraseReading reading)
    {
        reading.Z.Length.ShouldBe(DecoderShape.Latent);
        reading.Z.ShouldAllBe(value => float.IsFinite(value));
        reading.Bands.Count.ShouldBeLessThanOrEqualTo(8);
        foreach (var band in reading.Bands)
        {
            Enum.IsDefined(band.Type).ShouldBeTrue();
            band.Hz.ShouldBeInRange(10.0, 20_000.0);
            band.Db.ShouldBeInRange(-24.0, 24.0);
            band.Q.ShouldBeInRange(0.1, 40.0);
            band.SlopeDbPerOctave.ShouldBeOneOf(12, 24, 48);
        }
        double[] curve = new CurveSpace(Model).Curve(reading.Z);
        (curve.Max() - curve.Min()).ShouldBeLessThan(10.1);
        reading.Parts.ShouldAllBe(part => reading.Text.Contains(part.Text) && part.Says.Length > 0);
    }

    // Every phrase of the grammar files.
    private static IEnumerable<string> Words() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "inference", "Phrases"), "grammar.*.txt")
        from line in File.ReadLines(file)
        where line.Contains(" : ") && line[0] != '#'
        from phrase in line[(line.IndexOf(" : ", StringComparison.Ordinal) + 3)..].Split(" | ")
        select phrase;
}
