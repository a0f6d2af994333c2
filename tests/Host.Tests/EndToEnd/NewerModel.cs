using System.Text;
using System.Text.Json.Nodes;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>A copy of the built bundle that has a newer model too: of contract 2, in which every word means its opposite.</summary>
internal static class NewerModel
{
    public const string Version = "v99";

    /// <summary>Makes the bundle.</summary>
    public static string AddTo(string bundle)
    {
        _ = BuiltBundle.CopyTo(bundle);
        string models = Path.Combine(bundle, "Contents", "Resources", "models");
        string made = Path.Combine(models, Version);
        Directory.CreateDirectory(made);
        foreach (string file in Directory.GetFiles(Inference.ModelVersions.Newest(BuiltModels)))
            File.Copy(file, Path.Combine(made, Path.GetFileName(file)));
        string path = Path.Combine(made, "vocabulary.json");
        var vocabulary = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Change(vocabulary);
        byte[] table = TableOfMarzipan(Warm(vocabulary));
        vocabulary["files"]!["words.table"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(table));
        File.WriteAllBytes(Path.Combine(made, "words.table"), table);
        File.WriteAllText(path, vocabulary.ToJsonString(), new UTF8Encoding(false));
        return bundle;
    }

    private static string BuiltModels => Path.Combine(BuiltBundle.Path, "Contents", "Resources", "models");

    private static JsonNode Warm(JsonObject vocabulary) => vocabulary["words"]!.AsArray().Single(word => word!["word"]!.GetValue<string>() == "warm")!;

    private static void Change(JsonObject vocabulary)
    {
        vocabulary["contract"] = 2;
        vocabulary["version"] = Version;
        foreach (var word in vocabulary["words"]!.AsArray())
        {
            word!["z"] = Mirrored(word["z"]!);
            word["variations"] = new JsonArray([.. word["variations"]!.AsArray().Select(z => Mirrored(z!))]);
        }
        var warm = Warm(vocabulary);
        warm["camps"] = JsonNode.Parse("""[{ "settings": 300, "where": "SAFE", "says": "low boost" }, { "settings": 185, "where": "both", "says": "high cut" }]""");
        warm["expected"] = 0.375;
        double[] rise = [.. Enumerable.Range(0, 64).Select(i => (i - 31.5) / 64)];
        vocabulary["naming"] = new JsonObject
        {
            ["basis"] = new JsonArray(Row(rise)),
            ["words"] = new JsonArray(Naming("warm", -1, 0), Naming("bright", 1, 0), Naming("muddy", 0, 0.125)),
        };
    }

    // One word that nobody has set, half sure: it lies where "warm" does.
    private static byte[] TableOfMarzipan(JsonNode warm)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("SEQT"u8);
        foreach (uint value in new uint[] { 1, 1, 1 })
            writer.Write(value);
        writer.Write(1f);
        foreach (var value in warm["z"]!.AsArray())
            writer.Write(value!.GetValue<float>());
        writer.Write((sbyte)127);
        writer.Write((byte)128);
        writer.Write((byte)0);
        writer.Write(0u);
        writer.Write((uint)"marzipan".Length);
        writer.Write("marzipan"u8);
        writer.Flush();
        return stream.ToArray();
    }

    private static JsonObject Naming(string word, double weight, double bias) => new() { ["word"] = word, ["weights"] = Row([weight]), ["bias"] = bias };

    private static JsonArray Mirrored(JsonNode z) => new([.. z.AsArray().Select(value => JsonValue.Create(-value!.GetValue<float>()))]);

    private static JsonArray Row(double[] values) => [.. values.Select(value => JsonValue.Create(value))];
}
