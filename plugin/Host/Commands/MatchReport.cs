using System.Globalization;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Listening;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <summary>What <c>--match</c> came to: how far input and output are from the reference, whatever their levels, where both are heard.</summary>
/// <param name="Reference">The file.</param>
/// <param name="BeforeDb">In dB RMS.</param>
/// <param name="AfterDb">The same of what was rendered.</param>
internal sealed record MatchReport(string Reference, double BeforeDb, double AfterDb)
{
    /// <summary>Compares; null where there is too little to hear.</summary>
    public static MatchReport? Of(string reference, SignalAnalysis before, SignalAnalysis after, CancellationToken cancellation)
    {
        using var reader = AudioReader.Open(reference, "--match");
        var track = ProgressBar.Run("comparing", reader.Frames, progress => FileListener.Listen(reference, reader, new WindowLength(3, 1), progress, cancellation));
        if (before.TrackSpectrumDb is not { } from || after.TrackSpectrumDb is not { } result || track.SpectrumDb is not { } to || MatchCurve.Between(from, to) is not { } curve)
            return null;
        return new MatchReport(reference, curve.DistanceDb(from, to), curve.DistanceDb(result, to));
    }

    /// <summary>For people.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"from {Reference}, level aside: {BeforeDb:0.0} dB apart before, {AfterDb:0.0} dB after (RMS)");
}
