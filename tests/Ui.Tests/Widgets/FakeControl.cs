using System.Globalization;
using System.Text;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>A parameter that writes down what is done to it.</summary>
internal sealed class FakeControl(string name = "Warm", double min = -100, double max = 100, string unit = "", int steps = 0) : IControl
{
    private const int Kept = 10_000;

    private readonly List<double> _values = new(Kept);

    public uint Id { get; init; } = 7;

    public string Name { get; set; } = name;

    public string Unit => unit;

    public int Steps => steps;

    public bool IsAvailable { get; set; } = true;

    public double Value { get; set; }

    public double Default { get; init; } = 0.5;

    public double Plain => ToPlain(Value);

    public double Min => min;

    public double Max => max;

    /// <summary>Begins less Ends; never other than 0 or 1.</summary>
    public int Open { get; private set; }

    public int Gestures { get; private set; }

    public IReadOnlyList<double> Values => _values;

    public double ToNormalized(double plain) => Math.Clamp((plain - min) / (max - min), 0, 1);

    public double ToPlain(double normalized) => min + (normalized * (max - min));

    public ReadOnlySpan<byte> Text(double normalized, Span<byte> buffer)
    {
        double plain = Math.Round(ToPlain(normalized), 1);
        ReadOnlySpan<byte> sign = plain < 0 ? "−"u8 : plain > 0 && min < 0 ? "+"u8 : default;
        sign.CopyTo(buffer);
        Check(Math.Abs(plain).TryFormat(buffer[sign.Length..], out int digits, "0.#", CultureInfo.InvariantCulture), "short buffer");
        int length = sign.Length + digits;
        if (unit.Length > 0)
        {
            "\u2009"u8.CopyTo(buffer[length..]);
            length += 3;
            length += Encoding.UTF8.GetBytes(unit, buffer[length..]);
        }

        return buffer[..length];
    }

    public bool TryParse(string text, out double normalized)
    {
        string figures = text.Replace("−", "-").Replace(unit.Length > 0 ? unit : "%", "").Trim();
        bool isRead = double.TryParse(figures, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain);
        normalized = isRead ? ToNormalized(plain) : 0;
        return isRead;
    }

    public void Begin()
    {
        Check(++Open == 1, "a gesture was begun within itself");
        Gestures++;
    }

    public void Set(double normalized)
    {
        Check(Open == 1, "a value was set outside a gesture");
        Check(normalized is >= 0 and <= 1, "a value was set outside its range");
        Value = normalized;
        _values.Add(normalized);
    }

    public void End() => Check(--Open == 0, "a gesture was ended twice");

    // Not by an assertion library: what allocates here would be counted against the widgets.
    private static void Check(bool isTrue, string otherwise)
    {
        if (!isTrue)
            throw new InvalidOperationException(otherwise);
    }
}
