using System.Text;
using System.Text.Json.Nodes;

namespace SemanticEq.Inference.Tests;

/// <summary>A copy of the model to damage: the one factory of bad models.</summary>
internal sealed class ModelCopy : IDisposable
{
    public ModelCopy()
    {
        Directory.CreateDirectory(Folder);
        foreach (string file in Directory.GetFiles(Repository.FirstModel))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "semantic-eq-model-" + Guid.NewGuid().ToString("N"));

    public ModelCopy Change(string file, Func<byte[], byte[]> change)
    {
        string path = Path.Combine(Folder, file);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
        return this;
    }

    public ModelCopy ChangeText(string file, string from, string to) => Change(file, bytes =>
    {
        string text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain(from);
        return Encoding.UTF8.GetBytes(text.Replace(from, to));
    });

    /// <summary>Changes what vocabulary.json says.</summary>
    public ModelCopy ChangeVocabulary(Action<JsonObject> change) => Change("vocabulary.json", bytes =>
    {
        var vocabulary = JsonNode.Parse(bytes)!.AsObject();
        change(vocabulary);
        return Encoding.UTF8.GetBytes(vocabulary.ToJsonString());
    });

    /// <summary>Makes it one of contract 2: with a table of unset words, camps, expected agreement and a naming of the first three words.</summary>
    public ModelCopy ToContract2()
    {
        byte[] table = TableOfOneWord();
        File.WriteAllBytes(Path.Combine(Folder, "words.table"), table);
        return ChangeVocabulary(vocabulary =>
        {
            vocabulary["contract"] = 2;
            vocabulary["version"] = "v2";
            vocabulary["files"]!["words.table"] = Sha256.Hex(table);
            var words = vocabulary["words"]!.AsArray();
            words[0]!["camps"] = JsonNode.Parse("""[{ "settings": 300, "where": "SAFE", "says": "low boost" }, { "settings": 185, "where": "both", "says": "high cut" }]""");
            words[0]!["expected"] = 0.5;
            vocabulary["naming"] = Naming([.. words.Take(3).Select(word => word!["word"]!.GetValue<string>())]);
        });
    }

    // Two basis curves: one rises with frequency, the other is a bump in the middle.
    private static JsonObject Naming(string[] words)
    {
        double[] rise = [.. Enumerable.Range(0, 64).Select(i => (i - 31.5) / 64)], bump = [.. Enumerable.Range(0, 64).Select(i => i is > 20 and < 40 ? 1.0 : 0.0)];
        double[][] weights = [[-1, 0.5], [1, 0], [0, 1]];
        return new JsonObject
        {
            ["basis"] = new JsonArray(Row(rise), Row(bump)),
            ["words"] = new JsonArray([.. words.Select((word, i) => new JsonObject { ["word"] = word, ["weights"] = Row(weights[i]), ["bias"] = 0.25 * i })]),
        };
    }

    private static JsonArray Row(double[] values) => [.. values.Select(value => JsonValue.Create(value))];

    // The place of "marzipan" is twice the first basis vector.
    private static byte[] TableOfOneWord()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("SEQT"u8);
        foreach (uint value in new uint[] { 1, 1, 1 })
            writer.Write(value);
        writer.Write(2f);
        for (int i = 0; i < DecoderShape.Latent; i++)
            writer.Write(i == 0 ? 1f : 0f);
        writer.Write((sbyte)127);
        writer.Write((byte)128);
        writer.Write((byte)0);
        writer.Write(0u);
        writer.Write(8u);
        writer.Write("marzipan"u8);
        writer.Flush();
        return stream.ToArray();
    }

    public ModelCopy Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
