using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>What can be matched as of now: the side-chain, where a host has switched it on and enough of both sounds was heard. Main thread.</summary>
/// <param name="listening">Who hears.</param>
internal sealed class SideChainMatch(TrackListening listening)
{
    /// <summary>Of less, a single note would count as a sound's balance.</summary>
    public const double LeastSeconds = 3.0;

    /// <summary>Whether a host has switched the side-chain on. Allocates nothing.</summary>
    public bool IsOn => listening.Pair != null;

    /// <summary>Why nothing can be matched yet, and what to do, for people; null where it can.</summary>
    public string? Problem
    {
        get
        {
            if (listening.Pair is not { Newest: var heard })
                return "The side-chain input is off. Switch it on in your host, send it the sound to match, and play both.";
            if (heard.SideChainSeconds == 0.0)
                return "Nothing is heard on the side-chain yet. Send it the sound to match, and play.";
            if (Math.Min(heard.SideChainSeconds, heard.TrackSeconds) >= LeastSeconds)
                return null;
            return $"Match needs 3 s of both. Heard so far: {Seconds(heard.SideChainSeconds)} of the side-chain, {Seconds(heard.TrackSeconds)} of this track.";
        }
    }

    /// <summary>The phrase by which this track is like the side-chain. Allocates; some ten milliseconds.</summary>
    /// <returns>Null where <see cref="Problem"/> says why, or where the two have next to nothing in common.</returns>
    public PhraseReading? Read(ModelFolder model) =>
        Problem is null && listening.Pair is { Newest: var heard } ? MatchPhrase.Read(model, Kept(heard.TrackDb, heard.SideChainDb)) : null;

    /// <summary>Two spectra as a session keeps them: what is fitted anew from a session is the same.</summary>
    public static SoundPair Kept(ReadOnlySpan<float> fromDb, ReadOnlySpan<float> toDb) => new(Rounded(fromDb), Rounded(toDb));

    private static float[] Rounded(ReadOnlySpan<float> spectrumDb)
    {
        float[] rounded = spectrumDb.ToArray();
        foreach (ref float db in rounded.AsSpan())
            db = MathF.Round(db, 2);
        return rounded;
    }

    private static string Seconds(double seconds) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds:0.#} s");
}
