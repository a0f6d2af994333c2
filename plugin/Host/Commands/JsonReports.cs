using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SemanticEq.Host.Doctor;
using SemanticEq.Host.Listening;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <summary><c>info</c>.</summary>
internal sealed record InfoReport(string CommandLine, PluginReport Plugin, ModelReport Model, ParameterReport[] Parameters);

/// <summary>The plug-in as its binary describes it.</summary>
internal sealed record PluginReport(
    string Name, string Vendor, string Version, string SdkVersion, string SubCategories, string ClassId, string Bundle, int LatencySamples);

/// <summary>The model in the bundle.</summary>
internal sealed record ModelReport(string Version, string Hash, int Words);

/// <summary>A parameter, in plain units.</summary>
internal sealed record ParameterReport(
    uint Id, string Title, string ShortTitle, string Unit, double Min, double Max, double Default, string DefaultText, int Steps,
    bool Automatable, bool ReadOnly, string[]? Values);

/// <summary>A line of <c>words</c>.</summary>
internal sealed record WordReport(
    string Word, string Language, int Slot, int Settings, double? Agreement, double? Expected, IReadOnlyList<WordCamp> Camps, IReadOnlyList<string> Near, string? Opposite);

/// <summary>A line of <c>read</c>.</summary>
internal sealed record ScoreReport(string Word, double Score);

/// <summary>A line of <c>curve</c>; what is not known at all has only its unknown parts.</summary>
internal sealed record CurveReport(
    string Word, string[]? Unknown, SavedPhrase? Reading, IReadOnlyList<SavedBand>? Bands, IReadOnlyList<double>? GridHz, IReadOnlyList<double>? CurveDb);

/// <summary><c>render</c>. Loudness is null where there is too little or nothing to be heard.</summary>
internal sealed record RenderReport(
    string Input, string Output, string? Picture, int SampleRate, int Channels, long Samples, double Seconds, string Mode, string Block,
    double? LoudnessBeforeLufs, double? LoudnessAfterLufs, BandLevels BandsBeforeDb, BandLevels BandsAfterDb, double? PeakDbfs,
    long ClippedSamples, long NonFiniteInputSamples, long NonFiniteOutputSamples, long TwinDecodes, double RealTimeFactor, double ProcessSeconds, double TotalSeconds)
{
    /// <summary>The <see cref="Mode"/> of a render that waits for what it needs.</summary>
    public const string Offline = "offline";

    /// <summary>How the phrase for --word was read; null where it was no phrase.</summary>
    public SavedPhrase? Reading { get; init; }

    /// <summary>The same for --to.</summary>
    public SavedPhrase? ReadingTo { get; init; }

    /// <summary>What --match came to; null where it was not asked for, or there is too little to hear.</summary>
    public MatchReport? Match { get; init; }

    /// <summary>What was asked and what is heard of it; null where the listener can't be used.</summary>
    public AskedAndHeard? Listening { get; init; }
}

/// <summary>How the reports are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(InfoReport))]
[JsonSerializable(typeof(WordReport[]))]
[JsonSerializable(typeof(ScoreReport[]))]
[JsonSerializable(typeof(RenderReport))]
[JsonSerializable(typeof(Finding[]))]
internal sealed partial class HostJson : JsonSerializerContext;

/// <summary>How the lines of <c>curve</c> are written: without what does not apply.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CurveReport))]
internal sealed partial class CurveJson : JsonSerializerContext;

/// <summary>JSON on standard output, one value a line.</summary>
internal static class JsonOutput
{
    public static void Write<T>(T value, JsonTypeInfo<T> type)
    {
        using var stream = new MemoryStream();
        // Words of other languages stay readable; the output is no web page.
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(writer, value, type);
        stream.WriteByte((byte)'\n');
        using var output = Console.OpenStandardOutput();
        output.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
