namespace SemanticEq.Ui.Editor;

/// <summary>
/// One parameter as a user meets it. Values are normalised, 0 to 1, as hosts know them. Reading allocates nothing unless said otherwise.
/// Main thread.
/// </summary>
public interface IControl
{
    /// <summary>The parameter's id, as hosts know it.</summary>
    uint Id { get; }

    /// <summary>Its name, for example Amount.</summary>
    string Name { get; }

    /// <summary>The unit of its text, for example dB; may be empty.</summary>
    string Unit { get; }

    /// <summary>0 for a continuous one, else the number of steps: 1 for a switch, n for n + 1 values.</summary>
    int Steps { get; }

    /// <summary>Whether it does something in this version.</summary>
    bool IsAvailable { get; }

    /// <summary>The value as it stands, whoever set it.</summary>
    double Value { get; }

    /// <summary>Where a double click or ctrl-click puts it.</summary>
    double Default { get; }

    /// <summary>The value in its unit.</summary>
    double Plain { get; }

    /// <summary>Lowest and highest in its unit.</summary>
    double Min { get; }

    /// <inheritdoc cref="Min"/>
    double Max { get; }

    /// <summary>From its unit to 0–1, held in range.</summary>
    double ToNormalized(double plain);

    /// <summary>From 0–1 to its unit.</summary>
    double ToPlain(double normalized);

    /// <summary>Writes a value's text with its unit into a buffer of at least 128 bytes, in UTF-8.</summary>
    ReadOnlySpan<byte> Text(double normalized, Span<byte> buffer);

    /// <summary>Reads a typed value, with or without a unit. May allocate.</summary>
    bool TryParse(string text, out double normalized);

    /// <summary>A gesture begins: the host records from here, and one undo step begins. Gestures of several controls may nest.</summary>
    void Begin();

    /// <summary>A value of the gesture under way.</summary>
    void Set(double normalized);

    /// <summary>The gesture ends.</summary>
    void End();
}

/// <summary>What is said more shortly.</summary>
public static class Controls
{
    /// <summary>A gesture of one value.</summary>
    public static void SetOnce(this IControl control, double normalized)
    {
        control.Begin();
        control.Set(normalized);
        control.End();
    }

    /// <summary>Whether a switch is on.</summary>
    public static bool IsOn(this IControl control) => control.Value >= 0.5;

    /// <summary>The step at which a stepped control stands, from 0.</summary>
    public static int Step(this IControl control) => (int)Math.Min(control.Steps, Math.Floor(control.Value * (control.Steps + 1)));
}
