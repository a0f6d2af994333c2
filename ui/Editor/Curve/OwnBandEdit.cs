using SemanticEq.Dsp;

namespace SemanticEq.Ui.Editor;

/// <summary>One of the user's own bands.</summary>
internal sealed class OwnBandEdit(IEditorModel model, int index) : BandEdit(model, index)
{
    // A shelf below and above these, where a bell would leave its far side hanging beyond hearing.
    private const double LowShelfBelowHz = 60, HighShelfAboveHz = 10_000;
    private const int LeastSlopeDbPerOctave = 12;
    private const double NewBellQ = 1, NewShelfQ = 0.71;

    private readonly OwnBandControls _controls = model.OwnBands[index];

    /// <inheritdoc/>
    public override bool IsOwn => true;

    /// <inheritdoc/>
    public override string Name { get; } = $"Own band {(char)('A' + index)}";

    /// <inheritdoc/>
    public override IControl On => _controls.On;

    /// <summary>The control of its type.</summary>
    public IControl Type => _controls.Type;

    /// <summary>The control of its channel.</summary>
    public IControl Channel => _controls.Channel;

    /// <summary>The control of its slope.</summary>
    public IControl Slope => _controls.Slope;

    /// <inheritdoc/>
    public override IControl Frequency => _controls.Frequency;

    /// <inheritdoc/>
    public override IControl Gain => _controls.Gain;

    /// <inheritdoc/>
    public override IControl Q => _controls.Q;

    /// <inheritdoc/>
    protected override Band Shape => new((BandType)Type.Step(), 0, 0, 0, LeastSlopeDbPerOctave << Slope.Step());

    /// <inheritdoc/>
    public override double FrequencyValue(double frequencyHz) => Frequency.ToNormalized(frequencyHz);

    /// <inheritdoc/>
    public override double FrequencyHz(double value) => Frequency.ToPlain(value);

    /// <inheritdoc/>
    public override double GainValue(double gainDb) => Gain.ToNormalized(gainDb);

    /// <inheritdoc/>
    public override double GainDb(double value) => Gain.ToPlain(value);

    /// <inheritdoc/>
    public override double QValue(double q) => Q.ToNormalized(q);

    /// <inheritdoc/>
    public override double QAt(double value) => Q.ToPlain(value);

    /// <inheritdoc/>
    public override void Reset() => Gain.SetOnce(GainValue(0));

    /// <inheritdoc/>
    public override void Remove() => On.SetOnce(0);

    /// <summary>Makes it a new band at a place of the curve: a bell, or a shelf at the far ends. One step.</summary>
    public void Add(double frequencyHz, double gainDb)
    {
        BandType type = frequencyHz < LowShelfBelowHz ? BandType.LowShelf
            : frequencyHz > HighShelfAboveHz ? BandType.HighShelf
            : BandType.Bell;
        Model.BeginGroup($"Add {Name}");
        Type.SetOnce((double)type / Type.Steps);
        Channel.SetOnce(Channel.Default);
        Slope.SetOnce(Slope.Default);
        Frequency.SetOnce(FrequencyValue(frequencyHz));
        Gain.SetOnce(GainValue(gainDb));
        Q.SetOnce(QValue(type == BandType.Bell ? NewBellQ : NewShelfQ));
        On.SetOnce(1);
        Model.EndGroup();
    }
}
