using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>The loudness estimate over pink noise of eight bands; the audio thread makes it whenever targets change.</summary>
internal sealed class LoudnessSubject(string name) : Subject(name, 8)
{
    private readonly LoudnessChange _loudness = new();
    private readonly EqualiserTargets _targets = EngineBands.Targets(EngineBands.Decoder);
    private double _changeDb;

    public override void Run()
    {
        for (int i = 0; i < Units; i++)
            _changeDb = _loudness.ChangeDb(_targets);
    }

    public override void Check()
    {
        if (!double.IsFinite(_changeDb) || _changeDb == 0.0)
            throw new InvalidOperationException($"{Name}: {_changeDb} dB");
    }
}
