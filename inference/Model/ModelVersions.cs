using System.Globalization;

namespace SemanticEq.Inference;

/// <summary>The model versions in a folder of models: its folders v1, v2 and so on. Main thread.</summary>
public static class ModelVersions
{
    /// <summary>Their names, the newest first; none where there is no such folder.</summary>
    public static IReadOnlyList<string> In(string models)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(models).Select(path => Path.GetFileName(path)).Where(name => NumberOf(name) > 0).OrderByDescending(NumberOf)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The folder of the newest one: what new sessions use. Where there is none, v1's, which is then said to be missing.</summary>
    public static string Newest(string models) => Path.Combine(models, In(models).FirstOrDefault("v1"));

    private static int NumberOf(string name) =>
        name.StartsWith('v') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
