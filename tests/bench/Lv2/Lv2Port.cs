namespace SemanticEq.Bench.Lv2;

/// <summary>What goes through a port.</summary>
internal enum Lv2PortKind
{
    /// <summary>Samples.</summary>
    Audio,

    /// <summary>One number.</summary>
    Control,

    /// <summary>Events, for windows mostly.</summary>
    Atom,

    /// <summary>Something that this host leaves unconnected.</summary>
    Other,
}

/// <summary>A port of a plug-in.</summary>
/// <param name="Index">What the plug-in counts it as.</param>
/// <param name="Symbol">Its stable name.</param>
/// <param name="Kind">What goes through it.</param>
/// <param name="IsInput">Whether it goes in.</param>
/// <param name="Minimum">A control's least value; NaN for none.</param>
/// <param name="Maximum">A control's greatest value; NaN for none.</param>
/// <param name="Default">What a control starts at; 0 where nothing is said.</param>
internal sealed record Lv2Port(uint Index, string Symbol, Lv2PortKind Kind, bool IsInput, float Minimum, float Maximum, float Default);
