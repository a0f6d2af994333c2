using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// A band being moved or its Q being turned: one gesture, until <see cref="End"/>. It counts how far the hand has gone, so that a value that
/// met its limit comes back when the hand does, and nothing jumps when fine and coarse change.
/// </summary>
internal sealed class BandDrag(IEditorModel model)
{
    private BandEdit? _moved;
    private BandEdit? _turned;
    private bool _hasGain;
    private double _frequencyHz;
    private double _gainDb;
    private double _q;
    private double _frequencySet;
    private double _gainSet;

    /// <summary>Whether a band is being moved.</summary>
    public bool IsMoving => _moved is not null;

    /// <summary>Begins to move a band, if it has not begun yet.</summary>
    public void BeginMove(BandEdit band)
    {
        if (_moved == band)
            return;
        End();
        _moved = band;
        _hasGain = band.HasGain;
        (_frequencyHz, _gainDb) = (band.Band.FrequencyHz, band.Band.GainDb);
        (_frequencySet, _gainSet) = (band.Frequency.Value, band.Gain.Value);
        model.BeginGroup(band.Name);
        band.Frequency.Begin();
        if (_hasGain)
            band.Gain.Begin();
    }

    /// <summary>Moves it further.</summary>
    /// <param name="octaves">To the right.</param>
    /// <param name="nodeDb">Upwards, in dB of the plot.</param>
    public void Move(double octaves, double nodeDb)
    {
        if (_moved is not { } band)
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

    /// <summary>Moves a band by a step, as part of the same gesture as before if that was of this band. What is beyond a limit is forgotten.</summary>
    /// <param name="band">The band.</param>
    /// <param name="octaves">To the right.</param>
    /// <param name="bandDb">Upwards, in dB of the band.</param>
    public void Step(BandEdit band, double octaves, double bandDb)
    {
        BeginMove(band);
        Move(octaves, bandDb / band.GainPerNodeDb);
        (_frequencyHz, _gainDb) = (band.FrequencyHz(_frequencySet), band.GainDb(_gainSet));
    }

    /// <summary>Multiplies a band's Q, as part of the same gesture as before if that was of this Q.</summary>
    public void Turn(BandEdit band, double factor)
    {
        if (!band.HasQ)
            return;
        if (_turned != band)
        {
            End();
            _turned = band;
            _q = band.Band.Q;
            band.Q.Begin();
        }

        _q *= factor;
        band.Q.Set(band.QValue(_q));
        // Notches beyond the limit would have to be turned back one by one.
        _q = band.QAt(band.QValue(_q));
    }

    /// <summary>Ends the gesture, if one is under way.</summary>
    public void End()
    {
        BandEdit? moved = _moved, turned = _turned;
        (_moved, _turned) = (null, null);
        turned?.Q.End();
        if (moved is null)
            return;
        moved.Frequency.End();
        if (_hasGain)
            moved.Gain.End();
        model.EndGroup();
    }
}
