using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Plugin;

/// <summary>
/// Between a window and its scene: what goes wrong in the scene is told and ends there, so that the window goes on. Only what goes wrong
/// while drawing goes through, since the window must know that its image is not whole. Main thread; nothing is allocated where all goes well.
/// </summary>
/// <param name="scene">What the window shows.</param>
/// <param name="host">Whose window it is.</param>
/// <param name="failed">Is told what went wrong.</param>
internal sealed class GuardedClient(IWindowClient scene, ISceneHost host, Action<Exception> failed) : IWindowClient
{
    /// <summary>What is drawn instead of the scene; null for the scene.</summary>
    public string? Fault { get; set; }

    /// <inheritdoc/>
    public void Draw(ICanvas canvas, Rectangle dirty)
    {
        if (Fault is { } text && host.Window is { } window)
            FaultPage.Draw(canvas, window.Size, host.Theme, text);
        else
            scene.Draw(canvas, dirty);
    }

    /// <inheritdoc/>
    public void Resized(Size size, double scale)
    {
        try
        {
            scene.Resized(size, scale);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    /// <inheritdoc/>
    public void Pointer(in PointerEvent pointer)
    {
        try
        {
            scene.Pointer(pointer);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    /// <inheritdoc/>
    public bool Key(in KeyEvent key)
    {
        try
        {
            return scene.Key(key);
        }
        catch (Exception e)
        {
            failed(e);
            return false;
        }
    }

    /// <inheritdoc/>
    public void KeyboardChanged(bool hasKeyboard)
    {
        try
        {
            scene.KeyboardChanged(hasKeyboard);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    /// <inheritdoc/>
    public void Pasted(string text)
    {
        try
        {
            scene.Pasted(text);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    /// <inheritdoc/>
    public void FilesOver(bool areOver)
    {
        try
        {
            scene.FilesOver(areOver);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    /// <inheritdoc/>
    public void FilesDropped(IReadOnlyList<string> paths)
    {
        try
        {
            scene.FilesDropped(paths);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    /// <inheritdoc/>
    public Rectangle? Caret
    {
        get
        {
            try
            {
                return scene.Caret;
            }
            catch (Exception e)
            {
                failed(e);
                return null;
            }
        }
    }
}
