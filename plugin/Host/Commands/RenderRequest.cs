using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Presets;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Commands;

/// <summary>What a user asked of <c>render</c>, as typed.</summary>
internal sealed partial record RenderRequest
{
    public required string Input { get; init; }

    public required string Output { get; init; }

    public string? Preset { get; init; }

    public string? Word { get; init; }

    public string? To { get; init; }

    public string? Morph { get; init; }

    public string? Amount { get; init; }

    public string? Variation { get; init; }

    public string? Adapt { get; init; }

    public string? Match { get; init; }

    public string[] Sets { get; init; } = [];

    public string? Automation { get; init; }

    public string Block { get; init; } = "512";

    public Pace Pace { get; init; }

    public bool Measure { get; init; }

    public string? Picture { get; init; }

    public string? Bundle { get; init; }

    public bool Json { get; init; }

    /// <summary>Renders, draws and reports.</summary>
    /// <exception cref="UserError">Something asked for can't be done; nothing is left behind.</exception>
    public void Run(CancellationToken cancellation)
    {
        var blocks = BlockSizes.Parse(Block);
        // All that can be refused is refused before the first sample is rendered.
        var rows = Automation is null ? [] : AutomationFile.Read(Automation);
        if (Picture is not null)
            RenderPicture.Check(Picture);
        OutputPath.Check(Output, "OUT");
        RefuseOneFileForTwo();
        using var reader = AudioInput.Open(Input);
        using var session = PluginSession.Open(Bundle);
        if (Preset is not null)
            VstPresetFile.Load(Preset, session.Plugin);
        // Where the model itself can't be used, no word is known: that is what must be said then.
        if (Word is not null || To is not null || Match is not null)
            _ = Models.Load(session.Bundle);
        float[]? reference = Match is null ? null : HearReference(session, Match, cancellation);
        var settings = ReadSettings(session.Plugin);
        var lanes = Lanes(session.Plugin, settings, rows, reader.SampleRate);
        // A phrase is typed when its word takes it: what is asked by states needs it there.
        if (settings.HasPhrase(ParameterSettings.WordA) || settings.HasPhrase(ParameterSettings.WordB))
            settings.Apply();
        if (Measure)
            MeasureLoudness(session.Plugin, cancellation);
        if (Measure && !IsMatched(settings, lanes))
            Commands.Output.Complain("--measure changes nothing without --set \"Auto gain=On\" or \"Dry compare=On\"");
        var ear = MakeEar(session, settings, lanes);
        // What moves by itself has no one change to be held against.
        if (Adapt is not null)
            Fit(session, settings, ear!, isTried: lanes.Length == 0, cancellation);
        using var writer = AudioWriter.Open(Output, reader.Channels, reader.SampleRate, reader.Frames);
        var before = new SignalAnalysis(reader.SampleRate, reader.Channels);
        var after = new SignalAnalysis(reader.SampleRate, reader.Channels);
        var job = new RenderJob(reader, writer, settings.Values, lanes, blocks, Pace) { Before = before, After = after };
        var outcome = ProgressBar.Run("rendering", reader.Frames, progress => new Renderer(session.Plugin, job with { Progress = progress }, cancellation).Run());
        writer.Commit();
        if (Preset is null && Word is null && To is null && Match is null && Sets.Length == 0 && Automation is null)
            Commands.Output.Complain("no word, setting or automation was given, so the sound stayed as it was (see render --help)");
        var report = RenderSummary.Make(this, reader, writer, outcome, before, after) with
        {
            Reading = PhraseOf(session.Plugin, settings, ParameterSettings.WordA),
            ReadingTo = PhraseOf(session.Plugin, settings, ParameterSettings.WordB),
            Match = Match is null ? null : MatchReport.Of(Match, reference, before, after),
            Listening = ear?.Compare(session.Plugin.SaveState(), before, after) is { } heard ? heard with { What = What() } : null,
        };
        if (Picture is not null)
            RenderPicture.Save(Picture, this, session, settings, lanes, report, before, after);
        RenderSummary.Write(report, Json);
    }

    private string What() => (Word ?? (Match is null ? null : MatchPhrase.Text), To) switch
    {
        (null, null) => Preset is null ? "these settings" : Path.GetFileNameWithoutExtension(Preset),
        ({ } word, null) => word,
        ({ } word, _) => $"{word} → {To}",
        _ => $"none → {To}",
    };

    private static SavedPhrase? PhraseOf(PluginInstance plugin, ParameterSettings settings, string word) =>
        settings.HasPhrase(word) ? SavedState.Phrase(plugin.SaveState(), ofWordB: word == ParameterSettings.WordB) : null;

    // What is read must survive, and one of two outputs would replace the other.
    private void RefuseOneFileForTwo()
    {
        (string Role, string? Path)[] files =
        [
            ("the input", Input), ("the automation", Automation), ("the preset", Preset), ("the reference", Match), ("the output", Output), ("the picture", Picture),
        ];
        foreach (int written in new[] { 4, 5 })
        {
            foreach (var (role, path) in files.Take(written))
            {
                if (path is { Length: > 0 } && files[written].Path is { } target && FileTarget.IsSame(path, target))
                    throw new UserError($"{target} is {role} and {files[written].Role} at once: name another file to write");
            }
        }
    }
}
