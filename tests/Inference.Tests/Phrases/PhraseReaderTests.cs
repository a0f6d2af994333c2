using SemanticEq.Dsp;

namespace SemanticEq.Inference.Tests.Phrases;

public class PhraseReaderTests
{
    private static readonly ModelFolder Model = ModelFolder.Load(Repository.Model);
    private readonly PhraseReader _reader = new(Model);

    [Fact]
    public void Degrees_stand_in_the_order_that_people_mean()
    {
        double[] amounts = [.. new[] { "slightly warmer", "a bit warmer", "warmer", "warm", "much warmer" }.Select(AmountOfWarm)];

        amounts.ShouldBe(amounts.Order());
        amounts.ShouldBeUnique();
        AmountOfWarm("20 % warmer").ShouldBe(0.2, 1e-3);
        AmountOfWarm("more warmth").ShouldBe(AmountOfWarm("warm"), 1e-6);
    }

    [Theory]
    [InlineData("less bright")]
    [InlineData("too bright")]
    [InlineData("cut the brightness")]
    [InlineData("menos brillo", "brillante")]
    public void Less_of_a_word_is_its_mirror_and_not_another_word(string phrase, string word = "bright")
    {
        float[] z = Latents(word);

        _reader.Read(phrase).Z.ShouldBe([.. z.Select(value => -0.7f * value)], 1e-4);
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("phat")]
    [InlineData("lo-fi")]
    public void A_word_alone_is_guessed_also_where_the_grammar_has_another_use_for_it(string word)
    {
        var reading = _reader.Read(word);

        reading.Parts.ShouldHaveSingleItem().Kind.ShouldBe(PhrasePartKind.Guess);
        double[] curve = Curve(reading.Z);
        (curve.Max() - curve.Min()).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void What_is_kept_out_goes_while_what_is_asked_for_stays()
    {
        double[] asked = Curve(_reader.Read("warm").Z);
        double[] kept = Curve(_reader.Read("warm but not muddy").Z);
        double[] muddy = Curve(Latents("muddy"));

        Dot(kept, muddy).ShouldBeLessThan(0.85 * Dot(asked, muddy));
        CommonGrid.Cosine(kept, asked).ShouldBeGreaterThan(0.6);
    }

    [Theory]
    [InlineData("extremely bright, thin, harsh and tinny")]
    [InlineData("much bassier and much boomier and much darker and much warmer")]
    [InlineData("very bright but not dark, not warm, not muddy")]
    public void No_phrase_does_more_than_ten_decibels(string phrase)
    {
        double[] curve = Curve(_reader.Read(phrase).Z);

        (curve.Max() - curve.Min()).ShouldBeLessThan(10.1);
    }

    [Theory]
    [InlineData("boost")]
    [InlineData("Presence")]
    [InlineData("  warm ")]
    public void A_word_of_the_vocabulary_alone_is_that_word(string word)
    {
        var reading = _reader.Read(word);

        reading.Z.ShouldBe(Latents(word.Trim()));
        reading.Bands.ShouldBeEmpty();
        reading.Parts.ShouldHaveSingleItem().Kind.ShouldBe(PhrasePartKind.Word);
    }

    [Fact]
    public void A_wrong_letter_is_put_right_and_said()
    {
        var part = _reader.Read("a bit brihgter or brihgt").Parts[^1];

        (part.Text, part.Kind).ShouldBe(("brihgt", PhrasePartKind.Word));
        part.Says.ShouldContain("read as bright");
    }

    [Fact]
    public void A_word_that_nobody_set_is_a_guess_that_names_its_neighbours()
    {
        using var copy = new ModelCopy().ToContract2();

        var part = new PhraseReader(ModelFolder.Load(copy.Folder)).Read("more marzipan").Parts[^1];

        part.Kind.ShouldBe(PhrasePartKind.Guess);
        part.Says.ShouldContain("near ");
        part.Certainty.ShouldNotBeNull().ShouldBeInRange(0.25, 1.0);
    }

    [Fact]
    public void Parts_stand_in_the_phrases_order_and_quote_it()
    {
        const string phrase = "A bit WARMER, -3 dB at 300 and xyzzy; for the Vocal";

        var parts = _reader.Read(phrase).Parts;

        parts.Select(part => part.Text).ShouldBe(["A bit", "WARMER", "-3 dB at 300", "xyzzy", "Vocal"]);
        parts.Select(part => part.Kind).ShouldBe(
            [PhrasePartKind.Degree, PhrasePartKind.Word, PhrasePartKind.Band, PhrasePartKind.NotUnderstood, PhrasePartKind.Context]);
    }

    [Theory]
    [InlineData("cut 60 and 120 and 240 by 3 dB", 3)]
    [InlineData("+1 at 100, +1 at 200, +1 at 300, +1 at 400, +1 at 500, +1 at 600, +1 at 700, +1 at 800, +1 at 900", 8)]
    public void Several_bands_are_several_requests_and_no_more_than_eight(string phrase, int bands)
    {
        var reading = _reader.Read(phrase);

        reading.Bands.Count.ShouldBe(bands);
        reading.Parts.Any(part => part.Says.Contains("eight")).ShouldBe(bands == 8);
    }

    [Fact]
    public void A_range_that_must_not_rise_is_held_by_a_band()
    {
        var reading = _reader.Read("warm without boosting the bass");

        var band = reading.Bands.ShouldHaveSingleItem();
        (band.Type, band.Db < 0.0).ShouldBe((BandType.LowShelf, true));
    }

    private double AmountOfWarm(string phrase)
    {
        float[] warm = Latents("warm");
        float[] z = _reader.Read(phrase).Z;
        return z.Zip(warm, (a, b) => (double)a * b).Sum() / warm.Sum(value => (double)value * value);
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static float[] Latents(string word) => Model.Vocabulary.Latents(Model.Vocabulary.SlotOf(word)!.Value, 0).ToArray();

    private static double[] Curve(float[] z) => new CurveSpace(Model).Curve(z);
}
