using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// How far pointer and wheel move a value. It counts in small moves, so that turning Shift on or off in the middle goes on from where the
/// value is, and what is too little for a step is kept for the next move.
/// </summary>
public struct ValueDrag
{
    /// <summary>Canvas units of a drag over the whole range.</summary>
    public const double UnitsForRange = 200;

    /// <summary>What a notch of the wheel or an arrow key moves: 1 % of the range.</summary>
    public const double Step = 0.01;

    /// <summary>What Page Up and Page Down move.</summary>
    public const double LargeStep = 0.1;

    /// <summary>How much less everything moves while Shift is held.</summary>
    public const double Fine = 0.1;

    private double _position;

    /// <summary>Starts from a control's value.</summary>
    public void Start(IControl control) => _position = control.Value;

    /// <summary>Goes to a value at once.</summary>
    /// <returns>The value to set.</returns>
    public double Jump(double normalized) => _position = normalized;

    /// <summary>Moves on.</summary>
    /// <param name="control">What is moved.</param>
    /// <param name="range">Part of the range, −1 to 1.</param>
    /// <param name="isFine">Whether Shift is held.</param>
    /// <returns>The value to set, 0 to 1; a stepped control's nearest step.</returns>
    public double Move(IControl control, double range, bool isFine)
    {
        _position = Math.Clamp(_position + (isFine ? Fine * range : range), 0, 1);
        return Snap(control, _position);
    }

    /// <summary>Steps on by notches or keys: a step of a stepped control, else <see cref="Step"/>.</summary>
    /// <param name="control">What is moved.</param>
    /// <param name="steps">How many; may be a fraction.</param>
    /// <param name="isFine">Whether Shift is held; nothing to a stepped control.</param>
    /// <returns>The value to set, 0 to 1.</returns>
    public double StepBy(IControl control, double steps, bool isFine) =>
        control.Steps > 0 ? Move(control, steps / control.Steps, isFine: false) : Move(control, steps * Step, isFine);

    private static double Snap(IControl control, double value) =>
        control.Steps > 0 ? Math.Round(value * control.Steps) / control.Steps : value;
}
