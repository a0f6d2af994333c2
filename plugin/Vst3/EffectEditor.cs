namespace SemanticEq.Vst3;

/// <summary>
/// An effect's window as a host sees it: VST3's plug view. The view may be made and asked for its size without being attached; it is
/// attached and removed any number of times. All on the host's UI thread. Sizes are in the system's pixels, as VST3 has them on X11 and Windows.
/// An exception becomes <c>kResultFalse</c>.
/// </summary>
public abstract class EffectEditor : IDisposable
{
    /// <summary>Whether it can live in windows of that kind: <c>X11EmbedWindowID</c>, <c>HWND</c>, <c>NSView</c>.</summary>
    public abstract bool Supports(string platform);

    /// <summary>Comes up in a host's window.</summary>
    /// <param name="parent">The system's handle of the host's window.</param>
    /// <param name="platform">Its kind.</param>
    /// <param name="frame">The host's side.</param>
    /// <returns>False where it can't: nothing is left behind then.</returns>
    public abstract bool Attach(nint parent, string platform, IEditorFrame frame);

    /// <summary>Goes away. The host's window may be gone already.</summary>
    public abstract void Detach();

    /// <summary>The size that it has or wants, in pixels.</summary>
    public abstract EditorSize Size { get; }

    /// <summary>Whether the host may resize it.</summary>
    public virtual bool CanResize => true;

    /// <summary>The nearest size that it can have.</summary>
    public abstract EditorSize Constrain(EditorSize wanted);

    /// <summary>The host has given it a size.</summary>
    public abstract void Resize(EditorSize size);

    /// <summary>The screen's pixels per unit (IPlugViewContentScaleSupport). May come before <see cref="Attach"/>.</summary>
    public abstract bool SetScale(double scale);

    /// <summary>The parameter at a point in pixels (IParameterFinder), or null.</summary>
    public abstract uint? ParameterAt(int x, int y);

    /// <summary>A key that the host hands on (VST3's key codes), down or up.</summary>
    /// <returns>Whether it was used; if not it is the host's.</returns>
    public virtual bool Key(char character, int keyCode, int modifiers, bool isDown) => false;

    /// <summary>The view got the host's keyboard or lost it.</summary>
    public virtual void Focus(bool hasFocus)
    {
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A size in pixels.</summary>
public readonly record struct EditorSize(int Width, int Height);

/// <summary>What a host offers to an attached editor. UI thread only; silent once the editor is removed.</summary>
public interface IEditorFrame
{
    /// <summary>The host's run loop (IRunLoop); null where it has none, as on Windows.</summary>
    IRunLoop? RunLoop { get; }

    /// <summary>Asks the host for another size; it may answer by <see cref="EffectEditor.Resize"/> before this returns.</summary>
    bool RequestSize(EditorSize size);

    /// <summary>Shows the host's menu for a parameter (IComponentHandler3) at a point in pixels.</summary>
    /// <returns>False where the host has none.</returns>
    bool ShowParameterMenu(uint id, int x, int y);
}

/// <summary>The host's run loop. UI thread only.</summary>
public interface IRunLoop
{
    /// <summary>Calls back every so often until disposed. Null where the host refuses.</summary>
    IDisposable? Every(int milliseconds, Action callback);

    /// <summary>Calls back when a file descriptor can be read, until disposed. Null where the host refuses.</summary>
    IDisposable? WhenReadable(int fileDescriptor, Action callback);
}
