using System.Globalization;
using System.Text;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>What a control was asked to do.</summary>
internal enum Gesture
{
    Begin,
    Set,
    End,
}

/// <summary>A control in memory. It notes its gestures, and does not bear it when they are not balanced.</summary>
internal sealed class FakeControl : IControl
{
    private readonly bool _isLogarithmic;
    private readonly Action _changed;
    private double _value;

    public FakeControl(
        uint id, string name, string unit, double min, double max, double plainDefault, Action? changed = null, int steps = 0, bool log = false)
    {
        (Id, Name, Unit, Min, Max, Steps, _isLogarithmic) = (id, name, unit, min, max, steps, log);
        _changed = changed ?? (() => { });
        _value = Default = ToNormalized(plainDefault);
    }

    /// <summary>Gestures so far, while <see cref="IsNoting"/>.</summary>
    public List<Gesture> Gestures { get; } = [];

    /// <summary>Off where allocation is counted.</summary>
    public bool IsNoting { get; set; } = true;

    /// <summary>Gestures begun and not ended.</summary>
    public int Depth { get; private set; }

    /// <summary>Names of its steps; its text is then one of these.</summary>
    public string[] StepNames { get; init; } = [];

    public uint Id { get; }

    public string Name { get; }

    public string Unit { get; }

    public int Steps { get; }

    public bool IsAvailable { get; set; } = true;

    public double Value => _value;

    public double Default { get; }

    public double Plain => ToPlain(_value);

    public double Min { get; }

    public double Max { get; }

    public double ToNormalized(double plain)
    {
        double held = Math.Clamp(plain, Min, Max);
        return _isLogarithmic ? Math.Log(held / Min) / Math.Log(Max / Min) : (held - Min) / (Max - Min);
    }

    public double ToPlain(double normalized)
    {
        if (Steps > 0)
            return Min + Math.Min(Steps, Math.Floor(normalized * (Steps + 1)));
        return _isLogarithmic ? Min * Math.Pow(Max / Min, normalized) : Min + (normalized * (Max - Min));
    }

    public ReadOnlySpan<byte> Text(double normalized, Span<byte> buffer)
    {
        double plain = ToPlain(normalized);
        if (StepNames.Length > 0)
            return buffer[..Encoding.UTF8.GetBytes(StepNames[(int)plain], buffer)];
        _ = plain.TryFormat(buffer, out int length, Math.Abs(plain) < 100 ? "0.##" : "0", CultureInfo.InvariantCulture);
        if (Unit.Length > 0)
            length += Encoding.UTF8.GetBytes("\u2009", buffer[length..]);
        return buffer[..(length + Encoding.UTF8.GetBytes(Unit, buffer[length..]))];
    }

    public bool TryParse(string text, out double normalized)
    {
        string number = text.Trim().Replace('−', '-');
        if (number.EndsWith(Unit, StringComparison.OrdinalIgnoreCase))
            number = number[..^Unit.Length].Trim();
        bool isRead = double.TryParse(number, CultureInfo.InvariantCulture, out double plain) && double.IsFinite(plain);
        normalized = isRead ? ToNormalized(plain) : 0;
        return isRead;
    }

    public void Begin()
    {
        Depth++;
        Note(Gesture.Begin);
    }

    public void Set(double normalized)
    {
        // A message that is not needed must not be made: drags are to allocate nothing.
        if (Depth <= 0)
            throw new ShouldAssertException($"{Name} was set outside a gesture");
        if (normalized is not (>= 0 and <= 1))
            throw new ShouldAssertException($"{Name} was set to {normalized}");
        Note(Gesture.Set);
        Automate(normalized);
    }

    public void End()
    {
        if (--Depth < 0)
            throw new ShouldAssertException($"a gesture of {Name} ended that had not begun");
        Note(Gesture.End);
    }

    /// <summary>The host sets it.</summary>
    public void Automate(double normalized)
    {
        if (_value == normalized)
            return;
        _value = normalized;
        _changed();
    }

    private void Note(Gesture gesture)
    {
        if (IsNoting)
            Gestures.Add(gesture);
    }
}
