using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>Keys and notches of the wheel.</summary>
public abstract partial class ControlWidget
{
    private bool _isStepping;

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown || key.Modifiers.Has(Modifiers.Control | Modifiers.Alt))
            return false;
        double large = Control.Steps > 0 ? 1 : ValueDrag.LargeStep / ValueDrag.Step;
        switch (key.Key)
        {
            case Window.Key.Up or Window.Key.Right:
                StepBy(1, key.Modifiers);
                return true;
            case Window.Key.Down or Window.Key.Left:
                StepBy(-1, key.Modifiers);
                return true;
            case Window.Key.PageUp:
                StepBy(large, Modifiers.None);
                return true;
            case Window.Key.PageDown:
                StepBy(-large, Modifiers.None);
                return true;
            case Window.Key.Home:
                SetIfOther(_drag.Jump(0));
                return true;
            case Window.Key.End:
                SetIfOther(_drag.Jump(1));
                return true;
            case Window.Key.Backspace or Window.Key.Delete:
                SetIfOther(_drag.Jump(Control.Default));
                return true;
            case Window.Key.Return:
                OpenEntry("");
                return true;
            case Window.Key.Character when Rune.IsDigit(key.Character) || key.Character.Value is '-' or '+' or '.':
                OpenEntry(key.Character.ToString());
                return true;
            default:
                return false;
        }
    }

    private void StepBy(double steps, Modifiers modifiers)
    {
        // While notches follow one another, what was too little for a step counts.
        if (!_isStepping && !IsDragged)
            _drag.Start(Control);
        _isStepping = true;
        SetIfOther(_drag.StepBy(Control, steps, modifiers.Has(Modifiers.Shift)));
    }
}
