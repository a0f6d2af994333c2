using SemanticEq.Vst3;

namespace SemanticEq.Host.Hosting;

/// <summary>A parameter as the plug-in's binary describes it.</summary>
/// <param name="Id">Stable for ever.</param>
/// <param name="Title">Full name.</param>
/// <param name="ShortTitle">Short name.</param>
/// <param name="Unit">For example dB; may be empty.</param>
/// <param name="StepCount">0 continuous, 1 a switch, n for n + 1 values.</param>
/// <param name="DefaultNormalized">0 to 1.</param>
/// <param name="Flags">VST3's flags.</param>
public sealed record HostedParameter(
    uint Id, string Title, string ShortTitle, string Unit, int StepCount, double DefaultNormalized, ParameterFlags Flags);
