using SemanticEq.Dsp;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// The bands that settings play, composed on the main thread as the audio thread composes them: by the same tables, from the same
/// place in latent space, with the decoder's twin. Decodes only where the semantic controls have changed; allocates nothing but at
/// another model's first use.
/// </summary>
internal sealed class ComposedSound
{
    private readonly double[] _normalized = new double[ParameterTable.Count];
    private readonly double[] _plain = new double[ParameterTable.Count];
    private readonly float[] _z = new float[DecoderShape.Latent];
    private readonly float[] _decode = FlatDecode.Make();
    private readonly float[] _flat = FlatDecode.Make();
    private readonly Composition _composition = new();
    private readonly FittedDecode _fitted = new(BundledListener.Newest);
    private int _trackSerial = -1;
    private BundledModel? _model;
    private DecoderTwin? _twin;
    private float[]? _stored;
    private ControlFrame _frame;
    private bool _isStored;
    private bool _isFirst = true;

    /// <summary>Plain values in the table's order.</summary>
    public ReadOnlySpan<double> Plain => _plain;

    /// <summary>What the decoder gives: 24 values, log₂(Hz), dB, log₂(Q) band by band.</summary>
    public ReadOnlySpan<float> Decode => _isStored ? _stored ?? _flat : _decode;

    /// <summary>The same with its gains fitted to the track as far as Adapt says.</summary>
    public ReadOnlySpan<float> Fitted => FittedDecode.IsAsked(_plain) ? _fitted.Bands : Decode;

    /// <summary>What is asked for: the decoder's bands with Amount, neither fitted nor trimmed. 24 values.</summary>
    public ReadOnlySpan<float> Asked => _fitted.Asked;

    /// <summary>The bands.</summary>
    public EqualiserTargets Targets => _composition.Targets;

    /// <summary>Follows an effect's newest values.</summary>
    /// <returns>What has changed.</returns>
    public ControlChanges Follow(SemanticEqEffect effect)
    {
        var changes = ControlChanges.None;
        for (int i = 0; i < _normalized.Length; i++)
            changes |= Take(i, effect.Values[i]);
        return Compose(changes, effect, effect.Places);
    }

    /// <summary>Follows what is known of the track, on which the fit depends.</summary>
    /// <returns>Whether the bands are others.</returns>
    public bool Follow(LearntTrack track)
    {
        var changes = Fit(ControlChanges.None, track);
        if (changes != ControlChanges.None)
            _composition.Compose(_plain, Fitted, changes);
        return changes != ControlChanges.None;
    }

    /// <summary>Takes settings that need not be playing.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="effect">Whose model decodes them.</param>
    /// <param name="places">Where the settings' phrases lie.</param>
    public void Take(EffectSettings settings, SemanticEqEffect effect, TypedPlaces places)
    {
        var changes = ControlChanges.Semantic;
        for (int i = 0; i < _normalized.Length; i++)
            changes |= Take(i, settings.Normalized[i]);
        _ = Compose(changes, effect, places);
    }

    private ControlChanges Take(int index, double normalized)
    {
        if (!_isFirst && _normalized[index] == normalized)
            return ControlChanges.None;
        _normalized[index] = normalized;
        double plain = ParameterTable.At(index).ToPlain(normalized);
        if (!_isFirst && _plain[index] == plain)
            return ControlChanges.None;
        _plain[index] = plain;
        return ControlParts.At(index);
    }

    private ControlChanges Compose(ControlChanges changes, SemanticEqEffect effect, TypedPlaces places)
    {
        if (Locate(effect, places) || _isFirst)
            changes |= ControlChanges.Bands | ControlChanges.OwnBands | ControlChanges.Semantic;
        _isFirst = false;
        changes |= Fit(changes, effect.Track);
        if (changes != ControlChanges.None)
            _composition.Compose(_plain, Fitted, changes);
        return changes;
    }

    private ControlChanges Fit(ControlChanges changes, LearntTrack track)
    {
        bool isAsked = FittedDecode.IsAsked(_plain);
        if (changes.HasFlag(ControlChanges.Bands))
            _ = _fitted.Ask(_plain, Decode);
        if (!changes.HasFlag(ControlChanges.Adaptation) && !(isAsked && (changes.HasFlag(ControlChanges.Bands) || track.Serial != _trackSerial)))
            return ControlChanges.None;
        _trackSerial = track.Serial;
        if (isAsked)
        {
            _fitted.Fit(track);
            _ = _fitted.Apply(_plain, Decode);
        }
        return ControlChanges.Bands;
    }

    private bool Locate(SemanticEqEffect effect, TypedPlaces places)
    {
        var model = effect.SessionModel;
        var frame = SemanticControls.Frame(_plain, places.Serial);
        bool isStored = model is null || (effect.HeldFrame is { } held && frame with { Typed = 0 } == held);
        var stored = isStored ? effect.StoredDecode : null;
        if (model == _model && frame == _frame && isStored == _isStored && stored == _stored && !_isFirst)
            return false;
        if (model != _model)
            _twin = model is null ? null : new DecoderTwin(model.Folder);
        (_model, _frame, _isStored, _stored) = (model, frame, isStored, stored);
        if (!isStored)
        {
            LatentPlace.Locate(model!.Vocabulary, frame, _z, places);
            _twin!.Decode(_z, _decode);
        }
        return true;
    }
}
