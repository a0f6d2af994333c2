namespace SemanticEq.Plugin;

/// <summary>The preset that was loaded or saved last, and what it was then: whether something was changed since is seen by that.</summary>
/// <param name="Key">What tells it from others.</param>
/// <param name="Settings">As it was loaded; null before it was read, as in a session just loaded.</param>
internal sealed record LoadedPreset(string Key, EffectSettings? Settings);
