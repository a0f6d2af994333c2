using System.Text;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Windows;

/// <summary>A plug-in's IPlugView in this host's hands. Main thread.</summary>
internal sealed unsafe class PluginView : IDisposable
{
    private void* _view;
    private bool _isAttached;

    private PluginView(void* view) => _view = view;

    private PlugViewVtbl* Table => *(PlugViewVtbl**)_view;

    /// <summary>The size that it has or wants, in pixels.</summary>
    public EditorSize Size
    {
        get
        {
            ViewRect rect = default;
            return Table->GetSize(_view, &rect) == Result.Ok && rect.Size is { } size ? size : new EditorSize(640, 400);
        }
    }

    /// <summary>Whether the host may resize it.</summary>
    public bool CanResize => Table->CanResize(_view) == Result.Ok;

    /// <summary>Makes a plug-in's view; null where it has no editor.</summary>
    public static PluginView? Create(PluginInstance plugin)
    {
        void* view = plugin.CreateView();
        return view == null ? null : new PluginView(view);
    }

    /// <summary>Tells the screen's pixels per unit.</summary>
    /// <returns>False where the view takes none.</returns>
    public bool SetScale(double scale)
    {
        void* support = FUnknown.Query(_view, InterfaceIds.ContentScaleSupport);
        if (support == null)
            return false;
        bool taken = (*(ContentScaleSupportVtbl**)support)->SetContentScaleFactor(support, (float)scale) == Result.Ok;
        FUnknown.Release(support);
        return taken;
    }

    /// <summary>The nearest size that it can have.</summary>
    public EditorSize Constrain(EditorSize wanted)
    {
        var rect = ViewRect.Of(wanted);
        return Table->CheckSizeConstraint(_view, &rect) == Result.Ok && rect.Size is { } size ? size : wanted;
    }

    /// <summary>Gives it a size.</summary>
    public void Resize(EditorSize size)
    {
        var rect = ViewRect.Of(size);
        _ = Table->OnSize(_view, &rect);
    }

    /// <summary>Has it come up in a window.</summary>
    public bool Attach(PlugFrame frame, nint window)
    {
        _ = Table->SetFrame(_view, frame.Pointer);
        fixed (byte* type = Encoding.ASCII.GetBytes(HostWindow.Kind + '\0'))
            _isAttached = Table->Attached(_view, (void*)window, type) == Result.Ok;
        return _isAttached;
    }

    /// <summary>The parameter at a point in pixels, or null.</summary>
    public uint? ParameterAt(int x, int y)
    {
        void* finder = FUnknown.Query(_view, InterfaceIds.ParameterFinder);
        if (finder == null)
            return null;
        uint id = 0;
        bool found = (*(ParameterFinderVtbl**)finder)->FindParameter(finder, x, y, &id) == Result.Ok;
        FUnknown.Release(finder);
        return found ? id : null;
    }

    /// <summary>Removes it from its window and lets go of it.</summary>
    public void Dispose()
    {
        if (_view == null)
            return;
        if (_isAttached)
            _ = Table->Removed(_view);
        _ = Table->SetFrame(_view, null);
        FUnknown.Release(_view);
        _view = null;
    }
}
