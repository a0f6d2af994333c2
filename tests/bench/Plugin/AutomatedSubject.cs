using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Bench.Plugin;

/// <summary>
/// The plug-in while every parameter that can be automated has a point in every block: numbers wander, of lists and switches one
/// in ten jumps. Bypass stays off, for it would take the output stage out.
/// </summary>
internal sealed class AutomatedSubject(string name, PluginLibrary library, ProcessMode mode)
    : HostedSubject(name, library, "warm", mode: mode)
{
    private readonly Random _random = new(3);
    private readonly Dictionary<uint, double> _values = [];

    protected override void Automate(ParameterChangeList changes, int frames)
    {
        foreach (var parameter in Plugin.Parameters)
        {
            if (!parameter.Flags.HasFlag(ParameterFlags.CanAutomate) || parameter.Flags.HasFlag(ParameterFlags.IsBypass))
                continue;
            double value = Next(parameter, _values.GetValueOrDefault(parameter.Id, Plugin.GetNormalized(parameter.Id)));
            _values[parameter.Id] = value;
            _ = changes.For(parameter.Id).Add(_random.Next(frames), value);
        }
    }

    private double Next(HostedParameter parameter, double value)
    {
        if (parameter.StepCount == 0)
            return Math.Clamp(value + 0.2 * (_random.NextDouble() - 0.5), 0.0, 1.0);
        return _random.Next(10) == 0 ? (double)_random.Next(parameter.StepCount + 1) / parameter.StepCount : value;
    }
}
