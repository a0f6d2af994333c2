using SemanticEq.Bench.Running;
using SemanticEq.Inference;

namespace SemanticEq.Bench.Listening;

/// <summary>What hearing costs, and fitting to what was heard, against the equaliser itself and a decode.</summary>
internal sealed class ListeningBenchmark : IBenchmark
{
    private const string Section = "listening";

    private readonly Subject _equaliser;
    private readonly Subject _twin;
    private readonly TrackSubject _track = new("hearing a second of stereo");
    private readonly FitSubject _fit;
    private readonly FitSubject _fitAll;

    /// <summary>Loads the model and the listener of a bundle.</summary>
    /// <param name="modelFolder">The newest model's.</param>
    /// <param name="equaliser">Eight bands at rest, in frames.</param>
    /// <param name="twin">A decode.</param>
    public ListeningBenchmark(string modelFolder, Subject equaliser, Subject twin)
    {
        (_equaliser, _twin) = (equaliser, twin);
        var model = ModelFolder.Load(modelFolder);
        var listener = ListenerModel.Load(ModelVersions.Newest(Path.Combine(Path.GetDirectoryName(modelFolder)!, "listeners")));
        _fit = new("fit, new bands", model, listener, isNewTrack: false);
        _fitAll = new("fit, new bands and track", model, listener, isNewTrack: true);
    }

    public IReadOnlyList<Subject> Subjects => [_track, _fit, _fitAll];

    public IEnumerable<Measurement> Measure(Timings timings) =>
    [
        new(Section, "ns_per_frame", "hearing a track", "ns/frame", timings.Nanoseconds(_track)),
        new(Section, "over_equaliser", "hearing a track / 8 bands still", "x", timings.Ratio(_track, _equaliser)),
        new(Section, "fit_us", "fitting new bands to a track", "us/fit", timings.Microseconds(_fit)),
        new(Section, "fit_track_us", "fitting new bands to a new track", "us/fit", timings.Microseconds(_fitAll)),
        new(Section, "fit_over_decode", "fitting new bands / decoding them", "x", timings.Ratio(_fit, _twin)),
    ];
}
