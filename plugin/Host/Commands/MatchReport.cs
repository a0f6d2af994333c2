using System.Globalization;
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
    /// <param name="reference">The file.</param>
    /// <param name="referenceDb">Its spectrum as a track's; null where there is none.</param>
    /// <param name="before">The input.</param>
    /// <param name="after">What was rendered.</param>
    public static MatchReport? Of(string reference, float[]? referenceDb, SignalAnalysis before, SignalAnalysis after)
    {
        if (before.TrackSpectrumDb is not { } from || after.TrackSpectrumDb is not { } result || referenceDb is not { } to || MatchCurve.Between(from, to) is not { } curve)
            return null;
        return new MatchReport(reference, curve.DistanceDb(from, to), curve.DistanceDb(result, to));
    }

    /// <summary>For people.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"from {Reference}, level aside: {BeforeDb:0.0} dB apart before, {AfterDb:0.0} dB after (RMS)");
}
