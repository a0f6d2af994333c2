using System.Diagnostics;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Windows;

/// <summary>How a host shows an editor, hostile ways among them.</summary>
internal sealed record HostManner
{
    /// <summary>The size to ask for, in pixels; null for the editor's own.</summary>
    public EditorSize? Size { get; init; }

    /// <summary>Where its window is to stand on the screen, in pixels.</summary>
    public (int X, int Y) Place { get; init; }

    /// <summary>Pixels per unit.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Offers no run loop.</summary>
    public bool HasNoRunLoop { get; init; }

    /// <summary>Destroys its window before it removes the editor.</summary>
    public bool DestroysParentFirst { get; init; }
}

/// <summary>A plug-in's editor in a window of its own. Main thread.</summary>
internal sealed class EditorWindow : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly RunLoop _loop;
    private readonly HostManner _manner;
    private readonly PluginView _view;
    private readonly HostWindow _window;
    private readonly PlugFrame _frame;

    /// <summary>Opens the editor.</summary>
    /// <exception cref="UserError">The plug-in has none, or it does not come up.</exception>
    public EditorWindow(PluginInstance plugin, RunLoop loop, HostManner manner)
    {
        _loop = loop;
        _manner = manner;
        long began = Stopwatch.GetTimestamp();
        _view = PluginView.Create(plugin) ?? throw new UserError($"{plugin.Class.Name} has no editor: this plug-in can be heard, but not seen");
        if (manner.Scale != 1)
            _ = _view.SetScale(manner.Scale);
        var size = manner.Size is { } wanted ? _view.Constrain(wanted) : _view.Size;
        try
        {
            _window = HostWindow.Open(plugin.Class.Name, size);
        }
        catch
        {
            _view.Dispose();
            throw;
        }
        _window.Resized = Follow;
        _loop.Watch(_window.WaitHandle, _window.HandleEvents);
        _loop.BeforeWaiting += _window.HandleEvents;
        _frame = new PlugFrame(manner.HasNoRunLoop || !HostWindow.OffersRunLoop ? null : loop, Resize);
        if (manner.Place != (0, 0))
            _window.Move(manner.Place.X, manner.Place.Y);
        _window.Show();
        if (!_view.Attach(_frame, _window.Id))
        {
            Dispose();
            throw new UserError($"{plugin.Class.Name} refuses to open its editor in this window");
        }
        if (_view.Size != size)
            _view.Resize(size);
        AttachedInMilliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        long calls = _loop.TimerCalls;
        while (_loop.TimerCalls == calls && Stopwatch.GetElapsedTime(began) < LongestWait)
            _loop.Turn(5);
        DrawnInMilliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>From the view's making until it is attached; making the host's window is part of it.</summary>
    public double AttachedInMilliseconds { get; }

    /// <summary>From the view's making until its first timer has run: the first picture is there.</summary>
    public double DrawnInMilliseconds { get; }

    /// <summary>The editor.</summary>
    public PluginView View => _view;

    /// <summary>The host's window.</summary>
    public HostWindow Window => _window;

    /// <summary>Gives window and editor another size, the nearest that the editor can have.</summary>
    public void SetSize(EditorSize wanted) => _ = Resize(_view.Constrain(wanted));

    /// <summary>Tells the screen's pixels per unit.</summary>
    public bool SetScale(double scale) => _view.SetScale(scale);

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Forget(_window.WaitHandle);
        _loop.BeforeWaiting -= _window.HandleEvents;
        if (_manner.DestroysParentFirst)
        {
            _window.Destroy();
            // Time for the editor to find out by itself.
            _loop.TurnFor(100);
        }
        _view.Dispose();
        _frame?.Dispose();
        _window.Dispose();
    }

    private bool Resize(EditorSize size)
    {
        _window.Resize(size);
        _view.Resize(size);
        return true;
    }

    private void Follow(EditorSize size)
    {
        var nearest = _view.Constrain(size);
        if (nearest != size)
            _window.Resize(nearest);
        _view.Resize(nearest);
    }
}
