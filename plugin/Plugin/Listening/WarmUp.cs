using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>Listens and fits once, so that what the runtime makes at a class's first use is made before anything plays. Main thread.</summary>
internal static class WarmUp
{
    private const double SampleRate = 8000.0;
    private const int Seconds = 2;
    private static bool _isDone;

    /// <summary>The first call in a process does it: some milliseconds.</summary>
    public static void Once(ListenerModel model)
    {
        if (_isDone)
            return;
        _isDone = true;
        var random = new Random(1);
        float[] noise = [.. Enumerable.Range(0, (int)SampleRate * Seconds).Select(_ => random.NextSingle() - 0.5f)];
        var learner = new TrackLearner(SampleRate, 2);
        learner.Push<float>(noise, noise);
        var track = new LearntTrack();
        _ = learner.TryRead(track.LevelFreeDb);
        track.Seconds = learner.SecondsHeard;
        learner.Resume(track);
        Fit(model, track);
    }

    private static void Fit(ListenerModel model, LearntTrack track)
    {
        const float GainDb = 6f;
        double[] plain = new ParameterValues().ToPlain();
        plain[ParameterTable.IndexOf(ParameterId.Adapt)] = 100.0;
        float[] decode = FlatDecode.Make();
        for (int band = 0; band < DecoderShape.Bands; band += 2)
            decode[(3 * band) + 1] = GainDb;
        var fitted = new FittedDecode(model);
        _ = fitted.Ask(plain, decode);
        fitted.Fit(track);
        _ = fitted.Weigh(plain, track);
        _ = fitted.Apply(plain, decode);
    }
}
