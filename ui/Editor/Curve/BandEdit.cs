using SemanticEq.Dsp;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// One band as a user edits it on the curve: in Hz, dB and Q as they are heard, whichever parameters that takes. The decoder's bands are
/// edited by trims, the user's own by their own values. Main thread, no allocation.
/// </summary>
internal abstract class BandEdit(IEditorModel model, int index)
{
    /// <summary>Its index among its kind, 0 to 7.</summary>
    public int Index { get; } = index;

    /// <summary>Whether it is one of the user's own.</summary>
    public abstract bool IsOwn { get; }

    /// <summary>What it is called: "Band 3", "Own band A".</summary>
    public abstract string Name { get; }

    /// <summary>Whether it plays.</summary>
    public abstract IControl On { get; }

    /// <summary>The control of its frequency.</summary>
    public abstract IControl Frequency { get; }

    /// <summary>The control of its gain.</summary>
    public abstract IControl Gain { get; }

    /// <summary>The control of its Q.</summary>
    public abstract IControl Q { get; }

    /// <summary>As it is set: as it plays, or would play if it were on.</summary>
    public Band Band => Shape with
    {
        FrequencyHz = FrequencyHz(Frequency.Value),
        GainDb = GainDb(Gain.Value),
        Q = QAt(Q.Value),
    };

    /// <summary>Whether it plays.</summary>
    public bool IsOn => On.IsOn();

    /// <summary>Whether it has a node: the decoder's always, the user's own while they are on.</summary>
    public bool IsShown => !IsOwn || IsOn;

    /// <summary>Whether its gain means anything.</summary>
    public bool HasGain => Band.Type is not (BandType.LowCut or BandType.HighCut or BandType.Notch);

    /// <summary>Whether its Q means anything.</summary>
    public bool HasQ => Band.Type is not BandType.Tilt;

    /// <summary>
    /// dB of gain for each dB that its node is dragged, so that the node stays under the hand: where the decoder's shelves have their nodes,
    /// at their corners, only half of their gain is heard.
    /// </summary>
    public double GainPerNodeDb => !IsOwn && Band.Type is BandType.LowShelf or BandType.HighShelf ? 2 : 1;

    /// <summary>Whether it is heard alone.</summary>
    public bool IsSoloed => model.Signals.SoloBand == Index && model.Signals.IsSoloOwn == IsOwn;

    /// <summary>The model that it belongs to.</summary>
    protected IEditorModel Model => model;

    /// <summary>Its type and slope; the rest does not count.</summary>
    protected abstract Band Shape { get; }

    /// <summary>The frequency control's value for a frequency in Hz, held in range.</summary>
    public abstract double FrequencyValue(double frequencyHz);

    /// <summary>The frequency in Hz at a value of its control.</summary>
    public abstract double FrequencyHz(double value);

    /// <summary>The gain control's value for a gain in dB, held in range.</summary>
    public abstract double GainValue(double gainDb);

    /// <summary>The gain in dB at a value of its control.</summary>
    public abstract double GainDb(double value);

    /// <summary>The Q control's value for a Q, held in range.</summary>
    public abstract double QValue(double q);

    /// <summary>The Q at a value of its control.</summary>
    public abstract double QAt(double value);

    /// <summary>Puts it back: trims to none, an own band's gain to 0 dB. One step.</summary>
    public abstract void Reset();

    /// <summary>Takes it away: an own band is switched off, the decoder's loses its trims. One step.</summary>
    public abstract void Remove();

    /// <summary>Switches it on or off. One step.</summary>
    public void Toggle() => On.SetOnce(IsOn ? 0 : 1);

    /// <summary>Makes it heard alone, or ends that.</summary>
    public void ToggleSolo() => model.Signals.Solo(IsOwn, IsSoloed ? -1 : Index);

    /// <summary>Sets its controls to values where they are given. One step.</summary>
    public void Set(double? frequency, double? gain, double? q)
    {
        model.BeginGroup(Name);
        SetOne(Frequency, frequency);
        SetOne(Gain, gain);
        SetOne(Q, q);
        model.EndGroup();
    }

    private static void SetOne(IControl control, double? value)
    {
        if (value is { } to)
            control.SetOnce(to);
    }
}
