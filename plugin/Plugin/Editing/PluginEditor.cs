using System.Diagnostics;
using SemanticEq.Plugin.Platform;
using SemanticEq.Ui;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// The window in a host: the system's window, the scene in it, and the host's run loop that moves both. All that it shows is the effect's
/// <see cref="EditorSession"/>, which stays when it goes. Main thread; a frame allocates nothing.
/// </summary>
internal sealed class PluginEditor : EffectEditor, ISceneHost
{
    private const int FrameMilliseconds = 16;
    private readonly EditorSession _session;
    private readonly WindowSize _size = new();
    private double _hostScale = 1.0;
    private IEditorFrame? _frame;
    private EditorView? _view;
    private Scene? _scene;
    private IDisposable? _timer;
    private IDisposable? _events;
    private long _opened;

    /// <summary>A window for an effect; nothing is opened yet.</summary>
    public PluginEditor(EditorSession session)
    {
        _session = session;
        _ = _size.TakeScale(WantedScale);
        if (session.Settings.Size is { } size)
            _size.Prefer(size);
    }

    /// <inheritdoc/>
    public IWindow? Window { get; private set; }

    /// <inheritdoc/>
    public override EditorSize Size => _size.Pixels;

    Theme ISceneHost.Theme => _session.Settings.Theme == ThemeChoice.Light ? Theme.Light : Theme.Dark;

    bool ISceneHost.ReducedMotion => _session.Settings.ReducedMotion;

    bool ISceneHost.ShowTooltips => _session.Settings.ShowTooltips;

    Size ISceneHost.MinimumSize => EditorLayout.Least;

    private double WantedScale => _session.Settings.Scale ?? _hostScale;

    /// <inheritdoc/>
    public override bool Supports(string platform) => SystemWindow.Supports(platform);

    /// <inheritdoc/>
    public override bool Attach(nint parent, string platform, IEditorFrame frame)
    {
        if (_scene is not null || frame.RunLoop is not { } loop)
            return false;
        _frame = frame;
        _ = ShippedFonts.Load(Bundle.Fonts);
        _session.Open();
        _view = new EditorView(_session);
        _scene = new Scene(_view, this);
        _opened = Stopwatch.GetTimestamp();
        Window = SystemWindow.Open(platform, parent, _size.Units, _size.Scale, _scene);
        if (Window is { } window)
        {
            _timer = loop.Every(FrameMilliseconds, Frame);
            // Where the host does not watch it, each frame looks.
            _events = loop.WhenReadable(window.WaitHandle, TakeEvents);
        }
        if (_timer is not null)
            return true;
        Detach();
        return false;
    }

    /// <inheritdoc/>
    public override void Detach()
    {
        if (_scene is null)
            return;
        _timer?.Dispose();
        _events?.Dispose();
        (_timer, _events) = (null, null);
        _scene.Dispose();
        Window?.Dispose();
        (Window, _scene, _view, _frame) = (null, null, null, null);
        _session.Close();
    }

    /// <inheritdoc/>
    public override EditorSize Constrain(EditorSize wanted) => _size.Constrain(wanted);

    /// <inheritdoc/>
    public override void Resize(EditorSize size)
    {
        if (size == _size.Pixels && Window?.Scale == _size.Scale)
            return;
        _size.Take(size);
        Window?.Resize(_size.Units, _size.Scale);
        if (Window is not null)
            _session.Settings.Size = _size.Units;
    }

    /// <inheritdoc/>
    public override bool SetScale(double scale)
    {
        if (!(scale > 0.0 && double.IsFinite(scale)))
            return false;
        _hostScale = scale;
        FollowScale();
        return true;
    }

    /// <inheritdoc/>
    public override uint? ParameterAt(int x, int y)
    {
        var at = new Point(x / _size.Scale, y / _size.Scale);
        for (var widget = _view?.HitTest(at); widget is not null; widget = widget.Parent)
        {
            if (widget.ParameterAt(at) is { } id)
                return id;
        }
        return null;
    }

    /// <inheritdoc/>
    public override bool Key(char character, int keyCode, int modifiers, bool isDown) =>
        _scene is { Focused: not null } scene && KeyCodes.Read(character, keyCode, modifiers, isDown) is { } key && scene.Key(key);

    /// <inheritdoc/>
    public bool ShowHostMenu(uint parameter, Point at) =>
        _frame?.ShowParameterMenu(parameter, (int)(at.X * _size.Scale), (int)(at.Y * _size.Scale)) ?? false;

    /// <inheritdoc/>
    public bool RequestSize(Size wanted)
    {
        var pixels = _size.Constrain(new EditorSize((int)Math.Round(wanted.Width * _size.Scale), (int)Math.Round(wanted.Height * _size.Scale)));
        return pixels == _size.Pixels || (_frame?.RequestSize(pixels) ?? false);
    }

    /// <inheritdoc/>
    public override void Dispose() => Detach();

    private void Frame()
    {
        if (Window is not { } window || _scene is not { } scene)
            return;
        if (window.IsLost)
        {
            // It never comes back. What is begun ends now: nobody will let go of it.
            Detach();
            return;
        }
        double seconds = Stopwatch.GetElapsedTime(_opened).TotalSeconds;
        window.HandleEvents();
        if (_scene != scene)
            return;
        FollowScale();
        _session.Tick(seconds);
        scene.Tick(seconds);
        _ = window.Paint();
    }

    private void TakeEvents() => Window?.HandleEvents();

    // The host is asked for the same room in units. One that refuses keeps its pixels, and units become fewer.
    private void FollowScale()
    {
        var before = _size.Pixels;
        if (!_size.TakeScale(WantedScale))
            return;
        var wanted = _size.Constrain(_size.Pixels);
        if (_frame is { } frame && !frame.RequestSize(wanted))
            wanted = before;
        _size.Take(wanted);
        Window?.Resize(_size.Units, _size.Scale);
    }
}
