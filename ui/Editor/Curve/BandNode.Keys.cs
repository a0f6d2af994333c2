using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>What keys do while it has the keyboard.</summary>
internal sealed partial class BandNode
{
    private const double KeyOctaves = 1.0 / 12, KeyDb = 0.5, KeyOctavesOfQ = 0.25;

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown || (key.Modifiers & (Modifiers.Control | Modifiers.Alt)) != 0)
            return false;
        if (StepBy(key))
            return true;
        _plot.Drag.End();
        return Do(key);
    }

    private bool StepBy(in KeyEvent key)
    {
        double share = Share(key.Modifiers);
        switch (key.Key)
        {
            case Window.Key.Left or Window.Key.Right:
                _plot.Drag.Step(Edit, key.Key == Window.Key.Right ? KeyOctaves * share : -KeyOctaves * share, 0);
                return true;
            case Window.Key.Up or Window.Key.Down:
                _plot.Drag.Step(Edit, 0, key.Key == Window.Key.Up ? KeyDb * share : -KeyDb * share);
                return true;
            case Window.Key.PageUp or Window.Key.PageDown:
                _plot.Drag.Turn(Edit, Math.Pow(2, key.Key == Window.Key.PageUp ? KeyOctavesOfQ * share : -KeyOctavesOfQ * share));
                return true;
            default:
                return false;
        }
    }

    private bool Do(in KeyEvent key)
    {
        switch (key.Key)
        {
            case Window.Key.Delete or Window.Key.Backspace:
                Edit.Remove();
                return true;
            case Window.Key.Return:
                _plot.OpenEntry(this);
                return true;
            case Window.Key.Escape when Edit.IsSoloed:
                Edit.ToggleSolo();
                return true;
            case Window.Key.Character when key.Character.Value is 's' or 'S':
                Edit.ToggleSolo();
                return true;
            case Window.Key.Character when key.Character.Value is 'm' or 'M':
                _plot.OpenMenu(this);
                return true;
            case Window.Key.Character when key.Character.Value == ' ':
                Edit.Toggle();
                return true;
            default:
                return false;
        }
    }
}
