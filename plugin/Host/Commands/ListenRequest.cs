using System.Globalization;
using SemanticEq.Audio;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Listening;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Commands;

/// <summary>What a user asked of <c>listen</c>, as typed.</summary>
internal sealed record ListenRequest
{
    private const int MostInText = 12;

    public required string File { get; init; }

    public string? Against { get; init; }

    public string? Most { get; init; }

    public string[] Words { get; init; } = [];

    public string Window { get; init; } = "3";

    public string Hop { get; init; } = "1";

    public string? Picture { get; init; }

    public string? Bundle { get; init; }

    public bool Json { get; init; }

    /// <summary>Listens, draws and reports.</summary>
    /// <exception cref="UserError">Something asked for can't be done.</exception>
    public void Run(CancellationToken cancellation)
    {
        // All that can be refused is refused before the first sample is read.
        var window = WindowLength.Parse(Window, Hop);
        int most = ParseMost();
        CheckPicture();
        using var reader = AudioInput.Open(File, "FILE", folds: true);
        using var before = Against is null ? null : AudioInput.Open(Against, "--against", folds: true);
        var bundle = PluginBundle.Find(Bundle);
        var model = Models.LoadListener(bundle);
        var scorer = new WordScorer(model, Models.Load(bundle).Vocabulary, OtherCurves(model));
        var track = Listen(File, reader, window, cancellation);
        var against = before is null ? null : Listen(Against!, before, window, cancellation);
        var report = Listening.Listening.Report(model, scorer, new WordChoice(Words, most, IsEnglish: !Json), window, track, against);
        if (Picture is not null)
            ListenPicture.Save(Picture, report, isChosen: Words.Length > 0 || Most is not null, bundle);
        if (Json)
            ListeningJson.Write(report);
        else
            ListenSummary.Write(report, Picture);
    }

    private static HeardTrack Listen(string path, AudioReader reader, WindowLength window, CancellationToken cancellation)
    {
        if (reader.ChannelsOfFile > 2)
            Output.Complain($"{path} has {reader.ChannelsOfFile} channels: they are folded down to two");
        var track = ProgressBar.Run("listening", reader.Frames, progress => FileListener.Listen(path, reader, window, progress, cancellation));
        if (track.NonFinite > 0)
            Output.Complain($"{track.NonFinite} samples of {path} are no numbers or infinite: they count as silence");
        return track;
    }

    private int ParseMost()
    {
        if (Most is null)
            return Words.Length > 0 ? 0 : Json ? int.MaxValue : MostInText;
        if (Most.Equals("all", StringComparison.OrdinalIgnoreCase))
            return int.MaxValue;
        return int.TryParse(Most, NumberStyles.None, CultureInfo.InvariantCulture, out int most) && most > 0
            ? most
            : throw new UserError($"--words {Most}: use a number of words, or all");
    }

    private void CheckPicture()
    {
        if (Picture is null)
            return;
        RenderPicture.Check(Picture);
        foreach (string path in new[] { File, Against }.OfType<string>().Where(path => path.Length > 0))
        {
            if (FileTarget.IsSame(path, Picture))
                throw new UserError($"{Picture} is read and the picture at once: name another file to write");
        }
    }

    // A word that the listener has not learnt is heard by the curve that it plays: the plug-in says which.
    private IEnumerable<(string Word, float[] CurveDb)> OtherCurves(ListenerModel model)
    {
        string[] others = [.. Words.Where(word => !model.Words.Contains(word, StringComparer.OrdinalIgnoreCase)).Distinct()];
        if (others.Length == 0)
            yield break;
        using var session = PluginSession.Open(Bundle);
        byte[] untouched = session.Plugin.SaveState();
        foreach (string word in others)
        {
            _ = session.Plugin.LoadState(untouched);
            var settings = new ParameterSettings(session.Plugin);
            settings.Set(ParameterSettings.WordA, word);
            var values = settings.Values;
            settings.Apply();
            float[] curve = DecodedBands.CurveDb(DecodedBands.Of(session.Library, session.Plugin.SaveState(), values, adapt: 0));
            if (curve.Max() - curve.Min() < 1e-3)
                throw new UserError($"\"{word}\" changes nothing by itself, so that there is nothing to listen for");
            yield return (word, curve);
        }
    }
}
