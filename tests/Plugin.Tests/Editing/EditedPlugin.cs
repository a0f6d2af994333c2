using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>An effect with a host that records, edited through what a window sees, with folders of its own for a user's files.</summary>
internal sealed class EditedPlugin : IDisposable
{
    public EditedPlugin(string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("semantic-eq-test-").FullName;
        Library = new PresetLibrary(Bundle.FactoryPresets, Path.Combine(Folder, "presets"));
        Settings = new EditorSettings(Path.Combine(Folder, "config"));
        Effect = new SemanticEqEffect { Host = Host };
        Session = Effect.EditWith(Library, Settings);
        Session.Gestures.Clock = Clock;
    }

    public string Folder { get; }

    public PresetLibrary Library { get; }

    public EditorSettings Settings { get; }

    public RecordingHost Host { get; } = new();

    public SemanticEqEffect Effect { get; }

    public EditorSession Session { get; }

    public SlowClock Clock { get; } = new();

    public IHistory History => Session.History;

    public double Plain(uint id) => Effect.ToPlain(id, Effect.GetNormalized(id));

    /// <summary>A gesture of one value, long after the one before.</summary>
    public void Set(IControl control, double plain)
    {
        Clock.Wait(5);
        control.SetOnce(control.ToNormalized(plain));
    }

    /// <summary>All values and phrases, for comparing.</summary>
    public (double[] Values, string? A, string? B) Everything() =>
        ([.. Effect.Values.ToPlain().Select(value => Math.Round(value, 9))], Effect.Phrases[0]?.Text, Effect.Phrases[1]?.Text);

    /// <summary>What plays, as a session would save it: 24 values.</summary>
    public float[] Sound() => SessionState.Read(Effect.SaveState())!.Decoded!;

    public void Dispose()
    {
        Host.Offences.ShouldBeEmpty();
        Host.IsAtRest.ShouldBeTrue("every gesture is ended");
        Effect.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    internal sealed class SlowClock : TimeProvider
    {
        private long _now = 1_000_000_000;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _now;

        public void Wait(double seconds) => _now += (long)(1000 * seconds);
    }
}
