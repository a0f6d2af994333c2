using System.Text;
using System.Text.Json.Nodes;
using SemanticEq.Fuzzing;

namespace SemanticEq.Inference.Tests;

/// <summary>Model files that are damaged behind a hash that was made right: refused as a model, and by no other exception.</summary>
public class ModelFuzzTests
{
    private const int Seed = 1;
    private const int WordsKept = 6;

    private static bool IsFull => Environment.GetEnvironmentVariable("SEMANTIC_EQ_FULL") == "1";

    [Fact]
    public void Vocabularies()
    {
        var whole = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Model, "vocabulary.json")))!.AsObject();
        whole["words"] = new JsonArray([.. whole["words"]!.AsArray().Take(WordsKept).Select(entry => entry!.DeepClone())]);
        _ = whole.Remove("naming");
        byte[] real = Encoding.UTF8.GetBytes(whole.ToJsonString());
        _ = Read(real);
        int read = Run(IsFull ? 100_000 : 2_000, random => JsonMutator.Mutate(real, random), bytes => Read(bytes));
        read.ShouldBeGreaterThan(20, "else nothing behind the parser has been reached");
    }

    [Fact]
    public void Weights()
    {
        byte[] real = File.ReadAllBytes(Path.Combine(Repository.Model, "decoder.weights"));
        _ = DecoderWeights.Parse(real);
        Run(IsFull ? 20_000 : 500, random => ByteMutator.Mutate(real, random), bytes => _ = DecoderWeights.Parse(bytes));
        // Its beginning, where shapes and lengths stand, is a small part of it.
        Run(IsFull ? 20_000 : 500, random => [.. ByteMutator.Mutate(real[..200], random), .. real[200..]], bytes => _ = DecoderWeights.Parse(bytes));
    }

    [Fact]
    public void Tables_of_words()
    {
        byte[] real = File.ReadAllBytes(Path.Combine(Repository.Model, "words.table"));
        _ = WordTable.Parse(real);
        Run(IsFull ? 2_000 : 50, random => [.. ByteMutator.Mutate(real[..400], random), .. real[400..]], Find);
        Run(IsFull ? 2_000 : 50, random =>
        {
            byte[] bytes = [.. real];
            for (int i = 0; i < 1000; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return bytes;
        }, Find);
    }

    private static void Find(byte[] bytes)
    {
        var table = WordTable.Parse(bytes);
        foreach (string word in (string[])["chocolate", "zinc", "a", "über"])
            _ = table.TryFind(word, new float[DecoderShape.Latent], out _, out _);
    }

    private static Vocabulary Read(byte[] bytes) => new(VocabularyFile.Parse(bytes, "vocabulary.json"));

    private static int Run(int cases, Func<Random, byte[]> damage, Action<byte[]> read)
    {
        int whole = 0;
        for (int number = 0; number < cases; number++)
        {
            byte[] damaged = damage(new Random(unchecked((Seed * 1_000_003) ^ number)));
            try
            {
                read(damaged);
                whole++;
            }
            catch (ModelException e)
            {
                e.Message.ShouldNotBeNullOrEmpty();
            }
            catch (Exception e)
            {
                Assert.Fail($"case {number} of seed {Seed}: {e}");
            }
        }
        return whole;
    }
}
