namespace SemanticEq.Inference.Tests.Phrases;

public class WordMixTests
{
    private static readonly ModelFolder Model = ModelFolder.Load(ModelVersions.Newest(Path.Combine(Repository.Root, "inference", "models")));
    private readonly PhraseReader _reader = new(Model);

    [Theory]
    [InlineData("warm 60, airy 30, punchy 10")]
    [InlineData("60 % warm, 30 % airy, 10 % punchy")]
    [InlineData("warm:60 airy:30 punchy:10")]
    [InlineData("warm 60 airy 30 punchy 10")]
    [InlineData("Warm 30, airy 15 and punchy 5")]
    [InlineData("warm 0.6, airy 0.3, punchy 0.1")]
    [InlineData("60% of warm, 30% of airy and 10% of punchy")]
    [InlineData("make it warm at 60 %, airy at 30 % and punchy at 10 %")]
    [InlineData("warm 60 % + airy 30 % + punchy 10 %")]
    [InlineData("60 % warm, 30 % airy y 10 % contundente")]
    [InlineData("warm 60 %, airy 30 % y con pegada 10 %")]
    [InlineData("warmer 60, airier 30, punchier 10")]
    public void Weights_over_their_sum_are_shares_of_one_place(string phrase)
    {
        var reading = _reader.Read(phrase);

        reading.Z.ShouldBe(Sum(("warm", 0.6), ("airy", 0.3), ("punchy", 0.1)), 1e-4);
        reading.Bands.ShouldBeEmpty();
        reading.Mix.ShouldNotBeNull().Words.Select(word => word.Word).ShouldBe(["warm", "airy", "punchy"]);
        reading.Parts.Where(part => part.Kind == PhrasePartKind.Word).Select(part => part.Says).ShouldBe(["60 % of warm", "30 % of airy", "10 % of punchy"]);
        reading.Parts.ShouldNotContain(part => part.Kind == PhrasePartKind.NotUnderstood);
    }

    [Fact]
    public void Every_word_of_the_vocabulary_can_be_mixed()
    {
        string[] wrong = [.. Model.Vocabulary.Words.Where(word => word.Word != "warm")
            .Where(word => _reader.Read($"{word.Word} 55, warm 45").Mix?.Words is not [{ Share: > 0.549 and < 0.551 } first, _] || first.Word != word.Word)
            .Select(word => word.Word)];

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("warm 50 %")]
    [InlineData("warm 60")]
    [InlineData("cut 2 dB at 3k, warmer")]
    [InlineData("warm 3, bright 2")]
    [InlineData("20 % warmer, 30 % brighter")]
    [InlineData("cut mud 60 and boom 80")]
    [InlineData("mud 300, harsh 3000")]
    [InlineData("warm at 60, airy at 30")]
    [InlineData("+60 warm, +30 airy")]
    [InlineData("bass 60, treble 40")]
    [InlineData("warm 60 Hz, airy 30 Hz")]
    public void What_is_no_list_of_weights_is_read_as_before(string phrase) => _reader.Read(phrase).Mix.ShouldBeNull();

    [Theory]
    [InlineData("cut 2 dB at 3k, warm 60, airy 40")]
    [InlineData("warm 60, airy 40, cut 2 dB at 3k")]
    [InlineData("warm 60, airy 40 but -2 dB at 3k")]
    public void A_mix_stands_beside_bands(string phrase)
    {
        var reading = _reader.Read(phrase);

        var band = reading.Bands.ShouldHaveSingleItem();
        (band.Hz, band.Db).ShouldBe((3000.0, -2.0));
        reading.Z.ShouldBe(Sum(("warm", 0.6), ("airy", 0.4)), 1e-4);
        var mix = reading.Mix.ShouldNotBeNull();
        phrase.Substring(mix.Start, mix.Length).ShouldBe("warm 60, airy 40");
    }

    [Fact]
    public void How_much_holds_for_the_whole_mix()
    {
        float[] half = _reader.Read("half warm 60, airy 40").Z;

        half.ShouldBe([.. Sum(("warm", 0.6), ("airy", 0.4)).Select(value => 0.5f * value)], 1e-4);
    }

    [Fact]
    public void What_is_written_is_read_as_it_was_meant()
    {
        (string Word, double Share)[] meant = [("high-pitched", 0.6), ("low", 0.6), ("boost", 0.601)];

        string text = PhraseMix.Write([.. meant.Select(word => new MixedWord(word.Word, word.Share))]);

        text.ShouldBe("high-pitched 33, low 33, boost 34");
        var words = _reader.Read(text).Mix.ShouldNotBeNull().Words;
        words.Select(word => word.Word).ShouldBe(meant.Select(word => word.Word));
        words.Select(word => word.Share).ShouldBe([0.33, 0.33, 0.34], 1e-9);
    }

    private static float[] Sum(params (string Word, double Share)[] words)
    {
        float[] z = new float[DecoderShape.Latent];
        foreach (var (word, share) in words)
        {
            var latents = Model.Vocabulary.Latents(Model.Vocabulary.SlotOf(word) ?? throw new InvalidOperationException(word), 0);
            for (int i = 0; i < z.Length; i++)
                z[i] += (float)share * latents[i];
        }
        return z;
    }
}
