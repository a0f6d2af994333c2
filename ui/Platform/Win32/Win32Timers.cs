namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Timers of a window's, by the host's own message loop.</summary>
internal sealed class Win32Timers(nint window)
{
    private readonly List<Timer> _timers = [];
    private nuint _lastId;

    private nint Window => window;

    /// <summary>Calls back every so often until disposed.</summary>
    /// <returns>Null where the system refuses.</returns>
    public IDisposable? Every(int milliseconds, Action callback)
    {
        var timer = new Timer(this, ++_lastId, callback);
        // The clock ticks each 15.6 ms: a timer of 16 would be called at every other tick.
        if (User32.SetTimer(window, timer.Id, (uint)Math.Max(1, milliseconds - 1), 0) == 0)
            return null;
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Calls who waits for a timer.</summary>
    /// <returns>False where it is none of ours.</returns>
    public bool Call(nuint id)
    {
        for (int i = 0; i < _timers.Count; i++)
        {
            if (_timers[i].Id != id)
                continue;
            _timers[i].Callback();
            return true;
        }

        return false;
    }

    /// <summary>Calls all, a last time: the window is gone, and its timers with it.</summary>
    public void CallLast()
    {
        // Who is called may end others.
        while (_timers.Count > 0)
        {
            Timer timer = _timers[^1];
            _timers.RemoveAt(_timers.Count - 1);
            timer.Callback();
        }
    }

    private sealed class Timer(Win32Timers owner, nuint id, Action callback) : IDisposable
    {
        public nuint Id => id;

        public Action Callback => callback;

        public void Dispose()
        {
            if (owner._timers.Remove(this))
                _ = User32.KillTimer(owner.Window, id);
        }
    }
}
