using System.Text.Json.Serialization;

namespace SemanticEq.Host.Listening;

/// <summary>
/// What was asked of a track and what is heard of it. In the listener's unit: 1 is what a word of middling strength at 100 % does to an average recording.
/// </summary>
/// <param name="Asked">How far words, morph, macros and amount would move an average recording.</param>
/// <param name="Heard">How far this track went that way, with all that was done to it; null where there is nothing to hear.</param>
/// <param name="Share">Heard over asked; null where nothing is asked or heard.</param>
/// <param name="Remark">An honest line where the track can't be made so; null for none.</param>
/// <param name="Adapt">How much the bands were fitted to the track, in percent.</param>
/// <param name="Factors">What became of the eight gains by fitting, each by its word's own: 0 to 1.5; null without Adapt.</param>
/// <param name="SecondsHeard">How much of the track was heard, silence left out.</param>
/// <param name="Changes">How far each of the listener's words moved, the most first; null where there is nothing to hear.</param>
internal sealed record AskedAndHeard(
    double Asked, double? Heard, double? Share, string? Remark, double Adapt, IReadOnlyList<double>? Factors, double SecondsHeard, IReadOnlyDictionary<string, double>? Changes)
{
    /// <summary>What is asked for, as it was asked.</summary>
    [JsonIgnore]
    public string What { get; init; } = "";

    /// <summary>The English ones of <see cref="Changes"/>: people are not told the same again in other languages.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> English { get; init; } = [];
}
