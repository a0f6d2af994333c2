using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>One value of a band being typed.</summary>
/// <param name="Name">What stands before it.</param>
/// <param name="Field">Where it is typed.</param>
/// <param name="Before">The text that it began with.</param>
/// <param name="Range">What can be reached, in words.</param>
/// <param name="Control">What it sets.</param>
/// <param name="Read">Reads it, in Hz, dB or as a Q.</param>
/// <param name="ToValue">From there to the control's value, held in range.</param>
internal sealed record BandEntryRow(
    string Name, TextField Field, string Before, string Range, IControl Control, BandEntryRow.Reader Read, Func<double, double> ToValue)
{
    // What the range says is rounded: its ends must be taken as they are said.
    private const double Slack = 0.006, LeastSlack = 0.05;

    /// <summary>Reads a typed text.</summary>
    public delegate bool Reader(string text, out double plain);

    /// <summary>Whether something else stands there than at first; else the value stays as it is, unrounded.</summary>
    public bool IsChanged => Field.Text != Before;

    /// <summary>The control's value; null where the text can't be read, or is out of reach.</summary>
    public double? Value
    {
        get
        {
            if (!Read(Field.Text, out double plain))
                return null;
            // Held at an end, a value a little further on is held at the same place.
            double value = ToValue(plain), beyond = Math.Max(LeastSlack, Math.Abs(plain) * Slack);
            bool isHeldLow = value <= 0 && ToValue(plain + beyond) <= 0;
            bool isHeldHigh = value >= 1 && ToValue(plain - beyond) >= 1;
            return isHeldLow || isHeldHigh ? null : value;
        }
    }
}
