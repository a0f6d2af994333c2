using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>The engine at rest on samples of any level, flushing denormals as the plug-in has it; silence with its tail over, too.</summary>
internal sealed class QuietSubject : InPlaceSubject<float>
{
    private readonly Equaliser _equaliser = new();
    private readonly double _level;

    public QuietSubject(string name, double level) : base(name, 512, level)
    {
        _level = level;
        _equaliser.Prepare(EngineBands.SampleRate);
        _equaliser.Snap(EngineBands.Targets(EngineBands.Decoder));
    }

    public override void Check() => Require(_level == 0.0 ? Peak == 0.0 : Peak <= 4.0 * _level, $"it comes out at {Peak}");

    public override void Run()
    {
        using (FlushToZero.Enter())
            base.Run();
    }

    protected override void Process(Span<float> left, Span<float> right) => _equaliser.Process(left, right);
}
