using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>The host's IPlugFrame as an editor sees it: open while attached, silent else. Main thread.</summary>
internal sealed unsafe class HostFrame(ViewObject* view, EffectInstance effect) : IEditorFrame
{
    private readonly HostRunLoop _loop = new();
    private void* _frame;
    private bool _isOpen;

    public IRunLoop? RunLoop => _loop.IsConnected ? _loop : null;

    /// <summary>Takes a frame, or none. What is registered moves over to the new frame's run loop.</summary>
    public void Set(void* frame)
    {
        void* old = _frame;
        _frame = frame;
        FUnknown.AddRef(frame);
        if (_isOpen)
            Connect();
        FUnknown.Release(old);
    }

    /// <summary>The editor is about to be attached.</summary>
    public void Open()
    {
        _isOpen = true;
        Connect();
    }

    /// <summary>The editor is detached: what it left registered goes, and it is heard no more.</summary>
    public void Close()
    {
        _isOpen = false;
        _loop.Close();
    }

    public bool RequestSize(EditorSize size)
    {
        if (!_isOpen || _frame == null)
            return false;
        var rect = ViewRect.Of(size);
        // Both are held: the host may drop the view, or set another frame, before it returns.
        void* frame = _frame;
        FUnknown.AddRef(frame);
        _ = ViewObject.AddRef(view);
        bool done = (*(PlugFrameVtbl**)frame)->ResizeView(frame, &view->View, &rect) == Result.Ok;
        _ = ViewObject.Release(view);
        FUnknown.Release(frame);
        return done;
    }

    public bool ShowParameterMenu(uint id, int x, int y)
    {
        if (!_isOpen || effect.Handler is not { } handler)
            return false;
        _ = ViewObject.AddRef(view);
        bool shown = handler.ShowMenu(&view->View, id, x, y);
        _ = ViewObject.Release(view);
        return shown;
    }

    private void Connect()
    {
        void* loop = _frame == null ? null : FUnknown.Query(_frame, InterfaceIds.RunLoop);
        _loop.Connect(loop);
        FUnknown.Release(loop);
    }
}
