namespace SemanticEq.Plugin;

/// <summary>What has changed since the last look: each a part of the controls that is composed anew by itself.</summary>
[Flags]
internal enum ControlChanges
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Words, morph, variation, macros: what is decoded.</summary>
    Semantic = 1,

    /// <summary>The decode in force, Amount, trims, channel mode.</summary>
    Bands = 2,

    /// <summary>The user's own bands.</summary>
    OwnBands = 4,

    /// <summary>Bypass, dry compare, gains, the measuring of loudness.</summary>
    Output = 8,

    /// <summary>How far the bands are fitted to the track, and whether it is listened to.</summary>
    Adaptation = 16,
}

/// <summary>Which part of the controls each parameter belongs to.</summary>
internal static class ControlParts
{
    private static readonly ControlChanges[] Parts = [.. ParameterTable.All.Select(parameter => Of(parameter.Id))];

    /// <summary>The part of a parameter by its place in the table. Any thread, no allocation.</summary>
    public static ControlChanges At(int index) => Parts[index];

    private static ControlChanges Of(uint id) => id switch
    {
        ParameterId.Amount or ParameterId.ChannelMode => ControlChanges.Bands,
        >= ParameterId.WordA and <= ParameterId.Variation => ControlChanges.Semantic,
        >= ParameterId.Macro1 and < ParameterId.Adapt => ControlChanges.Semantic,
        ParameterId.Adapt or ParameterId.Freeze => ControlChanges.Adaptation,
        ParameterId.Bypass or ParameterId.DryCompare or ParameterId.OutputGain or ParameterId.AutoGain
            or ParameterId.MeasureLoudness => ControlChanges.Output,
        >= ParameterId.Band1On and < ParameterId.Own1On => ControlChanges.Bands,
        >= ParameterId.Own1On and < ParameterId.TwinDecodes => ControlChanges.OwnBands,
        _ => ControlChanges.None,
    };
}
