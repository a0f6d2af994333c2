using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>org.a11y.atspi.Accessible: what everything is, is called, belongs to and holds.</summary>
internal sealed class AccessibleInterface()
    : AtSpiInterface(AtSpiNames.Accessible, "Name", "Description", "Parent", "ChildCount", "Locale", "AccessibleId", "HelpText")
{
    /// <inheritdoc/>
    public override bool IsOf(in AtSpiTarget target) => true;

    /// <summary>What something is called; of a label, whose text is all that is read, with what it shows.</summary>
    public static string NameOf(AccessibleNode node) =>
        node.Role == WidgetRole.Label && node.Value.Length > 0 ? $"{node.Name}: {node.Value}" : node.Name;

    /// <summary>
    /// What AT-SPI has as description: the value as text, of what shows one without being a number, a switch, a text or a list of choices.
    /// </summary>
    public static string Description(AccessibleNode node) => node.Role switch
    {
        WidgetRole.Toggle => node.Value is "on" or "off" ? "" : node.Value,
        WidgetRole.Label or WidgetRole.Slider or WidgetRole.TextField or WidgetRole.List or WidgetRole.Menu => "",
        WidgetRole.Item => AtSpiRoles.IsChecked(node) ? "" : node.Value,
        WidgetRole.Choice => node.CanPress ? node.Value : "",
        _ => node.Value,
    };

    /// <inheritdoc/>
    public override bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer)
    {
        AtSpiApplication application = target.Application;
        switch (method)
        {
            case "GetChildAtIndex" when given.TryInt32(out int index):
                application.WriteChild(answer, target, index);
                return true;
            case "GetChildren":
                answer.OpenArray("(so)"u8);
                for (int i = 0; i < ChildCount(target); i++)
                    application.WriteChild(answer, target, i);
                answer.Close();
                return true;
            case "GetIndexInParent":
                answer.Int32(IndexInParent(target));
                return true;
            case "GetRelationSet":
                answer.OpenArray("(ua(so))"u8).Close();
                return true;
            case "GetRole":
                answer.UInt32((uint)Role(target));
                return true;
            case "GetRoleName" or "GetLocalizedRoleName":
                answer.String(AtSpiRoles.Name(Role(target)));
                return true;
            case "GetState":
                ulong states = (ulong)States(target);
                answer.OpenArray("u"u8).UInt32((uint)states).UInt32((uint)(states >> 32)).Close();
                return true;
            case "GetAttributes":
                WriteAttributes(target, answer);
                return true;
            case "GetApplication":
                answer.Reference(application.BusName, AtSpiNames.Root);
                return true;
            case "GetInterfaces":
                answer.OpenArray("s"u8);
                foreach (AtSpiInterface one in AtSpiApplication.Interfaces)
                {
                    if (one.IsOf(target))
                        answer.String(one.Name);
                }

                answer.Close();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool Get(string property, in AtSpiTarget target, BusWriter answer)
    {
        switch (property)
        {
            case "Name":
                answer.OpenVariant("s"u8).String(target.IsApplication ? AtSpiApplication.Name : NameOf(target.Node)).Close();
                return true;
            case "Description":
                answer.OpenVariant("s"u8).String(target.IsApplication ? "" : Description(target.Node)).Close();
                return true;
            case "Parent":
                answer.OpenVariant("(so)"u8);
                target.Application.WriteParent(answer, target);
                answer.Close();
                return true;
            case "ChildCount":
                answer.OpenVariant("i"u8).Int32(ChildCount(target)).Close();
                return true;
            case "Locale":
                answer.OpenVariant("s"u8).String(AtSpiApplication.Language).Close();
                return true;
            case "AccessibleId" or "HelpText":
                answer.OpenVariant("s"u8).String("").Close();
                return true;
            default:
                return false;
        }
    }

    private static AtSpiRole Role(in AtSpiTarget target) => target.IsApplication ? AtSpiRole.Application : AtSpiRoles.Of(target.Place);

    private static AtSpiStates States(in AtSpiTarget target) => target.Tree is { } tree ? AtSpiStateSet.Of(tree, target.Place) : AtSpiStates.None;

    private static int ChildCount(in AtSpiTarget target) =>
        target.IsApplication ? target.Application.Windows.Count : target.Node.Children.Count;

    private static int IndexInParent(in AtSpiTarget target) => target switch
    {
        { IsApplication: true } => -1,
        { Place.Parent: null, Window: { } window } => target.Application.Windows.IndexOf(window),
        _ => target.Place.Index,
    };

    // "valuetext" is what Orca says instead of a bare number.
    private static void WriteAttributes(in AtSpiTarget target, BusWriter answer)
    {
        answer.OpenArray("{ss}"u8).OpenPair().String("toolkit").String(AtSpiApplication.Name).Close();
        if (!target.IsApplication && target.Node.Role is WidgetRole.Slider or WidgetRole.Meter && target.Node.Value.Length > 0)
            answer.OpenPair().String("valuetext").String(target.Node.Value).Close();
        answer.Close();
    }
}
