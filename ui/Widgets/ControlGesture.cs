using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// A gesture on a control that can be begun and ended twice without harm, so that each Begin has exactly one End however a drag ends. Main
/// thread.
/// </summary>
public sealed class ControlGesture(IControl control)
{
    /// <summary>Whether it is under way.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Begins it, if it isn't under way.</summary>
    public void Begin()
    {
        if (IsOpen)
            return;
        IsOpen = true;
        control.Begin();
    }

    /// <summary>Sets a value, held to 0–1; begins first where need be.</summary>
    public void Set(double normalized)
    {
        Begin();
        control.Set(Math.Clamp(normalized, 0, 1));
    }

    /// <summary>Ends it, if it is under way.</summary>
    public void End()
    {
        if (!IsOpen)
            return;
        IsOpen = false;
        control.End();
    }
}
