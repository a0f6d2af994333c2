using SemanticEq.Dsp;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Pictures;

/// <summary>What a picture of an equaliser shows. Only the title is needed; what is left out leaves no trace.</summary>
public sealed record EqPictureData
{
    /// <summary>The first line, for example "warm, 100 %". Cut to one line.</summary>
    public required string Title { get; init; }

    /// <summary>The second line, for example the file's name and its loudness before and after. Cut to one line.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The equaliser's gain as played.</summary>
    public FrequencyTrace Curve { get; init; } = FrequencyTrace.Empty;

    /// <summary>How far people's settings lie around the curve, in dB to either side, for each of the curve's points; or
    /// empty.</summary>
    public ReadOnlyMemory<double> SpreadDb { get; init; }

    /// <summary>The bands, in the order of their numbers.</summary>
    public IReadOnlyList<PictureBand> Bands { get; init; } = [];

    /// <summary>The spectrum of what went in, already smoothed.</summary>
    public FrequencyTrace? Before { get; init; }

    /// <summary>The spectrum of what came out, smoothed alike.</summary>
    public FrequencyTrace? After { get; init; }
}

/// <summary>A band and what it does alone.</summary>
/// <param name="Band">Its settings.</param>
/// <param name="Response">Its own gain over frequency; null draws its node only.</param>
public sealed record PictureBand(Band Band, FrequencyTrace? Response = null);
