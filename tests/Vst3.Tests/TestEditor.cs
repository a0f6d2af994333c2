using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Tests;

/// <summary>An editor that notes what it is told; the member named in <see cref="Throws"/> throws.</summary>
public sealed class TestEditor : EffectEditor
{
    public List<string> Calls { get; } = [];

    public string? Throws { get; set; }

    public bool Refuses { get; set; }

    public IEditorFrame? Frame { get; private set; }

    public IDisposable? Timer { get; private set; }

    public IDisposable? Event { get; private set; }

    /// <summary>What each tick of the timer does.</summary>
    public Action? Ticked { get; set; }

    public override EditorSize Size => Guard(nameof(Size), new EditorSize(800, 500));

    public override bool CanResize => Guard(nameof(CanResize), true);

    public override bool Supports(string platform) => Guard(nameof(Supports), platform is ViewNames.X11 or ViewNames.Windows);

    public override bool Attach(nint parent, string platform, IEditorFrame frame)
    {
        Note($"attach {parent} {platform}");
        Frame = frame;
        Timer = frame.RunLoop?.Every(16, () =>
        {
            Calls.Add("tick");
            Ticked?.Invoke();
        });
        Event = frame.RunLoop?.WhenReadable(5, () => Calls.Add("readable"));
        return !Refuses && Guard(nameof(Attach), true);
    }

    public override void Detach()
    {
        Note("detach");
        _ = Guard(nameof(Detach), true);
    }

    public override EditorSize Constrain(EditorSize wanted) =>
        Guard(nameof(Constrain), new EditorSize(Math.Max(640, wanted.Width), Math.Max(400, wanted.Height)));

    public override void Resize(EditorSize size)
    {
        Note($"resize {size.Width}x{size.Height}");
        _ = Guard(nameof(Resize), true);
    }

    public override bool SetScale(double scale)
    {
        Note($"scale {scale}");
        return Guard(nameof(SetScale), true);
    }

    public override uint? ParameterAt(int x, int y) => Guard(nameof(ParameterAt), x == 10 ? TestEffect.GainId : (uint?)null);

    public override bool Key(char character, int keyCode, int modifiers, bool isDown)
    {
        Note($"key {character} {keyCode} {modifiers} {isDown}");
        return Guard(nameof(Key), character == 'z');
    }

    public override void Focus(bool hasFocus)
    {
        Note($"focus {hasFocus}");
        _ = Guard(nameof(Focus), true);
    }

    public override void Dispose() => Note("dispose");

    private void Note(string call) => Calls.Add(call);

    private T Guard<T>(string member, T value) => Throws == member ? throw new InvalidOperationException("ordered by a test") : value;
}
