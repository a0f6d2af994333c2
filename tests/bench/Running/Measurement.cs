namespace SemanticEq.Bench.Running;

/// <summary>One figure of the report.</summary>
/// <param name="Section">The JSON object that it is in.</param>
/// <param name="Key">Its key there; stable, for others read it.</param>
/// <param name="Name">As in the table.</param>
/// <param name="Unit">For example ns or x; x is a ratio.</param>
/// <param name="Value">The figure.</param>
internal sealed record Measurement(string Section, string Key, string Name, string Unit, Spread Value);
