using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// A band being moved: one gesture of its frequency and gain. It counts how far the hand has gone, so that a value that met its limit
/// comes back when the hand does, and nothing jumps when fine and coarse change.
/// </summary>
internal sealed class BandDrag(IEditorModel model)
{
    private BandEdit? _band;
    private bool _hasGain;
    private double _frequencyHz;
    private double _gainDb;
    private double _frequencySet;
    private double _gainSet;

    /// <summary>Whether a gesture is under way.</summary>
    public bool IsActive => _band is not null;

    /// <summary>Begins a gesture.</summary>
    public void Begin(BandEdit band)
    {
        End();
        _band = band;
        _hasGain = band.HasGain;
        (_frequencyHz, _gainDb) = (band.Band.FrequencyHz, band.Band.GainDb);
        (_frequencySet, _gainSet) = (band.Frequency.Value, band.Gain.Value);
        model.BeginGroup(band.Name);
        band.Frequency.Begin();
        if (_hasGain)
            band.Gain.Begin();
    }

    /// <summary>Goes further.</summary>
    /// <param name="octaves">To the right.</param>
    /// <param name="nodeDb">Upwards, in dB of the plot.</param>
    public void Move(double octaves, double nodeDb)
    {
        if (_band is not { } band)
            return;
        // Out of the plot its node could not be seen; typed values may go there.
        _frequencyHz *= Math.Pow(2, octaves);
        _gainDb += nodeDb * band.GainPerNodeDb;
        double frequency = band.FrequencyValue(Math.Clamp(_frequencyHz, FrequencyAxis.LowHz, FrequencyAxis.HighHz));
        if (octaves != 0 && frequency != _frequencySet)
            band.Frequency.Set(_frequencySet = frequency);
        double gain = band.GainValue(_gainDb);
        if (_hasGain && nodeDb != 0 && gain != _gainSet)
            band.Gain.Set(_gainSet = gain);
    }

    /// <summary>Ends the gesture, if one is under way.</summary>
    public void End()
    {
        if (_band is not { } band)
            return;
        _band = null;
        band.Frequency.End();
        if (_hasGain)
            band.Gain.End();
        model.EndGroup();
    }
}
