using SemanticEq.Bench.Decoder;
using SemanticEq.Bench.Running;
using SemanticEq.Inference;

namespace SemanticEq.Bench.Listening;

/// <summary>Fitting bands to a track: other bands each time, and another track too where that is asked.</summary>
internal sealed class FitSubject : Subject
{
    private const int Calls = 32;
    private readonly TrackFit _fit;
    private readonly float[] _bands = new float[Calls * DecoderShape.Output];
    private readonly float[] _tracks = new float[Calls * ListenerModel.Points];
    private readonly double[] _factors = new double[DecoderShape.Bands];
    private readonly bool _isNewTrack;
    private int _moved;

    /// <summary>By a model and a listener.</summary>
    public FitSubject(string name, ModelFolder model, ListenerModel listener, bool isNewTrack)
        : base(name, Calls)
    {
        _fit = new TrackFit(listener);
        _isNewTrack = isNewTrack;
        var twin = new DecoderTwin(model);
        float[] places = WordLatents.Rows(model, Calls);
        var random = new Random(1);
        for (int i = 0; i < Calls; i++)
        {
            twin.Decode(places.AsSpan(i * DecoderShape.Latent, DecoderShape.Latent), _bands.AsSpan(i * DecoderShape.Output, DecoderShape.Output));
            double slope = (12.0 * random.NextDouble()) - 9.0;
            for (int k = 0; k < ListenerModel.Points; k++)
                _tracks[(i * ListenerModel.Points) + k] = (float)((slope * k / 6.3) + (4.0 * random.NextDouble()));
        }
    }

    public override void Run()
    {
        _moved = 0;
        for (int i = 0; i < Calls; i++)
        {
            int track = _isNewTrack ? i : 0;
            _fit.Fit(_tracks.AsSpan(track * ListenerModel.Points, ListenerModel.Points), _bands.AsSpan(i * DecoderShape.Output, DecoderShape.Output), _factors);
            _moved += _fit.HeardFitted != _fit.HeardPlain ? 1 : 0;
        }
    }

    public override void Check()
    {
        if (_moved < Calls / 2)
            throw new InvalidOperationException($"{Name}: {_moved} of {Calls} were fitted");
    }
}
