using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Listening;

/// <summary>Hearing a track: its spectrum over all and over short windows, stereo, single precision, a second in blocks of 512.</summary>
internal sealed class TrackSubject(string name) : Subject(name, (int)EngineBands.SampleRate)
{
    private const int BlockFrames = 512;
    private readonly TrackSpectrum _track = new(EngineBands.SampleRate, 2);
    private readonly StereoNoise _noise = new((int)EngineBands.SampleRate);
    private float[] _left = [];
    private float[] _right = [];
    private double _heard;

    public override void Run()
    {
        for (int at = 0; at < Units; at += BlockFrames)
        {
            int count = Math.Min(BlockFrames, Units - at);
            _track.Push<float>(_left.AsSpan(at, count), _right.AsSpan(at, count));
        }
    }

    public override void Prepare()
    {
        if (_left.Length == 0)
        {
            _left = [.. _noise.Left.Select(x => (float)x)];
            _right = [.. _noise.Right.Select(x => (float)x)];
            Run();
        }

        _heard = _track.SecondsHeard;
    }

    public override void Check()
    {
        if (_track.SecondsHeard < _heard + 0.8)
            throw new InvalidOperationException($"{Name}: not a second was heard");
    }
}
