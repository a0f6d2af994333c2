using SemanticEq.Dsp;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>
/// A and B: two whole settings, each with its own undo. The one that plays is the effect's; the other lies here. At matched loudness B
/// plays at A's, by a gain that is no parameter and that no host ever renders. Main thread.
/// </summary>
internal sealed class Compare(SemanticEqEffect effect, Gestures gestures, Playing playing) : ICompare
{
    private const double MostMatchedDb = 24.0;
    private static readonly int OutputGain = ParameterTable.IndexOf(ParameterId.OutputGain);
    private static readonly int AutoGain = ParameterTable.IndexOf(ParameterId.AutoGain);
    private static readonly int Bypass = ParameterTable.IndexOf(ParameterId.Bypass);
    private readonly EditLog[] _logs = [new(), new()];
    private readonly ComposedSound _otherSound = new();
    private readonly LoudnessChange _loudness = new();
    private readonly LoudnessSpectrum _pink = new();
    private LoudnessSpectrum? _spectrum;
    private EffectSettings? _other;
    private LoadedPreset? _otherPreset;
    private double _sampleRate;
    private int _channels;
    private int _serial = -1;
    private double _gainDb;
    private double _matchDb;

    /// <inheritdoc/>
    public bool IsB { get; private set; }

    /// <inheritdoc/>
    public bool IsMatched { get; set; } = true;

    /// <summary>What undo goes through on the side that plays.</summary>
    public EditLog Log => _logs[IsB ? 1 : 0];

    /// <summary>What is added to B, in dB; 0 while A plays.</summary>
    public double GainDb => _gainDb;

    private EditLog OtherLog => _logs[IsB ? 0 : 1];

    /// <inheritdoc/>
    public void Switch()
    {
        gestures.EndAll();
        var current = EffectSettings.Of(effect);
        var preset = gestures.Preset;
        var step = EditStep.Between(IsB ? "A" : "B", current, _other ?? current, preset, _other is null ? preset : _otherPreset);
        if (step.IsChange)
            gestures.Apply(step.Name, step, isStep: false);
        else
            effect.Host?.StateChanged();
        IsB = !IsB;
        Keep(current, preset);
    }

    /// <inheritdoc/>
    public void CopyToOther()
    {
        gestures.EndAll();
        var current = EffectSettings.Of(effect);
        var step = EditStep.Between(IsB ? "Copy of B" : "Copy of A", _other ?? current, current, _otherPreset, gestures.Preset);
        if (step.IsChange)
            OtherLog.Add(step, gestures.Now, gestures.Now);
        Keep(current, gestures.Preset);
        effect.Host?.StateChanged();
    }

    /// <summary>What a session is to keep of it; null where there has been only one side.</summary>
    public ComparedState? Save() => _other is null ? null : ComparedState.Of(_other, effect.SessionModel, IsB, IsMatched, _otherPreset?.Key);

    /// <summary>Takes over what a session has kept. The undo of both sides is gone.</summary>
    public void Load(ComparedState? state)
    {
        foreach (var log in _logs)
            log.Clear();
        IsB = state?.IsB ?? false;
        IsMatched = state?.IsMatched ?? true;
        _other = state?.Settings(effect.SessionModel);
        _otherPreset = null;
        _serial = -1;
        if (_other is { } other)
            Keep(other, state?.Preset is { } key ? new LoadedPreset(key, null) : null);
    }

    /// <summary>Makes the gain that matches B to A. Allocates nothing.</summary>
    /// <param name="isHeard">Whether a window is open that one compares by.</param>
    public void Match(bool isHeard)
    {
        double gain = isHeard && IsB && IsMatched && _other is not null && !effect.RendersOffline && playing.Plain[Bypass] < 0.5 ? MatchDb() : 0.0;
        if (gain == _gainDb)
            return;
        _gainDb = gain;
        effect.Processor.SetAuditionGain(gain);
    }

    private void Keep(EffectSettings settings, LoadedPreset? preset)
    {
        _other = settings;
        _otherPreset = preset;
        _otherSound.Take(settings, effect, TypedPhrases.Places(settings.Phrases, effect.SessionModel, 0));
        _serial = -1;
    }

    private double MatchDb()
    {
        var measured = effect.MeasuredLoudness;
        if (_otherSound.Follow(effect.Track))
            _serial = -1;
        if (_serial == playing.Serial && measured == _spectrum && _sampleRate == effect.SampleRate && _channels == effect.Channels)
            return _matchDb;
        if (measured != _spectrum || _sampleRate != effect.SampleRate || _channels != effect.Channels)
            Use(measured);
        _serial = playing.Serial;
        double gain = ChangeDb(_otherSound.Plain, _otherSound.Targets) - ChangeDb(playing.Plain, playing.Targets);
        return _matchDb = double.IsFinite(gain) ? Math.Clamp(gain, -MostMatchedDb, MostMatchedDb) : 0.0;
    }

    private void Use(LoudnessSpectrum? measured)
    {
        (_spectrum, _sampleRate, _channels) = (measured, effect.SampleRate, effect.Channels);
        _loudness.Prepare(_sampleRate, _channels);
        _pink.BecomePink(_sampleRate, _channels);
        _loudness.Use(measured ?? _pink);
    }

    // As OutputStage plays it.
    private double ChangeDb(ReadOnlySpan<double> plain, EqualiserTargets targets)
    {
        double change = _loudness.ChangeDb(targets);
        return plain[OutputGain] + change - (plain[AutoGain] > 0.5 ? Math.Clamp(change, -MostMatchedDb, MostMatchedDb) : 0.0);
    }
}
