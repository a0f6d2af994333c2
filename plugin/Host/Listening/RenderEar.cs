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
    private readonly WordScorer _scorer;
    private readonly PluginLibrary _library;
    private readonly IReadOnlyDictionary<uint, double> _values;
    private readonly IReadOnlyList<SavedBand> _asked;
    private readonly AskedDirection _direction;
    private readonly float[] _curve;
    private double _adapt;

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
        _scorer = new WordScorer(model, vocabulary, []);
        _asked = DecodedBands.Of(library, state, values, adapt: 0);
        _curve = DecodedBands.CurveDb(_asked);
        _direction = new AskedDirection(model);
        _direction.Aim(_curve);
    }

    /// <summary>The measuring pass: listens to the whole track, and has the plug-in know it.</summary>
    /// <param name="plugin">Inactive; it is to render afterwards, with Freeze on.</param>
    /// <param name="track">The track, as heard.</param>
    public static void Teach(PluginInstance plugin, HeardTrack track)
    {
        if (track.SpectrumDb is { } spectrum)
            _ = plugin.LoadState(SavedState.WithTrack(plugin.SaveState(), spectrum, track.SecondsHeard));
    }

    /// <summary>
    /// Whether the track comes nearer to what is asked without fitting, which foresees what is heard from spectra, not from the gates' and
    /// the filters' ways with time. Then it is to be rendered without.
    /// </summary>
    /// <param name="before">The track.</param>
    /// <param name="render">Renders with that much of Adapt, and tells what came out.</param>
    public bool IsNearerWithout(float[] before, Func<double, float[]?> render)
    {
        if (!(_adapt > 0))
            return false;
        double Miss(float[]? after) => after is null ? 0 : Math.Abs(_direction.Change(before, after) - _direction.Asked);
        double fitted = Miss(render(_adapt));
        bool isNearer = fitted > 0 && Miss(render(0)) < fitted;
        _adapt = isNearer ? 0 : _adapt;
        return isNearer;
    }

    /// <summary>What came of it.</summary>
    /// <param name="state">The plug-in's, after the render.</param>
    /// <param name="before">What went in.</param>
    /// <param name="after">What came out.</param>
    public AskedAndHeard Compare(byte[] state, SignalAnalysis before, SignalAnalysis after)
    {
        bool isHeard = before.TrackSpectrumDb is not null && after.TrackSpectrumDb is not null;
        double? heard = isHeard ? _direction.Change(before.TrackSpectrumDb, after.TrackSpectrumDb) : null;
        double[]? from = _scorer.Score(before.TrackSpectrumDb), to = _scorer.Score(after.TrackSpectrumDb);
        double Change(int word) => to![word] - from![word];
        bool isAsked = _direction.Asked > Nothing;
        string remark = isAsked && heard is { } value ? new Remark(_model).Of(before.TrackSpectrumDb, _curve, value) : "";
        return new AskedAndHeard(
            _direction.Asked,
            heard,
            isAsked ? heard / _direction.Asked : null,
            remark.Length > 0 ? remark : null,
            100 * _adapt,
            _adapt > 0 ? Factors(state) : null,
            before.SecondsHeard,
            isHeard ? Largest(Enumerable.Range(0, from!.Length), Change).ToDictionary(word => _scorer.Words[word], Change) : null)
        {
            English = isHeard ? [.. Largest(_scorer.English, Change).Select(word => _scorer.Words[word])] : [],
        };
    }

    private double[] Factors(byte[] state)
    {
        var fitted = DecodedBands.Of(_library, state, _values, _adapt);
        return [.. _asked.Zip(fitted, (plain, band) => Math.Abs(plain.Db) > Nothing ? band.Db / plain.Db : 1)];
    }

    private static IEnumerable<int> Largest(IEnumerable<int> words, Func<int, double> change) => words.OrderByDescending(word => Math.Abs(change(word)));
}
