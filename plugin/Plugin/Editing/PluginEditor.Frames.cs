using System.Diagnostics;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Plugin;

// What the host's run loop moves. What goes wrong is said in the window and tried again: a window never stands still for ever.
internal sealed partial class PluginEditor
{
    // For about a second the reason stands where nothing could be drawn.
    private const int FramesOfFault = 60;
    private int _faultFrames;

    private double Seconds => Stopwatch.GetElapsedTime(_opened).TotalSeconds;

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
        double seconds = Seconds;
        // Where the host does not watch for them, events come in here.
        // Who doesn't see it has it read, whatever lies over it.
        bool isRead = _accessible is { IsListening: true };
        if ((_events is null && window.HandleEvents()) || _session.HasNews || _faultFrames > 0 || isRead)
            _pace.Stir(seconds);
        if (_scene == scene && _pace.Begin(seconds, window.IsSeen || isRead))
            Work(window, scene, seconds, isRead);
    }

    private void Work(IWindow window, Scene scene, double seconds, bool isRead)
    {
        if (window.HandleEvents())
            _pace.Stir(seconds);
        if (_scene != scene)
            return;
        See(window.IsSeen);
        FollowScale();
        Tick(window, seconds, _isSeen || isRead);
        if (_scene == scene && _isSeen)
            _pace.End(seconds, Paint(window));
    }

    private void See(bool isSeen)
    {
        if (isSeen == _isSeen)
            return;
        _isSeen = isSeen;
        _session.See(isSeen);
    }

    // One after the other: what the session says of its fault is for the scene to show.
    private void Tick(IWindow window, double seconds, bool hasScene)
    {
        try
        {
            _session.Tick(seconds);
        }
        catch (Exception e)
        {
            Fail(e);
        }
        try
        {
            if (hasScene)
                _scene?.Tick(seconds);
        }
        catch (Exception e)
        {
            Fail(e);
        }
        try
        {
            _accessible?.Frame(window, seconds);
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private bool Paint(IWindow window)
    {
        if (_faultFrames > 0 && --_faultFrames == 0)
            Show(null, window);
        try
        {
            bool hasDrawn = window.Paint();
            if (hasDrawn)
                Diagnostics.CountFrame();
            return hasDrawn;
        }
        catch (Exception e)
        {
            _faultFrames = FramesOfFault;
            Show(_session.Tell(e), window);
            return true;
        }
    }

    private void Show(string? fault, IWindow window)
    {
        if (_client is { } client)
            client.Fault = fault;
        window.Invalidate(new Rectangle(0, 0, window.Size.Width, window.Size.Height));
    }

    private void Fail(Exception fault) => _ = _session.Tell(fault);

    private void TakeEvents()
    {
        if (Window?.HandleEvents() == true)
            _pace.Stir(Seconds);
    }

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
