using SemanticEq.Dsp;

namespace SemanticEq.Ui.Editor;

/// <summary>One of the decoder's bands, edited by trims on what the word asks for.</summary>
internal sealed class TrimmedBandEdit(IEditorModel model, int index) : BandEdit(model, index)
{
    private readonly TrimControls _trims = model.Trims[index];

    /// <inheritdoc/>
    public override bool IsOwn => false;

    /// <inheritdoc/>
    public override string Name { get; } = $"Band {index + 1}";

    /// <inheritdoc/>
    public override IControl On => _trims.On;

    /// <inheritdoc/>
    public override IControl Frequency => _trims.Frequency;

    /// <inheritdoc/>
    public override IControl Gain => _trims.Gain;

    /// <inheritdoc/>
    public override IControl Q => _trims.Q;

    /// <inheritdoc/>
    protected override Band Shape => Untrimmed;

    private Band Untrimmed => Model.Playing.Untrimmed[Index];

    /// <inheritdoc/>
    public override double FrequencyValue(double frequencyHz) =>
        Frequency.ToNormalized(Math.Log2(Math.Max(frequencyHz, 1) / Untrimmed.FrequencyHz));

    /// <inheritdoc/>
    public override double FrequencyHz(double value) => Untrimmed.FrequencyHz * Math.Pow(2, Frequency.ToPlain(value));

    /// <inheritdoc/>
    public override double GainValue(double gainDb) => Gain.ToNormalized(gainDb - Untrimmed.GainDb);

    /// <inheritdoc/>
    public override double GainDb(double value) => Untrimmed.GainDb + Gain.ToPlain(value);

    /// <inheritdoc/>
    public override double QValue(double q) => Q.ToNormalized(q / Untrimmed.Q);

    /// <inheritdoc/>
    public override double QAt(double value) => Untrimmed.Q * Q.ToPlain(value);

    /// <inheritdoc/>
    public override void Reset()
    {
        Model.BeginGroup(Name);
        Frequency.SetOnce(Frequency.Default);
        Gain.SetOnce(Gain.Default);
        Q.SetOnce(Q.Default);
        Model.EndGroup();
    }

    /// <inheritdoc/>
    public override void Remove() => Reset();
}
