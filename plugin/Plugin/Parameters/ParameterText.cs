using System.Globalization;
using SemanticEq.Ui.Text;

namespace SemanticEq.Plugin;

/// <summary>
/// How a parameter's plain values are written and read: with a decimal point, and read with a decimal comma too
/// (<see cref="TypedNumber"/> says which is which). Main thread.
/// </summary>
public abstract record ParameterText
{
    /// <summary>The unit that hosts write behind a value; may be empty.</summary>
    public virtual string Unit => "";

    /// <summary>A value as text, without its unit.</summary>
    public abstract string Format(double plain);

    /// <summary>A value from text, with its unit or without.</summary>
    public abstract bool TryParse(string text, out double plain);

    /// <summary>Without white space around it, and with plain spaces.</summary>
    protected static string Clean(string text) => text.Trim().Replace('\u00A0', ' ');
}

/// <summary>A number with a unit.</summary>
/// <param name="UnitName">For example dB.</param>
/// <param name="Decimals">Places after the point.</param>
/// <param name="Signed">Whether a plus sign is written.</param>
public sealed record NumberText(string UnitName, int Decimals, bool Signed = false) : ParameterText
{
    /// <inheritdoc/>
    public override string Unit => UnitName;

    /// <inheritdoc/>
    public override string Format(double plain)
    {
        double rounded = Math.Round(plain, Decimals) + 0.0; // no minus zero
        string text = rounded.ToString("F" + Decimals, CultureInfo.InvariantCulture);
        return Signed && rounded > 0 ? "+" + text : text;
    }

    /// <inheritdoc/>
    public override bool TryParse(string text, out double plain)
    {
        text = Clean(text);
        if (UnitName.Length > 0 && text.EndsWith(UnitName, StringComparison.OrdinalIgnoreCase))
            text = text[..^UnitName.Length];
        return TypedNumber.TryRead(text, out plain);
    }
}

/// <summary>A frequency: 850 Hz, 1.20 kHz. The unit is part of the text, since it changes.</summary>
public sealed record FrequencyText : ParameterText
{
    /// <inheritdoc/>
    public override string Format(double plain) => plain switch
    {
        < 99.95 => plain.ToString("F1", CultureInfo.InvariantCulture) + " Hz",
        < 999.5 => plain.ToString("F0", CultureInfo.InvariantCulture) + " Hz",
        < 9995 => (plain / 1000).ToString("F2", CultureInfo.InvariantCulture) + " kHz",
        _ => (plain / 1000).ToString("F1", CultureInfo.InvariantCulture) + " kHz",
    };

    /// <inheritdoc/>
    public override bool TryParse(string text, out double plain) => TypedNumber.TryReadFrequency(text, out plain);
}

/// <summary>Named values, counted from 0.</summary>
/// <param name="Names">In order.</param>
public sealed record ListText(params string[] Names) : ParameterText
{
    /// <inheritdoc/>
    public override string Format(double plain) => Names[Math.Clamp((int)plain, 0, Names.Length - 1)];

    /// <inheritdoc/>
    public override bool TryParse(string text, out double plain)
    {
        string wanted = text.Trim().Replace('-', ' ');
        int index = Array.FindIndex(Names, name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        plain = index;
        return index >= 0 || (TypedNumber.TryRead(text, out plain) && plain >= 0 && plain < Names.Length);
    }
}
