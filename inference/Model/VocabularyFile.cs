using System.Text.Json;
using System.Text.Json.Serialization;

namespace SemanticEq.Inference;

/// <summary>vocabulary.json as it stands in the file (see models/README.md); read once, then turned into flat tables.</summary>
internal sealed record VocabularyFile(
    int Contract,
    string Version,
    int Latent,
    Dictionary<string, string> Files,
    List<VocabularyFile.Word> Words,
    List<VocabularyFile.Macro> Macros,
    VocabularyFile.NamingTable? Naming = null)
{
    /// <summary>A word's entry.</summary>
    internal sealed record Word(
        [property: JsonPropertyName("word")] string Text,
        string Language,
        int Slot,
        int Settings,
        double? Agreement,
        float[] Z,
        float[][] Variations,
        string[] Near,
        string? Opposite,
        Camp[]? Camps = null,
        double? Expected = null,
        float[]? SpreadDb = null);

    /// <summary>What one of a word's readings stands for.</summary>
    internal sealed record Camp(int Settings, string Where, string Says);

    /// <summary>A macro's entry.</summary>
    internal sealed record Macro(string Name, float[] Direction);

    /// <summary>What names a curve; see <see cref="CurveNaming"/>.</summary>
    internal sealed record NamingTable(float[][] Basis, NamingWord[] Words);

    /// <summary>A word's weights for it.</summary>
    internal sealed record NamingWord([property: JsonPropertyName("word")] string Text, float[] Weights, float Bias);

    /// <exception cref="ModelException">Not JSON, or not of this shape.</exception>
    public static VocabularyFile Parse(ReadOnlySpan<byte> json, string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, VocabularyJson.Default.VocabularyFile) ?? throw new ModelException($"{path} is empty");
            // The serializer holds properties to their type, but not the elements of lists.
            return file.ListWithEmptyEntry() is { } list ? throw new ModelException($"{path} has an empty entry among its {list}") : file;
        }
        catch (JsonException e)
        {
            throw new ModelException($"{path} can't be read: {e.Message}", e);
        }
    }

    private string? ListWithEmptyEntry() =>
        Words.Contains(null!) ? "words"
        : Macros.Contains(null!) ? "macros"
        : Words.Exists(word => word.Variations.Contains(null!)) ? "variations"
        : Words.Exists(word => word.Near.Contains(null!)) ? "near words"
        : Words.Exists(word => word.Camps?.Contains(null!) == true) ? "camps"
        : Naming?.Basis.Contains(null!) == true ? "naming's basis"
        : Naming?.Words.Contains(null!) == true ? "naming's weights"
        : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(VocabularyFile))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
