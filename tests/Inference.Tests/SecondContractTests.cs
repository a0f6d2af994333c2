using System.Text.Json.Nodes;
using SemanticEq.Dsp;

namespace SemanticEq.Inference.Tests;

/// <summary>What contract 2 adds, on a copy of the first model that has it.</summary>
public class SecondContractTests
{
    [Fact]
    public void What_it_adds_is_read()
    {
        using var copy = new ModelCopy().ToContract2();

        var model = ModelFolder.Load(copy.Folder);

        (model.Contract, model.Version).ShouldBe((2, "v2"));
        var first = model.Vocabulary.Words[0];
        first.Camps.ShouldBe([new WordCamp(300, "SAFE", "low boost"), new WordCamp(185, "both", "high cut")]);
        first.Expected.ShouldBe(0.5);
        model.Vocabulary.Words[1].Camps.ShouldBeEmpty();
        model.Vocabulary.Words[1].Expected.ShouldBeNull();
        WordTable.Load(model.WordTablePath.ShouldNotBeNull()).TryFind("marzipan", new float[32], out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void A_model_of_the_first_contract_has_none_of_it()
    {
        var model = ModelFolder.Load(Repository.FirstModel);

        model.Contract.ShouldBe(1);
        model.WordTablePath.ShouldBeNull();
        model.ReadNaming().ShouldBeNull();
        model.Vocabulary.Words.ShouldAllBe(word => word.Camps.Count == 0 && word.Expected == null);
    }

    public static TheoryData<string, Action<JsonObject>> Damages() => new()
    {
        { "camps", vocabulary => First(vocabulary)["camps"]![0]!["says"] = "" },
        { "camps", vocabulary => First(vocabulary)["camps"]![0]!["settings"] = -1 },
        { "camps", vocabulary => First(vocabulary)["variations"] = new JsonArray() },
        { "camps", vocabulary => First(vocabulary)["camps"]![1] = null },
        { "expected", vocabulary => First(vocabulary)["expected"] = 1.5 },
        { "basis", vocabulary => vocabulary["naming"]!["basis"] = new JsonArray() },
        { "basis", vocabulary => vocabulary["naming"]!["basis"]![0]!.AsArray().RemoveAt(3) },
        { "weights", vocabulary => vocabulary["naming"]!["words"]![1]!["weights"]!.AsArray().Add(1.0) },
        { "weights", vocabulary => vocabulary["naming"]!["words"]![1] = null },
        { "naming", vocabulary => vocabulary["naming"]!["words"]![1]!["word"] = "no such word" },
        { "twice", vocabulary => vocabulary["naming"]!["words"]![1]!["word"] = vocabulary["naming"]!["words"]![0]!["word"]!.GetValue<string>() },
        { "words.table", vocabulary => vocabulary["files"]!["words.table"] = new string('0', 64) },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_does_not_fit_is_refused_and_named(string name, Action<JsonObject> damage)
    {
        using var copy = new ModelCopy().ToContract2().ChangeVocabulary(damage);

        Should.Throw<ModelException>(() => ModelFolder.Load(copy.Folder)).Message.ShouldContain(name);
    }

    [Fact]
    public void A_damaged_or_missing_table_of_words_is_named()
    {
        using var damaged = new ModelCopy().ToContract2().Change("words.table", bytes => bytes[..^1]);
        using var missing = new ModelCopy().ToContract2().Delete("words.table");

        Should.Throw<ModelException>(() => ModelFolder.Load(damaged.Folder)).Message.ShouldContain("words.table is damaged");
        Should.Throw<ModelException>(() => ModelFolder.Load(missing.Folder)).Message.ShouldContain("words.table");
    }

    [Fact]
    public void A_table_of_words_that_was_replaced_since_is_not_used()
    {
        using var copy = new ModelCopy().ToContract2();
        var model = ModelFolder.Load(copy.Folder);
        _ = new PhraseReader(model);

        copy.Change("words.table", bytes => [.. bytes[..^1], (byte)'m']);

        WordTable.Load(model.WordTablePath!).Count.ShouldBeGreaterThan(0, "sound in itself");
        Should.Throw<ModelException>(() => new PhraseReader(model)).Message.ShouldContain("words.table has been replaced");
    }

    [Fact]
    public void A_curve_is_named_by_the_models_own_scores()
    {
        using var copy = new ModelCopy().ToContract2();
        var model = ModelFolder.Load(copy.Folder);
        double[] curve = [.. Enumerable.Range(0, 64).Select(i => 6 + (i / 10.0))];

        var ranked = new WordReader(model).Rank(curve);

        // By hand: the level-free curve is a ramp, as the first basis curve is; its part along the bump is what stands over the mean there.
        double[] free = [.. curve.Select(db => db - curve.Average())];
        double norm = Math.Sqrt(free.Sum(db => db * db));
        double rise = Enumerable.Range(0, 64).Sum(i => (float)((i - 31.5) / 64) * free[i]) / norm;
        double bump = Enumerable.Range(21, 19).Sum(i => free[i]) / norm;
        string[] words = [.. model.Vocabulary.Words.Take(3).Select(word => word.Word)];
        var expected = new[] { (words[0], -rise + (0.5 * bump)), (words[1], rise + 0.25), (words[2], bump + 0.5) }.OrderByDescending(pair => pair.Item2).ToArray();
        ranked.Select(score => score.Word).ShouldBe(expected.Select(pair => pair.Item1));
        for (int i = 0; i < 3; i++)
            ranked[i].Score.ShouldBe(expected[i].Item2, 1e-6);
        new WordReader(model).Rank(new double[CommonGrid.Count]).ShouldAllBe(score => score.Score == 0.0);
    }

    private static JsonObject First(JsonObject vocabulary) => vocabulary["words"]![0]!.AsObject();
}
