using System.Text.Json.Nodes;

namespace SemanticEq.Inference.Tests;

public sealed class WordSpreadTests : IDisposable
{
    private readonly ModelCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_words_spread_is_the_files()
    {
        var vocabulary = ModelFolder.Load(Repository.Model).Vocabulary;
        var words = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Model, "vocabulary.json")))!["words"]!.AsArray();

        foreach (var word in words)
        {
            float[] expected = [.. word!["spread_db"]!.AsArray().Select(db => db!.GetValue<float>())];
            vocabulary.SpreadDb(word["slot"]!.GetValue<int>()).ToArray().ShouldBe(expected);
        }

        vocabulary.SpreadDb(Vocabulary.NoWord).Length.ShouldBe(0);
        vocabulary.SpreadDb(Vocabulary.Phrase).Length.ShouldBe(0);
        vocabulary.SpreadDb(-1).Length.ShouldBe(0);
    }

    [Fact]
    public void A_word_without_a_spread_has_none()
    {
        var vocabulary = ModelFolder.Load(_copy.ChangeVocabulary(file => file["words"]!.AsArray()[0]!.AsObject().Remove("spread_db")).Folder).Vocabulary;
        vocabulary.SpreadDb(vocabulary.Words[0].Slot).Length.ShouldBe(0);
        vocabulary.SpreadDb(vocabulary.Words[1].Slot).Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("negative")]
    public void A_spread_of_another_size_or_below_0_is_refused(string spread)
    {
        _copy.ChangeVocabulary(file => file["words"]!.AsArray()[0]!["spread_db"] = spread == "negative"
            ? new JsonArray([.. Enumerable.Range(0, 64).Select(i => JsonValue.Create(i - 1.0))])
            : JsonNode.Parse(spread));

        Should.Throw<ModelException>(() => ModelFolder.Load(_copy.Folder)).Message.ShouldContain("spread");
    }
}
