using System.Diagnostics;
using SemanticEq.Audio;
using SemanticEq.Plugin.Platform;
using SemanticEq.Ui;
using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// The window in a host: the system's window, the scene in it, and the host's run loop that moves both. All that it shows is the effect's
/// <see cref="EditorSession"/>, which stays when it goes. Where nothing moves it looks less often, and where nobody sees it it draws nothing
/// (<see cref="FramePace"/>). Main thread; a frame allocates nothing.
/// </summary>
internal sealed partial class PluginEditor : EffectEditor, ISceneHost
{
    private const int FrameMilliseconds = 16;
    private readonly EditorSession _session;
    private readonly Func<EditorSession, Widget> _makeView;
    private readonly WindowSize _size = new();
    private double? _hostScale;
    private IEditorFrame? _frame;
    private Widget? _view;
    private Scene? _scene;
    private GuardedClient? _client;
    private IAssistiveLink? _assistive;
    private AccessibleScene? _accessible;
    private IDisposable? _timer;
    private IDisposable? _events;
    private FramePace _pace = new();
    private long _opened;
    private bool _isAttached;
    private bool _isSeen = true;

    /// <summary>A window for an effect; nothing is opened yet.</summary>
    public PluginEditor(EditorSession session)
        : this(session, static session => new EditorView(session))
    {
    }

    /// <summary>The same with other widgets, as in tests.</summary>
    internal PluginEditor(EditorSession session, Func<EditorSession, Widget> makeView)
    {
        (_session, _makeView) = (session, makeView);
        _ = _size.TakeScale(WantedScale);
        if (session.Settings.Size is { } size)
            _size.Prefer(size);
    }

    /// <inheritdoc/>
    public IWindow? Window { get; private set; }

    /// <inheritdoc/>
    public override EditorSize Size => _size.Pixels;

    /// <summary>Finds assistive technology.</summary>
    internal Func<IAssistiveLink?> Assist { get; init; } = SystemWindow.Assist;

    Theme ISceneHost.Theme => _session.Settings.Theme == ThemeChoice.Light ? Theme.Light : Theme.Dark;

    bool ISceneHost.ReducedMotion => _session.Settings.ReducedMotion;

    bool ISceneHost.ShowTooltips => _session.Settings.ShowTooltips;

    Size ISceneHost.MinimumSize => EditorLayout.Least;

    private double WantedScale => _session.Settings.Scale ?? _hostScale ?? Window?.SystemScale ?? 1.0;

    /// <inheritdoc/>
    public override bool Supports(string platform) => SystemWindow.Supports(platform);

    /// <inheritdoc/>
    public override bool Attach(nint parent, string platform, IEditorFrame frame)
    {
        if (_isAttached || (frame.RunLoop is null && SystemWindow.NeedsRunLoop))
            return false;
        _isAttached = true;
        _frame = frame;
        bool isOpen = false;
        try
        {
            isOpen = Open(parent, platform, frame.RunLoop);
        }
        finally
        {
            if (!isOpen)
                Detach();
        }
        return isOpen;
    }

    /// <inheritdoc/>
    public override void Detach()
    {
        if (!_isAttached)
            return;
        _isAttached = false;
        _timer?.Dispose();
        _events?.Dispose();
        (_timer, _events, _faultFrames) = (null, null, 0);
        _assistive?.Dispose();
        (_assistive, _accessible) = (null, null);
        try
        {
            _scene?.Dispose();
        }
        finally
        {
            Window?.Dispose();
            See(true);
            (Window, _scene, _view, _client, _frame) = (null, null, null, null, null);
            _session.Close();
        }
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
        _pace.Stir(Seconds);
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
        _pace.Stir(Seconds);
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
    public override bool Key(char character, int keyCode, int modifiers, bool isDown)
    {
        _pace.Stir(Seconds);
        return _scene is { Focused: not null } && KeyCodes.Read(character, keyCode, modifiers, isDown) is { } key && _client!.Key(key);
    }

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

    private bool Open(nint parent, string platform, IRunLoop? loop)
    {
        // Counted first: it is closed whatever comes.
        _session.Open();
        (_pace, _isSeen) = (new FramePace(), true);
        ShippedLibraries.LookIn(Bundle.LibraryFolder);
        AudioLibrary.LookIn(Bundle.LibraryFolder);
        _ = ShippedFonts.Load(Bundle.Fonts);
        _view = _makeView(_session);
        _scene = new Scene(_view, this);
        _client = new GuardedClient(_scene, this, Fail);
        _opened = Stopwatch.GetTimestamp();
        Window = SystemWindow.Open(platform, parent, _size.Units, _size.Scale, _client);
        if (Window is not { } window)
            return false;
        _assistive = Assist();
        _accessible = _assistive is { } link ? new AccessibleScene(_scene, link) : null;
        _timer = window.Every(FrameMilliseconds, Frame) ?? loop?.Every(FrameMilliseconds, Frame);
        // Where the host does not watch it, each frame looks.
        _events = loop?.WhenReadable(window.WaitHandle, TakeEvents);
        return _timer is not null;
    }
}
