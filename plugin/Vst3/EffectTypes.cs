namespace SemanticEq.Vst3;

/// <summary>Input or output, with VST3's numbers.</summary>
public enum BusDirection
{
    /// <summary>Into the plug-in.</summary>
    Input = 0,

    /// <summary>Out of the plug-in.</summary>
    Output = 1,
}

/// <summary>An audio bus.</summary>
/// <param name="Direction">Input or output.</param>
/// <param name="Name">As hosts show it.</param>
/// <param name="DefaultChannels">1 or 2.</param>
/// <param name="IsAux">A side-chain; aux buses are off until a host activates them.</param>
public sealed record AudioBus(BusDirection Direction, string Name, int DefaultChannels, bool IsAux = false);

/// <summary>VST3's ParameterInfo flags, those that are used.</summary>
[Flags]
public enum ParameterFlags
{
    /// <summary>Neither automated nor shown in a special way.</summary>
    None = 0,

    /// <summary>A host may automate it.</summary>
    CanAutomate = 1 << 0,

    /// <summary>Only the plug-in changes it (a meter or counter).</summary>
    IsReadOnly = 1 << 1,

    /// <summary>A list of named values.</summary>
    IsList = 1 << 3,

    /// <summary>Not shown to users by hosts.</summary>
    IsHidden = 1 << 4,

    /// <summary>The bypass switch.</summary>
    IsBypass = 1 << 16,
}

/// <summary>What a host is told of one parameter.</summary>
/// <param name="Id">Stable for ever.</param>
/// <param name="Title">Full name.</param>
/// <param name="ShortTitle">At most 8 characters or so.</param>
/// <param name="Unit">As shown after a value, for example dB; may be empty.</param>
/// <param name="StepCount">0 continuous, 1 a switch, n for n + 1 values.</param>
/// <param name="DefaultNormalized">0 to 1.</param>
/// <param name="Flags">VST3's flags.</param>
public sealed record ParameterDescription(
    uint Id, string Title, string ShortTitle, string Unit, int StepCount, double DefaultNormalized, ParameterFlags Flags);

/// <summary>A unit of VST3: a list parameter, whose values a host may show as programs.</summary>
/// <param name="Id">Above 0, and stable for ever; its program list has the same one.</param>
/// <param name="Name">As hosts show it.</param>
/// <param name="ListName">The name of its list of programs.</param>
/// <param name="Parameter">The parameter that belongs to it.</param>
public sealed record ProgramUnit(int Id, string Name, string ListName, uint Parameter);

/// <summary>VST3's process modes, by its numbers.</summary>
public enum ProcessMode
{
    /// <summary>Live.</summary>
    Realtime = 0,

    /// <summary>Live but perhaps in bursts, ahead of time.</summary>
    Prefetch = 1,

    /// <summary>Not live: the processor may wait.</summary>
    Offline = 2,
}

/// <summary>VST3's ProcessSetup.</summary>
/// <param name="Mode">Live or offline.</param>
/// <param name="IsDouble">64-bit sample buffers.</param>
/// <param name="MaxBlockSamples">The longest block to come, as the host promises; some bring longer ones.</param>
/// <param name="SampleRate">In Hz.</param>
public readonly record struct ProcessSetup(ProcessMode Mode, bool IsDouble, int MaxBlockSamples, double SampleRate);

/// <summary>What the plug-in may tell its host. Main thread only.</summary>
public interface IEffectHost
{
    /// <summary>A user starts to change a parameter.</summary>
    void BeginEdit(uint id);

    /// <summary>A user's value, 0 to 1.</summary>
    void PerformEdit(uint id, double normalized);

    /// <summary>A user has let go.</summary>
    void EndEdit(uint id);

    /// <summary>The edits up to <see cref="EndGroup"/> are one step for the host's undo (IComponentHandler2); silent where it knows none.</summary>
    void BeginGroup();

    /// <summary>Ends <see cref="BeginGroup"/>.</summary>
    void EndGroup();

    /// <summary>Something that the state holds but no parameter does has changed: the session is to be saved (IComponentHandler2).</summary>
    void StateChanged();

    /// <summary>Names in a unit's list of programs have changed (IUnitHandler); silent where the host has none.</summary>
    /// <param name="unit">A <see cref="ProgramUnit.Id"/>.</param>
    /// <param name="program">The program from 0, or −1 for all.</param>
    void ProgramNamesChanged(int unit, int program);

    /// <summary>Parameter values have changed by other means (a state was loaded, say).</summary>
    void ParameterValuesChanged();
}

/// <summary>The class that a module offers to hosts.</summary>
/// <param name="ClassId">Stable for ever: it is how sessions find the plug-in.</param>
/// <param name="Name">As hosts list it.</param>
/// <param name="Vendor">Who made it.</param>
/// <param name="Url">Home page; may be empty.</param>
/// <param name="Email">Contact; may be empty.</param>
/// <param name="Version">For example 0.1.0.</param>
/// <param name="SubCategories">VST3's categories, for example <c>Fx|EQ</c>.</param>
/// <param name="Create">Makes an instance. Main thread.</param>
public sealed record PluginDescription(
    Guid ClassId, string Name, string Vendor, string Url, string Email, string Version, string SubCategories, Func<Effect> Create);
