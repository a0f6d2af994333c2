using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>Measuring a track's loudness: stereo, 64 samples at a time.</summary>
internal sealed class LoudnessMeterSubject(string name) : Subject(name, EngineBands.RunFrames)
{
    private const int BlockFrames = 64;
    private readonly LoudnessSpectrumMeter _meter = new(EngineBands.SampleRate);
    private readonly StereoNoise _noise = new(EngineBands.RunFrames);
    private double _heard;

    public override void Run()
    {
        for (int at = 0; at < Units; at += BlockFrames)
            _meter.Push<double>(_noise.Left.AsSpan(at, BlockFrames), _noise.Right.AsSpan(at, BlockFrames));
    }

    public override void Prepare()
    {
        // Of the first 400 ms nothing can be told yet.
        while (_meter.SecondsHeard == 0.0)
            _meter.Push<double>(_noise.Left, _noise.Right);
        _heard = _meter.SecondsHeard;
    }

    public override void Check()
    {
        if (_meter.SecondsHeard == _heard)
            throw new InvalidOperationException($"{Name}: nothing was heard");
    }
}
