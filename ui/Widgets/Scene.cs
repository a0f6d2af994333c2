using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// All widgets of one window: it draws them, and takes pointer and keys to the one that they are meant for. Main thread. Drawing, ticking,
/// hovering and dragging allocate nothing.
/// </summary>
public sealed partial class Scene : IScene, IWindowClient, IDisposable
{
    private const double FocusRingWidth = 1.5;

    private readonly Widget _root;
    private readonly ISceneHost _host;
    private readonly TextRuler _ruler = new();
    private Theme _theme;
    private Size _size;
    private double _seconds;

    /// <summary>Shows a tree of widgets. It has its place once the window is open, or resized.</summary>
    /// <param name="root">The widget that fills the window.</param>
    /// <param name="host">Whoever opens the window.</param>
    public Scene(Widget root, ISceneHost host)
    {
        _root = root;
        _host = host;
        _theme = host.Theme;
        _tooltip = new Tooltip(_ruler);
        root.OwnScene = this;
        TakeSize();
    }

    /// <inheritdoc/>
    public Theme Theme => _theme;

    /// <inheritdoc/>
    public bool ReducedMotion => _host.ReducedMotion;

    private Rectangle Everything => new(0, 0, _size.Width, _size.Height);

    /// <summary>A frame of the screen's: time goes on for everything that moves or rests.</summary>
    /// <param name="seconds">Since the window was opened.</param>
    public void Tick(double seconds)
    {
        _seconds = seconds;
        TakeSize();
        if (_theme != _host.Theme)
        {
            _theme = _host.Theme;
            Invalidate(Everything);
        }

        _root.Tick(seconds);
        for (int i = 0; i < _popups.Count; i++)
            _popups[i].Popup.Tick(seconds);
        SettleAfterRest();
        TickTooltip();
        SyncKeyboard();
    }

    /// <inheritdoc/>
    public void Draw(ICanvas canvas, Rectangle dirty)
    {
        _mayReadOtherwise = true;
        var context = new DrawContext(_theme, dirty, _seconds);
        canvas.FillRectangle(dirty, _theme.Ground);
        _root.DrawTree(canvas, context);
        DrawFocusRing(canvas, _root);
        for (int i = 0; i < _popups.Count; i++)
        {
            _popups[i].Popup.DrawTree(canvas, context);
            DrawFocusRing(canvas, _popups[i].Popup);
        }

        _tooltip.Draw(canvas, _theme);
    }

    /// <inheritdoc/>
    public void Resized(Size size, double scale)
    {
        _size = size;
        HideTooltip();
        _root.Arrange(new Rectangle(
            0, 0, Math.Max(size.Width, _host.MinimumSize.Width), Math.Max(size.Height, _host.MinimumSize.Height)));
        PlacePopups();
        Invalidate(Everything);
    }

    /// <inheritdoc/>
    public void Invalidate(Rectangle area)
    {
        // A window that nobody sees is not drawn, but may be read.
        _mayReadOtherwise = true;
        _host.Window?.Invalidate(area);
    }

    /// <inheritdoc/>
    public void Forget(Widget widget)
    {
        if (_captured is { } captured && IsWithin(captured, widget))
            CancelDrag();
        if (_unsettled is { } unsettled && IsWithin(unsettled, widget))
            Settle();
        if (_hovered is { } hovered && IsWithin(hovered, widget))
            _hovered = null;
        if (_pasting is { } pasting && IsWithin(pasting, widget))
            _pasting = null;
        if (_tabStart is { } start && IsWithin(start, widget))
            _tabStart = null;
        if (Focused is { } focused && IsWithin(focused, widget))
            Focus(null);
    }

    /// <inheritdoc/>
    public double MeasureWidth(string text, in TextStyle style) => _ruler.Width(text, style);

    /// <inheritdoc/>
    public bool ShowHostMenu(uint parameter, Point at) => _host.ShowHostMenu(parameter, at);

    /// <inheritdoc/>
    public bool RequestSize(Size wanted) => _host.RequestSize(wanted);

    /// <summary>The window closes: drags, gestures and popups end. The widgets can then be shown by another scene.</summary>
    public void Dispose()
    {
        CancelDrag();
        Settle();
        ClosePopupsFrom(0);
        SetFocused(null, byKey: false);
        SyncKeyboard();
        _hovered = null;
        _pasting = null;
        if (_root.OwnScene == this)
            _root.OwnScene = null;
        _ruler.Dispose();
    }

    private static bool IsWithin(Widget widget, Widget ancestor)
    {
        for (Widget? at = widget; at is not null; at = at.Parent)
        {
            if (at == ancestor)
                return true;
        }

        return false;
    }

    private static bool IsShown(Widget widget)
    {
        for (Widget? at = widget; at is not null; at = at.Parent)
        {
            if (!at.IsVisible)
                return false;
        }

        return widget.Scene is not null;
    }

    // A window may have its size before its client hears of it.
    private void TakeSize()
    {
        if (_host.Window is { } window && window.Size != _size)
            Resized(window.Size, window.Scale);
    }

    private void DrawFocusRing(ICanvas canvas, Widget tree)
    {
        if (!_showsFocus || Focused is not { } focused || !IsWithin(focused, tree) || !IsShown(focused))
            return;
        Rectangle area = focused.FocusArea;
        if (area.Width <= 0 || area.Height <= 0)
            return;
        canvas.BeginPath();
        canvas.AddRoundedRectangle(area.Inset(FocusRingWidth / 2), Space.ControlRadius);
        canvas.Stroke(_theme.Focus, new Pen(FocusRingWidth));
    }
}
