using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Listening;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <content>What is listened to before and after the render itself.</content>
internal sealed partial record RenderRequest
{
    private RenderEar? MakeEar(PluginSession session, ParameterSettings settings, AutomationLane[] lanes)
    {
        Dictionary<uint, double> values = new(settings.Values);
        foreach (var lane in lanes)
            values[lane.Id] = lane.Initial;
        double adapt = values.GetValueOrDefault(settings.Find(ParameterSettings.Adapt).Id);
        try
        {
            return new RenderEar(Models.LoadListener(session.Bundle), Words(session.Bundle), session.Library, session.Plugin.SaveState(), values, adapt);
        }
        catch (UserError e) when (Adapt is null)
        {
            Commands.Output.Complain($"what is heard can't be told: {e.Message}");
            return null;
        }
    }

    // Without a model settings still play, and are heard.
    private static Vocabulary? Words(PluginBundle bundle)
    {
        try
        {
            return Models.Load(bundle).Vocabulary;
        }
        catch (UserError)
        {
            return null;
        }
    }

    // The spectrum of the reference; null where there is too little to hear.
    private float[]? HearReference(PluginSession session, string reference, CancellationToken cancellation)
    {
        using var reader = AudioInput.Open(Input);
        using var other = AudioInput.Open(reference, "--match");
        var listener = new TrackListener(reader.SampleRate, other.Channels);
        var pass = new MatchPass(session.Plugin);
        return ProgressBar.Run("hearing both", Math.Max(reader.Frames, other.Frames), progress =>
        {
            pass.Run(reader, new ResampledReader(other, reader.SampleRate), listener, progress, cancellation);
            return listener.SpectrumDb;
        });
    }

    // The measuring pass: all of the file, by the same ear that the plug-in has; then a trial of what it leads to.
    private void Fit(PluginSession session, ParameterSettings settings, RenderEar ear, bool isTried, CancellationToken cancellation)
    {
        using var reader = AudioInput.Open(Input);
        var track = ProgressBar.Run("listening", reader.Frames, progress => FileListener.Listen(Input, reader, new WindowLength(3, 1), progress, cancellation));
        settings.Set(ParameterSettings.Freeze, "On");
        if (track.SpectrumDb is not { } spectrum)
        {
            Commands.Output.Complain($"{Input} has too little to hear: the bands stay as the words mean them");
            return;
        }
        RenderEar.Teach(session.Plugin, track);
        if (!isTried || !ear.IsNearerWithout(spectrum, adapt => Try(session, settings, adapt, cancellation)))
            return;
        settings.Set(ParameterSettings.Adapt, "0");
        Commands.Output.Complain($"{Input} comes as near to what is asked without fitting, and is rendered without");
    }

    // What comes out with that much of Adapt; nothing is written.
    private float[]? Try(PluginSession session, ParameterSettings settings, double adapt, CancellationToken cancellation)
    {
        using var reader = AudioInput.Open(Input);
        using var plugin = PluginInstance.Create(session.Library);
        _ = plugin.LoadState(session.Plugin.SaveState());
        var values = new Dictionary<uint, double>(settings.Values) { [settings.Find(ParameterSettings.Adapt).Id] = adapt };
        var after = new TrackListener(reader.SampleRate, reader.Channels);
        var job = new RenderJob(reader, null, values, [], BlockSizes.Parse("4096"), Pace.Offline) { After = after };
        _ = ProgressBar.Run("trying", reader.Frames, progress => new Renderer(plugin, job with { Progress = progress }, cancellation).Run());
        return after.SpectrumDb;
    }

    private void MeasureLoudness(PluginInstance plugin, CancellationToken cancellation)
    {
        using var reader = AudioInput.Open(Input);
        new LoudnessPass(plugin).Run(reader, cancellation);
        if (!SavedState.HasMeasuredLoudness(plugin.SaveState()))
            Commands.Output.Complain($"{Input} has less than 3 s of sound, too little to measure its loudness: pink noise stands for it");
    }

    private static bool IsMatched(ParameterSettings settings, AutomationLane[] lanes) => LoudnessPass.Matching.Select(settings.Find)
        .Any(parameter => settings.Values.GetValueOrDefault(parameter.Id) > 0.5 || lanes.Any(lane => lane.Id == parameter.Id));
}
