using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>The engine at rest on its targets, in blocks of any length, single precision.</summary>
internal sealed class StillSubject : InPlaceSubject<float>
{
    private readonly Equaliser _equaliser = new();
    private readonly EqualiserTargets _targets;

    public StillSubject(string name, EqualiserTargets targets, int blockFrames) : base(name, blockFrames)
    {
        _targets = targets;
        _equaliser.Prepare(EngineBands.SampleRate);
        _equaliser.Snap(targets);
    }

    public override void Check()
    {
        bool isFlat = _targets.SameAs(new EqualiserTargets());
        Require(_equaliser.IsStillAt(_targets), "it moves");
        Require(isFlat == (PowerChange == 1.0), isFlat ? "it is not flat" : "it changes nothing");
    }

    protected override void Process(Span<float> left, Span<float> right) => _equaliser.Process(left, right);
}
