using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>
/// One effect as its window shows and edits it. It belongs to the effect, not to the window: what can be undone outlives windows. Main
/// thread; nothing here touches what is heard but by parameters, phrases and the audition's gain.
/// </summary>
internal sealed class EditorSession : IEditorModel
{
    private readonly SemanticEqEffect _effect;
    private readonly Playing _playing;
    private readonly Signals _signals;
    private readonly TrackEar _ear;
    private readonly ReferenceMatch _reference;
    private readonly DroppedFiles _dropped;
    private readonly Compare _compare;
    private readonly Prompt _prompt;
    private readonly Presets _presets;
    private readonly EditorSettings _settings;
    private readonly EditorMessages _messages;
    private double _seconds;
    private int _windows;
    private int _seen;
    private int _values;
    private int _thread;
    private SessionState? _loadedElsewhere;

    /// <summary>Over an effect and what its session says of the other side of A and B.</summary>
    public EditorSession(SemanticEqEffect effect, SessionState? session)
        : this(effect, session, PresetLibrary.Shared, EditorSettings.Shared)
    {
    }

    /// <summary>The same with other presets and settings than the user's.</summary>
    internal EditorSession(SemanticEqEffect effect, SessionState? session, PresetLibrary library, EditorSettings settings)
    {
        _effect = effect;
        _settings = settings;
        Gestures = new Gestures(effect);
        _playing = new Playing(effect);
        _compare = new Compare(effect, Gestures, _playing);
        History = new History(Gestures, _compare);
        var words = new Words(effect, Gestures);
        Words = words;
        _ear = new TrackEar(effect, _playing, words);
        _reference = new ReferenceMatch(_ear);
        _prompt = new Prompt(effect, Gestures, words, _reference);
        _presets = new Presets(effect, Gestures, library, settings);
        _dropped = new DroppedFiles(_presets, _reference);
        _messages = new EditorMessages(effect, library, settings, () => BundledListener.Problem);
        _signals = new Signals(effect.Processor, settings, _playing);
        Bypass = Control(ParameterId.Bypass);
        DryCompare = Control(ParameterId.DryCompare);
        Amount = Control(ParameterId.Amount);
        Adapt = Control(ParameterId.Adapt);
        Freeze = Control(ParameterId.Freeze);
        ChannelMode = Control(ParameterId.ChannelMode);
        OutputGain = Control(ParameterId.OutputGain);
        AutoGain = Control(ParameterId.AutoGain);
        MeasureLoudness = Control(ParameterId.MeasureLoudness);
        Macros = [.. Enumerable.Range(0, ParameterTable.Bands).Select(i => Control(ParameterId.Macro(i)))];
        Trims = [.. Enumerable.Range(0, ParameterTable.Bands).Select(TrimsOf)];
        OwnBands = [.. Enumerable.Range(0, ParameterTable.Bands).Select(OwnOf)];
        Show(session);
    }

    /// <inheritdoc/>
    public IControl Bypass { get; }

    /// <inheritdoc/>
    public IControl DryCompare { get; }

    /// <inheritdoc/>
    public IControl Amount { get; }

    /// <inheritdoc/>
    public IControl Adapt { get; }

    /// <inheritdoc/>
    public IControl Freeze { get; }

    /// <inheritdoc/>
    public IControl ChannelMode { get; }

    /// <inheritdoc/>
    public IControl OutputGain { get; }

    /// <inheritdoc/>
    public IControl AutoGain { get; }

    /// <inheritdoc/>
    public IControl MeasureLoudness { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IControl> Macros { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TrimControls> Trims { get; }

    /// <inheritdoc/>
    public IReadOnlyList<OwnBandControls> OwnBands { get; }

    /// <inheritdoc/>
    public IPlaying Playing => _playing;

    /// <inheritdoc/>
    public IWords Words { get; }

    /// <inheritdoc/>
    public IPrompt Prompt => _prompt;

    /// <inheritdoc/>
    public ISignals Signals => _signals;

    /// <inheritdoc/>
    public IEar Ear => _ear;

    /// <inheritdoc/>
    public IHistory History { get; }

    /// <inheritdoc/>
    public ICompare Compare => _compare;

    /// <inheritdoc/>
    public IPresets Presets => _presets;

    /// <inheritdoc/>
    public IEditorSettings Settings => _settings;

    /// <inheritdoc/>
    public IReadOnlyList<string> Messages => _messages.All;

    /// <summary>What this is, one fact a line.</summary>
    public IReadOnlyList<string> About => EditorFacts.Of(_effect);

    /// <summary>Through which all edits go.</summary>
    internal Gestures Gestures { get; }

    /// <summary>Whether a window shows it: only then B is brought to A's loudness.</summary>
    internal bool IsOpen => _windows > 0;

    /// <summary>
    /// Whether anything has come since the last tick that a window would show: another value, or sound. A quick look, for each frame.
    /// </summary>
    internal bool HasNews => _effect.Values.Serial != _values || _signals.HasSound;

    /// <summary>What is added to B for that, in dB.</summary>
    internal double AuditionGainDb => _compare.GainDb;

    /// <summary>What a session is to keep of A and B.</summary>
    internal ComparedState? Compared => Volatile.Read(ref _loadedElsewhere) is { } session ? session.Compare : _compare.Save();

    /// <summary>The preset that was loaded or saved last, by its key.</summary>
    internal string? PresetKey => Volatile.Read(ref _loadedElsewhere) is { } session ? session.Preset : Gestures.Preset?.Key;

    /// <inheritdoc/>
    public string? Open(IReadOnlyList<string> paths) => _dropped.Open(paths);

    /// <inheritdoc/>
    public void BeginGroup(string name) => Gestures.BeginGroup(name);

    /// <inheritdoc/>
    public void EndGroup() => Gestures.EndGroup();

    /// <inheritdoc/>
    public void Tick(double seconds)
    {
        if (Interlocked.Exchange(ref _loadedElsewhere, null) is { } session)
            Show(session);
        double passed = Math.Max(0.0, seconds - _seconds);
        _seconds = seconds;
        _values = _effect.Values.Serial;
        Gestures.Flush();
        if (_playing.Follow() != ControlChanges.None)
            _presets.Follow();
        _prompt.Follow();
        _compare.Match(IsOpen);
        if (_seen > 0)
            _signals.Tick(passed);
        else if (IsOpen)
            _signals.Pass(passed);
        if (IsOpen)
            _ear.Tick(passed);
        _messages.Follow();
        _settings.Follow(TimeProvider.System.GetElapsedTime(0));
    }

    /// <summary>A window comes up, to be seen. Time counts from here.</summary>
    internal void Open()
    {
        _thread = Environment.CurrentManagedThreadId;
        _windows++;
        _seen++;
        _ = _messages.Tell(null);
        _signals.Open();
        _ear.Open();
        Tick(_seconds = 0.0);
    }

    /// <summary>Something in a window went wrong: it is said among the messages.</summary>
    /// <returns>The message.</returns>
    internal string Tell(Exception fault) => _messages.Tell(fault)!;

    /// <summary>A window that is open can be seen again, or no more: without any, what is only for the eye rests.</summary>
    internal void See(bool isSeen) => _seen += isSeen ? 1 : -1;

    /// <summary>A window that could be seen goes: what was begun ends, and after the last one what was only for its ears is silent.</summary>
    internal void Close()
    {
        Gestures.EndAll();
        _settings.Save();
        if (_windows == 0)
            return;
        _seen--;
        if (--_windows > 0)
            return;
        _signals.Close();
        _ear.Close();
        _reference.GiveUp();
        _compare.Match(false);
    }

    /// <summary>
    /// The host has loaded other settings: nothing made before can be undone in them. Any thread: some hosts do it off their main thread, and
    /// an open window takes it up at its next tick then.
    /// </summary>
    internal void StateLoaded(SessionState session)
    {
        bool isElsewhere = IsOpen && Environment.CurrentManagedThreadId != _thread;
        Volatile.Write(ref _loadedElsewhere, isElsewhere ? session : null);
        if (!isElsewhere)
            Show(session);
    }

    private void Show(SessionState? session)
    {
        Gestures.Preset = session?.Preset is { } key ? new LoadedPreset(key, null) : null;
        Gestures.Forget();
        _compare.Load(session?.Compare);
        _ = _playing.Follow();
        _prompt.Follow();
        _presets.Follow();
    }

    private HostedControl Control(uint id) => new(_effect, Gestures, id);

    private TrimControls TrimsOf(int band)
    {
        HostedControl Of(ParameterId.Trim trim) => Control(ParameterId.OfBand(band, trim));
        return new(Of(ParameterId.Trim.On), Of(ParameterId.Trim.Frequency), Of(ParameterId.Trim.Gain), Of(ParameterId.Trim.Q));
    }

    private OwnBandControls OwnOf(int band)
    {
        HostedControl Of(ParameterId.Own own) => Control(ParameterId.OfOwn(band, own));
        return new(Of(ParameterId.Own.On), Of(ParameterId.Own.Type), Of(ParameterId.Own.Channel), Of(ParameterId.Own.Frequency),
            Of(ParameterId.Own.Gain), Of(ParameterId.Own.Q), Of(ParameterId.Own.Slope));
    }
}
