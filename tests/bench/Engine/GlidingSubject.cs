using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>
/// The engine with all eight bands under way all the time, the setting of their coefficients included: a new aim each block of
/// 512 frames (11 ms), while a glide lasts 20.
/// </summary>
internal sealed class GlidingSubject : InPlaceSubject<float>
{
    private readonly Equaliser _equaliser = new();
    private EqualiserTargets _aim = EngineBands.Targets(EngineBands.Decoder);
    private EqualiserTargets _other = EngineBands.Targets(EngineBands.DecoderElsewhere);

    public GlidingSubject(string name) : base(name, 512)
    {
        _equaliser.Prepare(EngineBands.SampleRate);
        _equaliser.Snap(_aim);
    }

    public override void Check() => Require(!_equaliser.IsStill && PowerChange != 1.0, "it has come to rest");

    protected override void Process(Span<float> left, Span<float> right)
    {
        (_aim, _other) = (_other, _aim);
        for (int at = 0; at < left.Length; at += Equaliser.SegmentSamples)
        {
            _equaliser.BeginSegment(_aim);
            _equaliser.Process(left.Slice(at, Equaliser.SegmentSamples), right.Slice(at, Equaliser.SegmentSamples));
        }
    }
}
