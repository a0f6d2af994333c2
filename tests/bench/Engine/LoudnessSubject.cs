using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>The loudness estimate of eight bands, all of them other ones each time, as while a word glides into another.</summary>
internal sealed class LoudnessSubject : Subject
{
    private readonly LoudnessChange _loudness = new();
    private readonly EqualiserTargets[] _targets = [EngineBands.Targets(EngineBands.Decoder), EngineBands.Targets(EngineBands.DecoderElsewhere)];
    private double _changeDb;

    /// <param name="name">As in the table.</param>
    /// <param name="isMeasured">Whether a measured track, of noise that fades, stands in the place of pink noise.</param>
    public LoudnessSubject(string name, bool isMeasured)
        : base(name, 16)
    {
        if (isMeasured)
            _loudness.Use(Fading());
    }

    public override void Run()
    {
        for (int i = 0; i < Units; i++)
            _changeDb = _loudness.ChangeDb(_targets[i % 2]);
    }

    public override void Check()
    {
        if (!double.IsFinite(_changeDb) || _changeDb == 0.0)
            throw new InvalidOperationException($"{Name}: {_changeDb} dB");
    }

    // As many classes of loudness as there may be.
    private static LoudnessSpectrum Fading()
    {
        const int Seconds = 12;
        double[] samples = new double[(int)(Seconds * EngineBands.SampleRate)];
        var random = new Random(1);
        for (int i = 0; i < samples.Length; i++)
            samples[i] = Math.Exp(-5.0 * i / samples.Length) * (random.NextDouble() - 0.5);
        var meter = new LoudnessSpectrumMeter(EngineBands.SampleRate);
        meter.Push<double>(samples, samples);
        var spectrum = new LoudnessSpectrum();
        return meter.TryRead(spectrum) ? spectrum : throw new InvalidOperationException("noise was not measured");
    }
}
