using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>What the window's side may see and set. Main thread.</summary>
internal sealed partial class SemanticEqEffect
{
    private EditorSession? _editing;

    /// <summary>What a window shows and does. It lives as long as the effect: undo outlives windows.</summary>
    public EditorSession Editing => _editing ??= new EditorSession(this, _session);

    /// <inheritdoc/>
    public override Vst3.EffectEditor? CreateEditor() => new PluginEditor(Editing);

    /// <summary>The same with other presets and settings than the user's.</summary>
    internal EditorSession EditWith(PresetLibrary library, EditorSettings settings) => _editing = new EditorSession(this, _session, library, settings);

    /// <summary>The newest values.</summary>
    internal ParameterValues Values => _newest;

    /// <summary>The session's model; null where none can be used.</summary>
    internal BundledModel? SessionModel => Model;

    /// <summary>Words that were typed.</summary>
    internal TypedPhrases Phrases => _phrases;

    /// <summary>Where they lie.</summary>
    internal TypedPlaces Places => _places;

    /// <summary>The controls for which the stored bands of a session play whose model is not here; else null.</summary>
    internal ControlFrame? HeldFrame => _isForeign ? _loadedFrame : null;

    /// <summary>The bands that the loaded session keeps, 24 values; null for none.</summary>
    internal float[]? StoredDecode => _session?.SoundDecode();

    /// <summary>The model that the loaded session was made with, where it is not here; else null.</summary>
    internal string? MissingModel => _isForeign ? _session?.Model : null;

    /// <summary>In Hz, as last set up.</summary>
    internal double SampleRate => _setup.SampleRate;

    /// <summary>Channels, 1 or 2.</summary>
    internal int Channels => _channels;

    /// <summary>Whether a host renders, so that nothing may be heard that is only for a window.</summary>
    internal bool RendersOffline => IsOffline;

    /// <summary>What decodes for this session; null before it has been active.</summary>
    internal DecoderStatus? Decoder => _model is { } model ? _decoders.StatusOf(model) : null;

    /// <summary>The track's loudness as measured; null for pink noise.</summary>
    internal Dsp.LoudnessSpectrum? MeasuredLoudness => TakeLoudness().Spectrum;

    /// <summary>What is known of the track, as it is in force: it belongs to the effect, not to a side of A and B. Allocates nothing.</summary>
    internal LearntTrack Track
    {
        get
        {
            if (_processor.TakeTrack() is { } told && told.Session == _track.Session)
                _track.CopyFrom(told);
            return _track;
        }
    }

    /// <summary>What of the side-chain can be matched.</summary>
    internal SideChainMatch Match { get; }

    /// <summary>Who listens to it.</summary>
    internal TrackListening Listening => _listening;

    /// <summary>The name of what stands in a slot, without allocating for a word.</summary>
    /// <param name="word">0 for word A, 1 for word B.</param>
    /// <param name="slot">0 to 511.</param>
    internal string WordName(int word, int slot) => slot switch
    {
        Vocabulary.NoWord => "None",
        Vocabulary.Phrase => _phrases[word]?.Text ?? "Typed phrase",
        _ => Model?.Vocabulary.At(slot)?.Word ?? "Unknown word",
    };

    /// <summary>Reads a phrase and makes it a word's, by edits.</summary>
    /// <param name="word">0 for word A, 1 for word B.</param>
    /// <param name="text">A phrase.</param>
    /// <returns>False where nothing of it is understood; then nothing changes.</returns>
    internal bool TypePhrase(int word, string text)
    {
        if (!TryReadPhrase(word, text, isAnew: true))
            return false;
        Edit(ParameterId.WordA + (uint)word, ValueForPhrase(word));
        return true;
    }

    /// <summary>Makes what was read elsewhere a word's, by edits.</summary>
    /// <param name="word">0 for word A, 1 for word B.</param>
    /// <param name="reading">A phrase's; null for nothing.</param>
    /// <returns>False for nothing; then nothing changes.</returns>
    internal bool TakePhrase(int word, PhraseReading? reading)
    {
        if (!_phrases.Propose(word, reading))
            return false;
        Edit(ParameterId.WordA + (uint)word, ValueForPhrase(word));
        return true;
    }

    /// <summary>Takes back the own bands that a word's phrase has set and nobody has touched, by edits.</summary>
    /// <param name="word">0 for word A, 1 for word B.</param>
    internal void ReleasePhraseBands(int word)
    {
        if (_phrases[word] is not { Bands.Length: > 0 } phrase)
            return;
        _ = PhraseBands.Place([], phrase.Bands, _newest, Edit);
        _phrases.Set(word, phrase with { Bands = [] });
    }

    /// <summary>Brings phrases back with their places, as undo does. What was being read for them is forgotten.</summary>
    internal void RestorePhrases(PhrasePair phrases)
    {
        _phrases.DropCandidate(0);
        _phrases.DropCandidate(1);
        if (phrases == _phrases.Both)
            return;
        _isForeign = false;
        string? phraseBefore = _phrases[0]?.Text;
        _phrases.Restore(phrases);
        _places = _phrases.Places(Model);
        _processor.Offer(_places);
        TellProgramNames(phraseBefore, _model);
    }

    /// <summary>What a preset keeps: the sound, and nothing of how one listens or of this track.</summary>
    internal SessionState PresetState() => Snapshot().AsPreset();

    private SessionState Snapshot()
    {
        return SessionSnapshot.Take(_newest, IsHeld ? null : Model, _phrases, _session, TakeLoudness().Spectrum, Track);
    }

    /// <summary>Hands the values as they stand to the processor, where no host does.</summary>
    internal void OfferValues() => _processor.Offer(new SessionOffer(_newest.ToArray(), Source(IsOffline), TakeLoudness()));
}
