using SemanticEq.Ui.Canvas;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>The window as a host holds it, where it does not come up; where it does, the hosts' own tests drive it.</summary>
public sealed class PluginEditorTests : IDisposable
{
    private readonly EditedPlugin _plugin = new();

    [Fact]
    public void It_begins_at_the_size_that_its_user_liked_in_units()
    {
        _plugin.Settings.Size = new Size(900, 600);
        using var editor = new PluginEditor(_plugin.Session);
        editor.Size.ShouldBe(new EditorSize(900, 600));
        editor.SetScale(2).ShouldBeTrue();
        editor.Size.ShouldBe(new EditorSize(1800, 1200));
        editor.SetScale(0).ShouldBeFalse();
        editor.SetScale(double.NaN).ShouldBeFalse();
        editor.Size.ShouldBe(new EditorSize(1800, 1200));
    }

    [Fact]
    public void A_scale_that_its_user_has_chosen_stands_above_the_hosts()
    {
        _plugin.Settings.Scale = 1.5;
        using var editor = new PluginEditor(_plugin.Session);
        editor.SetScale(3);
        editor.Size.ShouldBe(new EditorSize(1680, 1050));
    }

    [Fact]
    public void Without_a_run_loop_or_a_window_to_be_in_nothing_is_left_behind()
    {
        var loop = new Loop();
        using var editor = new PluginEditor(_plugin.Session);
        editor.Attach(7, ViewNames.X11, new Frame(null)).ShouldBeFalse();
        editor.Attach(7, "NoSuchWindows", new Frame(loop)).ShouldBeFalse();
        (_plugin.Session.IsOpen, loop.Alive, editor.Window).ShouldBe((false, 0, null));
        editor.Detach();
        editor.Resize(new EditorSize(800, 500));
        editor.Size.ShouldBe(new EditorSize(800, 500));
        editor.ParameterAt(10, 10).ShouldBeNull();
        editor.Key('a', 0, 0, isDown: true).ShouldBeFalse();
        _plugin.Settings.Size.ShouldBeNull("only what a window had is remembered");
    }

    [Fact]
    public void Where_it_fails_while_coming_up_nothing_is_left_behind()
    {
        var loop = new Loop();
        using var editor = new PluginEditor(_plugin.Session, _ => throw new InvalidOperationException("no view"));
        for (int i = 0; i < 2; i++)
        {
            Should.Throw<InvalidOperationException>(() => editor.Attach(7, ViewNames.X11, new Frame(loop))).Message.ShouldBe("no view");
            (_plugin.Session.IsOpen, _plugin.Effect.Processor.Tap.IsOpen, loop.Alive, editor.Window).ShouldBe((false, false, 0, null));
        }
        editor.Detach();
        _plugin.Session.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Only_windows_that_it_can_live_in_are_supported()
    {
        using var editor = new PluginEditor(_plugin.Session);
        editor.Supports(ViewNames.X11).ShouldBe(OperatingSystem.IsLinux());
        editor.Supports(ViewNames.Windows).ShouldBe(OperatingSystem.IsWindows());
        editor.Supports(ViewNames.MacOS).ShouldBeFalse();
    }

    [Fact]
    public void The_session_outlives_windows_and_counts_them()
    {
        _plugin.Session.Open();
        _plugin.Session.Open();
        _plugin.Session.Close();
        _plugin.Session.IsOpen.ShouldBeTrue();
        _plugin.Session.Close();
        _plugin.Session.Close();
        _plugin.Session.IsOpen.ShouldBeFalse();
        _plugin.Session.Open();
        _plugin.Session.IsOpen.ShouldBeTrue();
        _plugin.Session.Close();
    }

    public void Dispose() => _plugin.Dispose();

    private sealed class Frame(IRunLoop? loop) : IEditorFrame
    {
        public IRunLoop? RunLoop => loop;

        public bool RequestSize(EditorSize size) => false;

        public bool ShowParameterMenu(uint id, int x, int y) => false;
    }

    private sealed class Loop : IRunLoop
    {
        public int Alive { get; private set; }

        public IDisposable Every(int milliseconds, Action callback) => new Registration(this);

        public IDisposable WhenReadable(int fileDescriptor, Action callback) => new Registration(this);

        private sealed class Registration : IDisposable
        {
            private readonly Loop _loop;

            public Registration(Loop loop) => (_loop = loop).Alive++;

            public void Dispose() => _loop.Alive--;
        }
    }
}
