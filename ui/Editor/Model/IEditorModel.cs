namespace SemanticEq.Ui.Editor;

/// <summary>
/// All that the window shows and does, as the plug-in gives it. The window knows no plug-in, the plug-in no window. Main thread.
/// </summary>
public interface IEditorModel
{
    /// <summary>On or off, bit for bit.</summary>
    IControl Bypass { get; }

    /// <summary>The dry signal at the processed loudness.</summary>
    IControl DryCompare { get; }

    /// <summary>How much of what was asked.</summary>
    IControl Amount { get; }

    /// <summary>How far it adapts to the track.</summary>
    IControl Adapt { get; }

    /// <summary>Whether adapting stands still.</summary>
    IControl Freeze { get; }

    /// <summary>Stereo, mid, side, left, right: where the decoder's bands play.</summary>
    IControl ChannelMode { get; }

    /// <summary>In dB.</summary>
    IControl OutputGain { get; }

    /// <summary>Whether loudness is kept.</summary>
    IControl AutoGain { get; }

    /// <summary>Whether the track's own loudness is being measured for that.</summary>
    IControl MeasureLoudness { get; }

    /// <summary>Eight, with the names of what they do.</summary>
    IReadOnlyList<IControl> Macros { get; }

    /// <summary>The decoder's bands, eight.</summary>
    IReadOnlyList<TrimControls> Trims { get; }

    /// <summary>The user's own bands, eight.</summary>
    IReadOnlyList<OwnBandControls> OwnBands { get; }

    /// <summary>The equaliser as it plays.</summary>
    IPlaying Playing { get; }

    /// <summary>The words.</summary>
    IWords Words { get; }

    /// <summary>The line that says what is wanted.</summary>
    IPrompt Prompt { get; }

    /// <summary>Spectra and meters.</summary>
    ISignals Signals { get; }

    /// <summary>Asked and heard.</summary>
    IEar Ear { get; }

    /// <summary>Undo and redo.</summary>
    IHistory History { get; }

    /// <summary>A and B.</summary>
    ICompare Compare { get; }

    /// <summary>Presets.</summary>
    IPresets Presets { get; }

    /// <summary>How the user likes the window.</summary>
    IEditorSettings Settings { get; }

    /// <summary>What is missing or broken, in plain words with what to do; most often none.</summary>
    IReadOnlyList<string> Messages { get; }

    /// <summary>What this is, one fact a line: version, word model, licences. May allocate.</summary>
    IReadOnlyList<string> About => [];

    /// <summary>
    /// Takes files that were dropped on the window: a preset is kept among the user's own and loaded, an audio file becomes what this track can be
    /// matched to. One undo step where something is heard at once.
    /// </summary>
    /// <returns>Null where it is done or has begun; else why not, for people. Then nothing changes.</returns>
    string? Open(IReadOnlyList<string> paths) => "Files can't be opened here.";

    /// <summary>Several gestures that are one step for undo and for the host (a node's frequency and gain, say). They must be ended.</summary>
    void BeginGroup(string name);

    /// <summary>Ends <see cref="BeginGroup"/>.</summary>
    void EndGroup();

    /// <summary>Takes what is new from the audio thread. Called once a frame, before the window looks; allocates nothing.</summary>
    void Tick(double seconds);
}
