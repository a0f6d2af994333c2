using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>
/// All that an editor shows, in memory: controls that note their gestures, a word's bands with their true responses, a made-up spectrum.
/// <see cref="Tick"/> plays the spectrum on; nothing else moves by itself.
/// </summary>
internal sealed class FakeEditorModel : IEditorModel
{
    private static readonly string[] MacroNames = ["Warm", "Bright", "Body", "Presence", "Air", "Mud", "Harsh", "Scoop"];
    private static readonly double[] MacroValues = [35, 12, 20, 0, 28, -45, -18, 0];
    private static readonly string[] ChannelNames = ["Stereo", "Mid", "Side", "Left", "Right"];
    private static readonly string[] TypeNames = ["Low shelf", "Bell", "High shelf", "Low cut", "High cut", "Notch", "Tilt"];
    private static readonly string[] SlopeNames = ["12 dB/oct", "24 dB/oct", "48 dB/oct"];
    private static readonly double[] OwnStartsHz = [60, 120, 250, 500, 1000, 2500, 6000, 12000];

    private bool _isStale = true;

    public FakeEditorModel()
    {
        Bypass = Switch(1, "Bypass");
        DryCompare = Switch(2, "Dry compare");
        Amount = Number(14, "Amount", "%", 0, 150, 80);
        Adapt = Number(30, "Adapt", "%", 0, 100, 50);
        Freeze = Switch(31, "Freeze");
        ChannelMode = Choice(40, "Channel mode", ChannelNames);
        OutputGain = Number(41, "Output gain", "dB", -24, 24, -0.8);
        AutoGain = Switch(42, "Auto gain");
        MeasureLoudness = Switch(43, "Measure loudness");
        Macros = [.. MacroNames.Select((name, i) => Number(20 + (uint)i, name, "%", -100, 100, MacroValues[i]))];
        Trims = [.. Enumerable.Range(0, 8).Select(i => Trim(100 + (10 * (uint)i), $"Band {i + 1}"))];
        OwnBands = [.. Enumerable.Range(0, 8).Select(i => Own(200 + (10 * (uint)i), $"Own {i + 1}", OwnStartsHz[i]))];
        FakePlaying = new FakePlaying(this);
        FakeSignals = new FakeSignals(this);
        Words = new FakeWords(Change);
        Update();
        FakeSignals.Play(0);
    }

    public FakePlaying FakePlaying { get; }

    public FakeSignals FakeSignals { get; }

    /// <summary>Names of the groups begun so far.</summary>
    public List<string> Groups { get; } = [];

    /// <summary>Groups begun and not ended.</summary>
    public int GroupDepth { get; private set; }

    public IControl Bypass { get; }

    public IControl DryCompare { get; }

    public IControl Amount { get; }

    public IControl Adapt { get; }

    public IControl Freeze { get; }

    public IControl ChannelMode { get; }

    public IControl OutputGain { get; }

    public IControl AutoGain { get; }

    public IControl MeasureLoudness { get; }

    public IReadOnlyList<IControl> Macros { get; }

    public IReadOnlyList<TrimControls> Trims { get; }

    public IReadOnlyList<OwnBandControls> OwnBands { get; }

    public IPlaying Playing => FakePlaying;

    public IWords Words { get; init; }

    public IPrompt Prompt => FakePrompt;

    public FakePrompt FakePrompt { get; } = new();

    public ISignals Signals => FakeSignals;

    public IEar Ear { get; } = new FakeEar();

    public IHistory History { get; } = new FakeHistory();

    public ICompare Compare { get; } = new FakeCompare();

    public IPresets Presets { get; } = new FakePresets();

    public IEditorSettings Settings { get; } = new FakeSettings();

    public IReadOnlyList<string> Messages { get; set; } = [];

    /// <summary>All controls.</summary>
    public IEnumerable<FakeControl> Controls =>
        ((IEnumerable<IControl>)[Bypass, DryCompare, Amount, Adapt, Freeze, ChannelMode, OutputGain, AutoGain, MeasureLoudness, .. Macros,
            .. Trims.SelectMany(trim => new[] { trim.On, trim.Frequency, trim.Gain, trim.Q }),
            .. OwnBands.SelectMany(own => new[] { own.On, own.Type, own.Channel, own.Frequency, own.Gain, own.Q, own.Slope }),
            Words.Morph, Words.Variation]).Cast<FakeControl>();

    /// <summary>What was to be opened, drop by drop.</summary>
    public List<IReadOnlyList<string>> Opened { get; } = [];

    /// <summary>Why it can't be.</summary>
    public string? OpenProblem { get; set; }

    public string? Open(IReadOnlyList<string> paths)
    {
        Opened.Add(paths);
        return OpenProblem;
    }

    public void BeginGroup(string name)
    {
        GroupDepth++;
        Groups.Add(name);
    }

    public void EndGroup() => (--GroupDepth).ShouldBeGreaterThanOrEqualTo(0, "a group ended that had not begun");

    public void Tick(double seconds)
    {
        Update();
        FakeSignals.Play(seconds);
    }

    /// <summary>Takes what the controls say, without playing on.</summary>
    public void Update()
    {
        if (_isStale)
            FakePlaying.Update();
        _isStale = false;
    }

    /// <summary>Whether every gesture and group that was begun has ended.</summary>
    public void ShouldBeBalanced()
    {
        GroupDepth.ShouldBe(0, "groups begun and not ended");
        foreach (FakeControl control in Controls)
            control.Depth.ShouldBe(0, $"gestures of {control.Name} begun and not ended");
    }

    private void Change() => _isStale = true;

    private FakeControl Switch(uint id, string name, bool isOn = false) =>
        new(id, name, "", 0, 1, isOn ? 1 : 0, Change, steps: 1) { StepNames = ["Off", "On"] };

    private FakeControl Choice(uint id, string name, string[] names, int first = 0) =>
        new(id, name, "", 0, names.Length - 1, first, Change, steps: names.Length - 1) { StepNames = names };

    private FakeControl Number(uint id, string name, string unit, double min, double max, double start, bool log = false) =>
        new(id, name, unit, min, max, start, Change, log: log);

    private TrimControls Trim(uint id, string name) => new(
        Switch(id, $"{name} on", isOn: true), Number(id + 1, $"{name} frequency trim", "oct", -1, 1, 0),
        Number(id + 2, $"{name} gain trim", "dB", -12, 12, 0), Number(id + 3, $"{name} Q trim", "x", 0.25, 4, 1, log: true));

    private OwnBandControls Own(uint id, string name, double startHz) => new(
        Switch(id, $"{name} on"), Choice(id + 1, $"{name} type", TypeNames, 1), Choice(id + 2, $"{name} channel", ChannelNames),
        Number(id + 3, $"{name} frequency", "Hz", 10, 30_000, startHz, log: true), Number(id + 4, $"{name} gain", "dB", -30, 30, 0),
        Number(id + 5, $"{name} Q", "", 0.1, 40, 0.71, log: true), Choice(id + 6, $"{name} slope", SlopeNames));
}

/// <summary>Asked and heard.</summary>
internal sealed class FakeEar : IEar
{
    public bool IsAvailable { get; set; } = true;

    public EarState State { get; set; } = EarState.Hearing;

    public string Word { get; set; } = "warm";

    public double Asked { get; set; } = 0.70;

    public double Heard { get; set; } = 0.66;

    public double HeardSeconds { get; set; } = 42.0;

    public string Remark { get; set; } = "";

    public (string First, string Second) Followed { get; set; } = ("warm", "bright");

    public ReadOnlySpan<EarMoment> Moments => Heights;

    public int Serial { get; set; } = 1;

    public EarMoment[] Heights { get; set; } =
        [.. Enumerable.Range(0, 120).Select(second => new EarMoment(0.7f + (0.4f * MathF.Sin(second / 9f)), -0.3f + (0.5f * MathF.Cos(second / 13f))))];
}

/// <summary>Counts.</summary>
internal sealed class FakeHistory : IHistory
{
    public string? UndoName { get; set; } = "Amount";

    public string? RedoName { get; set; }

    public int Steps { get; private set; }

    public void Undo() => Steps--;

    public void Redo() => Steps++;
}

/// <summary>A and B.</summary>
internal sealed class FakeCompare : ICompare
{
    public bool IsB { get; private set; }

    public bool IsMatched { get; set; } = true;

    public int Copies { get; private set; }

    public void Switch() => IsB = !IsB;

    public void CopyToOther() => Copies++;
}

/// <summary>Settings in memory.</summary>
internal sealed class FakeSettings : IEditorSettings
{
    public ThemeChoice Theme { get; set; }

    public bool ReducedMotion { get; set; }

    public Size? Size { get; set; }

    public double? Scale { get; set; }

    public bool ShowInput { get; set; } = true;

    public bool ShowSideChain { get; set; } = true;

    public bool ShowOutput { get; set; } = true;

    public bool PeakHold { get; set; }

    public double SpectrumTilt { get; set; } = 4.5;

    public SpectrumSpeed SpectrumSpeed { get; set; } = SpectrumSpeed.Medium;

    public bool ShowPiano { get; set; }

    public double CurveRangeDb { get; set; }

    public bool ShowTooltips { get; set; } = true;
}
