using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>One parameter of the table: everything that hosts, text, state, docs and tests know of it comes from here.</summary>
/// <param name="Id">Stable for ever, never reused.</param>
/// <param name="Title">The full name.</param>
/// <param name="ShortTitle">For narrow displays.</param>
/// <param name="Min">Lowest plain value.</param>
/// <param name="Max">Highest plain value.</param>
/// <param name="Default">Plain.</param>
/// <param name="Scale">From plain to 0–1.</param>
/// <param name="Text">How its values are written and read.</param>
/// <param name="Flags">VST3's flags.</param>
public sealed record Parameter(
    uint Id, string Title, string ShortTitle, double Min, double Max, double Default, ParameterScale Scale, ParameterText Text,
    ParameterFlags Flags = ParameterFlags.CanAutomate)
{
    /// <summary>Plain to normalised; held in range, and the default for what is not a number.</summary>
    public double ToNormalized(double plain)
    {
        plain = double.IsNaN(plain) ? Default : Math.Clamp(plain, Min, Max);
        return Scale == ParameterScale.Logarithmic
            ? Math.Log(plain / Min) / Math.Log(Max / Min)
            : (plain - Min) / (Max - Min);
    }

    /// <summary>Normalised to plain; held in range. Allocation-free: the audio thread calls it.</summary>
    public double ToPlain(double normalized)
    {
        double n = double.IsNaN(normalized) ? ToNormalized(Default) : Math.Clamp(normalized, 0.0, 1.0);
        return Scale switch
        {
            ParameterScale.Logarithmic => Math.Clamp(Min * Math.Pow(Max / Min, n), Min, Max),
            // VST3's rule for discrete values (Steinberg, "Parameters and automation"): equal shares of 0 to 1 for each step.
            ParameterScale.Steps => Min + Math.Min(Max - Min, Math.Floor(n * (Max - Min + 1))),
            _ => Min + (n * (Max - Min)),
        };
    }

    /// <summary>What a host is told.</summary>
    public ParameterDescription Describe() => new(
        Id, Title, ShortTitle, Text.Unit, Scale == ParameterScale.Steps ? (int)(Max - Min) : 0, ToNormalized(Default), Flags);
}
