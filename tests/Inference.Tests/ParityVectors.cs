using System.Text.Json;

namespace SemanticEq.Inference.Tests;

/// <summary>PyTorch's answers, exported beside the model (parity.json), and how far another evaluation is from them.</summary>
internal static class ParityVectors
{
    /// <summary>The pairs under one name of the file: what went in and what PyTorch gave.</summary>
    public static IReadOnlyList<(float[] Input, float[] Output)> Read(string cases, string input, string output) =>
        Read(Repository.Model, cases, input, output, 32);

    /// <summary>The same of any folder's file, which must have so many.</summary>
    public static IReadOnlyList<(float[] Input, float[] Output)> Read(string folder, string cases, string input, string output, int fewest)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "parity.json")));
        (float[], float[])[] pairs = [.. document.RootElement.GetProperty(cases).EnumerateArray()
            .Select(item => (Floats(item.GetProperty(input)), Floats(item.GetProperty(output))))];
        pairs.Length.ShouldBeGreaterThanOrEqualTo(fewest);
        return pairs;
    }

    public static float Norm(float[] z) => MathF.Sqrt(z.Sum(value => value * value));

    public static float Difference(float[] a, float[] b) => a.Zip(b, (x, y) => MathF.Abs(x - y)).Max();

    private static float[] Floats(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().SelectMany(Floats)]
        : [element.GetSingle()];
}
