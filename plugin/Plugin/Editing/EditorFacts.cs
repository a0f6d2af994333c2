namespace SemanticEq.Plugin;

/// <summary>What this is, for whoever asks a user about it.</summary>
internal static class EditorFacts
{
    /// <summary>One fact a line.</summary>
    public static IReadOnlyList<string> Of(SemanticEqEffect effect) =>
    [
        $"Semantic EQ {typeof(EditorFacts).Assembly.GetName().Version!.ToString(3)}",
        effect.SessionModel is { } model ? $"Word model {model.Folder.Version}, {model.Vocabulary.Words.Count} words" : "No word model",
        effect.Decoder is { } decoder ? $"Words decoded by {decoder.Engine}" : "Words are decoded once the host plays",
        "Nothing leaves this machine",
        "Licences: LICENSE and THIRD-PARTY-NOTICES.md in the plug-in's folder",
    ];
}
