using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>A parameter as the window meets it: its value is whoever set it last, its gestures reach the host. Main thread.</summary>
internal sealed class HostedControl(SemanticEqEffect effect, Gestures gestures, uint id) : IControl
{
    private readonly int _index = ParameterTable.IndexOf(id);
    private readonly Parameter _parameter = ParameterTable.At(ParameterTable.IndexOf(id));

    /// <inheritdoc/>
    public uint Id => id;

    /// <inheritdoc/>
    public string Name { get; } = NameOf(ParameterTable.IndexOf(id));

    /// <inheritdoc/>
    public string Unit => _parameter.Text.Unit;

    /// <inheritdoc/>
    public int Steps => _parameter.Scale == ParameterScale.Steps ? (int)(_parameter.Max - _parameter.Min) : 0;

    /// <inheritdoc/>
    public bool IsAvailable => !_parameter.Flags.HasFlag(Vst3.ParameterFlags.IsReadOnly);

    /// <inheritdoc/>
    public double Value => gestures.Value(_index);

    /// <inheritdoc/>
    public double Default => _parameter.ToNormalized(_parameter.Default);

    /// <inheritdoc/>
    public double Plain => _parameter.ToPlain(Value);

    /// <inheritdoc/>
    public double Min => _parameter.Min;

    /// <inheritdoc/>
    public double Max => _parameter.Max;

    /// <summary>A parameter's name in the window: a macro goes by what it does.</summary>
    /// <param name="index">Its place in the table.</param>
    public static string NameOf(int index) => ParameterTable.At(index) is var parameter
        && parameter.Id is >= ParameterId.Macro1 and < ParameterId.Adapt ? parameter.ShortTitle : parameter.Title;

    /// <inheritdoc/>
    public double ToNormalized(double plain) => _parameter.ToNormalized(plain);

    /// <inheritdoc/>
    public double ToPlain(double normalized) => _parameter.ToPlain(normalized);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Text(double normalized, Span<byte> buffer)
    {
        double plain = _parameter.ToPlain(normalized);
        return _parameter.Text switch
        {
            WordText => ControlText.Write(effect.WordName(id == ParameterId.WordA ? 0 : 1, (int)plain), buffer),
            var text => ControlText.Write(text, plain, buffer),
        };
    }

    /// <inheritdoc/>
    public bool TryParse(string text, out double normalized) => effect.TryParse(id, text, out normalized);

    /// <inheritdoc/>
    public void Begin()
    {
        if (IsAvailable)
            gestures.Begin(_index);
    }

    /// <inheritdoc/>
    public void Set(double normalized)
    {
        if (IsAvailable)
            gestures.Set(_index, normalized);
    }

    /// <inheritdoc/>
    public void End() => gestures.End(_index);
}
