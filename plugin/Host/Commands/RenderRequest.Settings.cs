using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <content>From what was typed to parameters' values.</content>
internal sealed partial record RenderRequest
{
    private ParameterSettings ReadSettings(PluginInstance plugin)
    {
        var settings = new ParameterSettings(plugin);
        if (Word is not null)
            settings.Set(ParameterSettings.WordA, Word);
        if (Match is not null)
            SetMatch(settings);
        if (To is not null)
        {
            settings.Set(ParameterSettings.WordB, To);
            // A word to go to, and no say how far: all the way.
            settings.Set(ParameterSettings.Morph, Morph ?? "100");
        }
        else if (Morph is not null)
        {
            settings.Set(ParameterSettings.Morph, Morph);
        }
        SharedOptions.Apply(settings, Amount, Variation, Sets);
        if (Adapt is null)
            return settings;
        foreach (string own in new[] { ParameterSettings.Adapt, ParameterSettings.Freeze })
        {
            if (settings.Values.ContainsKey(settings.Find(own).Id))
                throw new UserError($"--adapt sets {ParameterSettings.Adapt} and {ParameterSettings.Freeze} itself: leave out --set {own}, or --adapt");
        }
        settings.Set(ParameterSettings.Adapt, Adapt);
        return settings;
    }

    private void SetMatch(ParameterSettings settings)
    {
        if (Word is not null)
            throw new UserError($"--match sets {ParameterSettings.WordA} itself: leave out --word, or --match");
        try
        {
            settings.Set(ParameterSettings.WordA, MatchPhrase.Text);
        }
        catch (UserError e)
        {
            throw new UserError($"{Input} can't be matched to {Match}: it takes 3 s of sound in both, and pitches that both have", e);
        }
    }

    private AutomationLane[] Lanes(
        PluginInstance plugin, ParameterSettings settings, IReadOnlyList<AutomationRow> rows, int sampleRate)
    {
        var steps = new Dictionary<uint, List<(long, double)>>();
        foreach (var row in rows)
        {
            try
            {
                var parameter = settings.Find(row.Parameter);
                if (Adapt is not null && parameter.Title is ParameterSettings.Adapt or ParameterSettings.Freeze)
                    throw new UserError($"--adapt sets {parameter.Title} itself, which is automated here");
                if (!steps.TryGetValue(parameter.Id, out var lane))
                    steps[parameter.Id] = lane = [];
                lane.Add(((long)Math.Round(row.Seconds * sampleRate), settings.ParseLater(parameter, row.Value)));
            }
            catch (UserError e)
            {
                throw new UserError($"{Automation}, line {row.Line}: {e.Message}", e);
            }
        }
        return [.. steps.Select(lane => new AutomationLane(
            lane.Key, settings.Values.TryGetValue(lane.Key, out double set) ? set : plugin.GetNormalized(lane.Key), lane.Value))];
    }
}
