namespace SemanticEq.Bench.Lv2;

/// <summary>An installed LV2 plug-in; valid as long as its <see cref="Lv2World"/>.</summary>
/// <param name="Handle">lilv's.</param>
/// <param name="Ports">Its ports by index.</param>
internal sealed record Lv2Plugin(nint Handle, IReadOnlyList<Lv2Port> Ports);
