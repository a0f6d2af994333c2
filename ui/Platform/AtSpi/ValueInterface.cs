using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>org.a11y.atspi.Value: a number in a range, in the control's own unit.</summary>
internal sealed class ValueInterface()
    : AtSpiInterface(AtSpiNames.Value, "MinimumValue", "MaximumValue", "MinimumIncrement", "CurrentValue", "Text")
{
    /// <inheritdoc/>
    public override bool IsOf(in AtSpiTarget target) => !target.IsApplication && target.Node.Range is not null;

    /// <inheritdoc/>
    public override bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer) => false;

    /// <inheritdoc/>
    public override bool Get(string property, in AtSpiTarget target, BusWriter answer)
    {
        AccessibleRange range = target.Node.Range.GetValueOrDefault();
        if (property == "Text")
        {
            answer.OpenVariant("s"u8).String(target.Node.Value).Close();
            return true;
        }

        double? number = property switch
        {
            "MinimumValue" => range.Min,
            "MaximumValue" => range.Max,
            "MinimumIncrement" => range.Step,
            "CurrentValue" => range.Current,
            _ => null,
        };
        if (number is not { } value)
            return false;
        answer.OpenVariant("d"u8).Double(value).Close();
        return true;
    }

    /// <inheritdoc/>
    public override bool Set(string property, in AtSpiTarget target, ref BusReader value)
    {
        if (property != "CurrentValue" || !value.TryDouble(out double to) || target.Node.States.HasFlag(AccessibleStates.Disabled))
            return false;
        target.Ask(AccessibleRequestKind.SetValue, to);
        return true;
    }
}
