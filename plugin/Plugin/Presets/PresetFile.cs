using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SemanticEq.Plugin;

/// <summary>A preset of the user's as it stands in a file: JSON that people can read and pass on.</summary>
/// <param name="SemanticEqPreset">The format's version.</param>
/// <param name="Name">As shown.</param>
/// <param name="Group">A heading that it stands under.</param>
/// <param name="State">What a session would keep of it.</param>
internal sealed record PresetFile(int SemanticEqPreset, string Name, string Group, SessionState State)
{
    /// <summary>The newest format that is read, and the one that is written.</summary>
    public const int Format = 1;

    /// <summary>A larger file is no preset of ours.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Longest names and groups, in UTF-16 units.</summary>
    public const int MostLetters = 100;

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="JsonException">It can't be used; the message says why.</exception>
    public static PresetFile Parse(ReadOnlySpan<byte> json)
    {
        var file = JsonSerializer.Deserialize(json, PresetJson.Readable.PresetFile) ?? throw new JsonException("it is empty");
        if (file.SemanticEqPreset is < 1 or > Format)
            throw new JsonException($"it has format {file.SemanticEqPreset}; this version reads formats 1 to {Format}");
        // The serializer notices a null that is there, but not one that is missing.
        if (file.State is null)
            throw new JsonException("it holds no settings");
        return file with { Name = CleanName(file.Name) ?? throw new JsonException("it has no name"), Group = CleanName(file.Group) ?? "" };
    }

    /// <summary>A name on one line without white space around it; null where nothing is left or it is too long.</summary>
    public static string? CleanName(string? name) => PhraseText.Clean(name) is { Length: <= MostLetters } clean ? clean : null;

    /// <summary>The file's bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, PresetJson.Readable.PresetFile);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, WriteIndented = true)]
[JsonSerializable(typeof(PresetFile))]
internal sealed partial class PresetJson : JsonSerializerContext
{
    private static PresetJson? _readable;

    /// <summary>Letters of all languages as themselves: nothing here ends up in a web page.</summary>
    public static PresetJson Readable =>
        _readable ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
