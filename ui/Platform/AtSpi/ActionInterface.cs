using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>org.a11y.atspi.Action: what can be pressed has one action.</summary>
internal sealed class ActionInterface() : AtSpiInterface(AtSpiNames.Action, "NActions")
{
    /// <inheritdoc/>
    public override bool IsOf(in AtSpiTarget target) => !target.IsApplication && target.Node.CanPress;

    /// <inheritdoc/>
    public override bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer)
    {
        switch (method)
        {
            case "GetName" or "GetLocalizedName" when given.TryInt32(out int index):
                answer.String(index == 0 ? Name(target.Node) : "");
                return true;
            case "GetDescription" or "GetKeyBinding" when given.TryInt32(out _):
                answer.String("");
                return true;
            case "GetActions":
                answer.OpenArray("(sss)"u8).OpenStruct().String(Name(target.Node)).String("").String("").Close().Close();
                return true;
            case "DoAction" when given.TryInt32(out int asked):
                bool can = asked == 0 && !target.Node.States.HasFlag(AccessibleStates.Disabled);
                if (can)
                    target.Ask(AccessibleRequestKind.Press);
                answer.Boolean(can);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool Get(string property, in AtSpiTarget target, BusWriter answer)
    {
        if (property != "NActions")
            return false;
        answer.OpenVariant("i"u8).Int32(1).Close();
        return true;
    }

    private static new string Name(AccessibleNode node) => node.Role switch
    {
        WidgetRole.Toggle => "toggle",
        WidgetRole.Item => "select",
        _ => "press",
    };
}
