using System.Text.Json;
using System.Text.Json.Serialization;

namespace SemanticEq.Inference;

/// <summary>listener.json as it stands in the file (see models/README.md).</summary>
internal sealed record ListenerFile(int Contract, string Version, Dictionary<string, string> Files, List<string> Words)
{
    /// <exception cref="ModelException">Not JSON, or not of this shape.</exception>
    public static ListenerFile Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, ListenerJson.Default.ListenerFile) ?? throw new ModelException("listener.json is empty");
            return file.Words.Contains(null!) ? throw new ModelException("listener.json has an empty entry") : file;
        }
        catch (JsonException e)
        {
            throw new ModelException($"listener.json can't be read: {e.Message}", e);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ListenerFile))]
internal sealed partial class ListenerJson : JsonSerializerContext;
