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

    // The measuring pass: all of the file, by the same ear that the plug-in has.
    private void Fit(PluginInstance plugin, ParameterSettings settings, CancellationToken cancellation)
    {
        using var reader = AudioReader.Open(Input);
        var track = ProgressBar.Run("listening", reader.Frames, progress => FileListener.Listen(Input, reader, new WindowLength(3, 1), progress, cancellation));
        if (track.SpectrumDb is null)
            Commands.Output.Complain($"{Input} has too little to hear: the bands stay as the words mean them");
        RenderEar.Teach(plugin, track);
        settings.Set(ParameterSettings.Freeze, "On");
    }

    private void MeasureLoudness(PluginInstance plugin, CancellationToken cancellation)
    {
        using var reader = AudioReader.Open(Input);
        new LoudnessPass(plugin).Run(reader, cancellation);
        if (!SavedState.HasMeasuredLoudness(plugin.SaveState()))
            Commands.Output.Complain($"{Input} has less than 3 s of sound, too little to measure its loudness: pink noise stands for it");
    }

    private static bool IsMatched(ParameterSettings settings, AutomationLane[] lanes) => LoudnessPass.Matching.Select(settings.Find)
        .Any(parameter => settings.Values.GetValueOrDefault(parameter.Id) > 0.5 || lanes.Any(lane => lane.Id == parameter.Id));
}
