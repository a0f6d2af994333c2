using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Listening;

/// <summary>Holds what a render's words ask for against what is heard, and fits the plug-in to the track before.</summary>
internal sealed class RenderEar
{
    // Less than what anyone could call a change.
    private const double Nothing = 1e-6;

    private readonly ListenerModel _model;
    private readonly PluginLibrary _library;
    private readonly IReadOnlyDictionary<uint, double> _values;
    private readonly IReadOnlyList<SavedBand> _asked;
    private readonly double _adapt;
    private readonly HashSet<string> _foreign;

    /// <summary>Asks the plug-in what the settings ask for.</summary>
    /// <param name="model">The listener.</param>
    /// <param name="vocabulary">Says of what language words are; null where it can't.</param>
    /// <param name="library">The plug-in.</param>
    /// <param name="state">A state that has the typed phrases.</param>
    /// <param name="values">What is set, 0 to 1, by parameter.</param>
    /// <param name="adapt">How much the bands are to be fitted, 0 to 1.</param>
    public RenderEar(ListenerModel model, Vocabulary? vocabulary, PluginLibrary library, byte[] state, IReadOnlyDictionary<uint, double> values, double adapt)
    {
        (_model, _library, _values, _adapt) = (model, library, values, adapt);
        _foreign = [.. (vocabulary?.Words ?? []).Where(word => word.Language != "en").Select(word => word.Word)];
        _asked = DecodedBands.Of(library, state, values, adapt: 0);
    }

    /// <summary>The measuring pass: listens to the whole track, and has the plug-in know it.</summary>
    /// <param name="plugin">Inactive; it is to render afterwards, with Freeze on.</param>
    /// <param name="track">The track, as heard.</param>
    public static void Teach(PluginInstance plugin, HeardTrack track)
    {
        if (track.SpectrumDb is { } spectrum)
            _ = plugin.LoadState(SavedState.WithTrack(plugin.SaveState(), spectrum, track.SecondsHeard));
    }

    /// <summary>What came of it.</summary>
    /// <param name="state">The plug-in's, after the render.</param>
    /// <param name="before">What went in.</param>
    /// <param name="after">What came out.</param>
    public AskedAndHeard Compare(byte[] state, SignalAnalysis before, SignalAnalysis after)
    {
        float[] curve = DecodedBands.CurveDb(_asked);
        var direction = new AskedDirection(_model);
        direction.Aim(curve);
        bool isHeard = before.TrackSpectrumDb is not null && after.TrackSpectrumDb is not null;
        double? heard = isHeard ? direction.Change(before.TrackSpectrumDb, after.TrackSpectrumDb) : null;
        var changes = isHeard ? Changes(before.TrackSpectrumDb!, after.TrackSpectrumDb!) : null;
        bool isAsked = direction.Asked > Nothing;
        string remark = isAsked && heard is { } value ? new Remark(_model).Of(before.TrackSpectrumDb, curve, value) : "";
        return new AskedAndHeard(
            direction.Asked,
            heard,
            isAsked ? heard / direction.Asked : null,
            remark.Length > 0 ? remark : null,
            100 * _adapt,
            _adapt > 0 ? Factors(state) : null,
            before.SecondsHeard,
            changes)
        {
            English = [.. (changes?.Keys ?? Enumerable.Empty<string>()).Where(word => !_foreign.Contains(word))],
        };
    }

    private double[] Factors(byte[] state)
    {
        var fitted = DecodedBands.Of(_library, state, _values, _adapt);
        return [.. _asked.Zip(fitted, (plain, band) => Math.Abs(plain.Db) > Nothing ? band.Db / plain.Db : 1)];
    }

    private Dictionary<string, double> Changes(float[] before, float[] after)
    {
        var listener = new Listener(_model);
        float[] from = new float[_model.Words.Count], to = new float[_model.Words.Count];
        listener.Score(before, from);
        listener.Score(after, to);
        return Enumerable.Range(0, to.Length).OrderByDescending(i => Math.Abs(to[i] - from[i])).ToDictionary(i => _model.Words[i], i => (double)to[i] - from[i]);
    }
}
