using SemanticEq.Dsp;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>From the live values to a session's state, and back. Main thread, also while processing.</summary>
internal static class SessionSnapshot
{
    /// <summary>The state of these values, with the bands that they decode to.</summary>
    /// <param name="newest">The values.</param>
    /// <param name="model">The model that plays them; null where the bands of the session that was loaded play on.</param>
    /// <param name="phrases">The typed phrases.</param>
    /// <param name="loaded">That session, or null. Without a model what it says of its model and words is handed on, for a machine that
    /// has them.</param>
    /// <param name="loudness">The track's loudness as measured, or null.</param>
    /// <param name="track">What is known of the track.</param>
    public static SessionState Take(
        ParameterValues newest, BundledModel? model, TypedPhrases phrases, SessionState? loaded, LoudnessSpectrum? loudness, LearntTrack track)
    {
        // As they are kept: what they decode to is then the same, to the bit, when the session is opened and saved again.
        double[] plain = Array.ConvertAll(newest.ToPlain(), SessionState.Rounded);
        var frame = SemanticControls.Frame(plain);
        float[] decode = model == null ? loaded?.SoundDecode() ?? FlatDecode.Make() : Decode(model, frame, phrases.Places(model));
        return new SessionState
        {
            Plugin = typeof(SessionSnapshot).Assembly.GetName().Version!.ToString(3),
            Model = model == null ? loaded?.Model : model.Folder.Version,
            ModelHash = model == null ? loaded?.ModelHash : model.Folder.Hash,
            Values = SessionState.ValuesOf(newest),
            WordA = model == null ? loaded?.WordA : model.Vocabulary.At(frame.WordA)?.Word,
            WordB = model == null ? loaded?.WordB : model.Vocabulary.At(frame.WordB)?.Word,
            PhraseA = phrases[0],
            PhraseB = phrases[1],
            Decoded = decode,
            Bands = Bands(plain, decode, track),
            Loudness = LoudnessText.Write(loudness),
            Track = LearntTrackText.Write(track, track.IsKnown ? BundledListener.Newest?.Version : null),
        };
    }

    /// <summary>A state's normalised values, in the table's order.</summary>
    public static double[] ValuesOf(SessionState session) => [.. ParameterTable.All.Select(session.Normalized)];

    private static float[] Decode(BundledModel model, in ControlFrame frame, TypedPlaces typed)
    {
        float[] z = new float[DecoderShape.Latent];
        float[] decode = new float[DecoderShape.Output];
        LatentPlace.Locate(model.Vocabulary, frame, z, typed);
        new DecoderTwin(model.Folder).Decode(z, decode);
        return decode;
    }

    private static ReadOnlySpan<float> Fitted(double[] plain, float[] decode, LearntTrack track)
    {
        if (!FittedDecode.IsAsked(plain))
            return decode;
        var fitted = new FittedDecode(BundledListener.Newest);
        _ = fitted.Ask(plain, decode);
        fitted.Fit(track);
        return fitted.Apply(plain, decode);
    }

    private static SessionState.BandEntry[] Bands(double[] plain, float[] decode, LearntTrack track)
    {
        var targets = new EqualiserTargets();
        BandPlan.Compose(plain, Fitted(plain, decode, track), targets.DecoderLog2Hz, targets.DecoderGainDb, targets.DecoderLog2Q);
        return [.. Enumerable.Range(0, DecoderShape.Bands).Select(targets.DecoderBand)
            .Select(band => new SessionState.BandEntry(BandTypes.Name(band.Type), band.FrequencyHz, band.GainDb, band.Q))];
    }
}
