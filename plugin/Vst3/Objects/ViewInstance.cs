using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Objects;

/// <summary>The managed half of a <see cref="ViewObject"/>: the editor, the host's frame, and whether it is attached. Main thread.</summary>
internal sealed unsafe class ViewInstance(ViewObject* self, EffectInstance effect, EffectEditor editor) : IDisposable
{
    private readonly HostFrame _frame = new(self, effect);
    private bool _isAttached;

    public EffectEditor Editor => editor;

    /// <summary>Takes the host's IPlugFrame, or lets go of it where null. Hosts do that before or after <see cref="Detach"/>.</summary>
    public void SetFrame(void* frame) => _frame.Set(frame);

    /// <summary>Attaches the editor to a host's window.</summary>
    public bool Attach(nint parent, string platform)
    {
        if (_isAttached || !editor.Supports(platform))
            return false;
        _frame.Open();
        // Without the host's run loop an X11 window could neither draw nor hear: better the host's own view of the parameters.
        if (platform == ViewNames.X11 && _frame.RunLoop is null)
        {
            _frame.Close();
            return false;
        }
        try
        {
            _isAttached = editor.Attach(parent, platform, _frame);
        }
        finally
        {
            if (!_isAttached)
                _frame.Close();
        }
        return _isAttached;
    }

    /// <summary>Detaches the editor; nothing of it is called from the host's run loop any more.</summary>
    public void Detach()
    {
        if (!_isAttached)
            return;
        _isAttached = false;
        try
        {
            editor.Detach();
        }
        finally
        {
            _frame.Close();
        }
    }

    public void Dispose()
    {
        try
        {
            Detach();
        }
        finally
        {
            SetFrame(null);
            editor.Dispose();
        }
    }
}
