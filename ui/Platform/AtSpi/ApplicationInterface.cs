namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>org.a11y.atspi.Application: what made all this.</summary>
internal sealed class ApplicationInterface() : AtSpiInterface(AtSpiNames.Application, "ToolkitName", "Version", "ToolkitVersion", "AtspiVersion", "Id")
{
    // The version of the protocol that this is written to.
    private const string Protocol = "2.1";

    /// <inheritdoc/>
    public override bool IsOf(in AtSpiTarget target) => target.IsApplication;

    /// <inheritdoc/>
    public override bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer)
    {
        switch (method)
        {
            case "GetLocale":
                answer.String(AtSpiApplication.Language);
                return true;
            case "RegisterEventListener" or "DeregisterEventListener":
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
            case "ToolkitName":
                answer.OpenVariant("s"u8).String(AtSpiApplication.Name).Close();
                return true;
            case "Version" or "ToolkitVersion":
                answer.OpenVariant("s"u8).String(AtSpiApplication.Version).Close();
                return true;
            case "AtspiVersion":
                answer.OpenVariant("s"u8).String(Protocol).Close();
                return true;
            case "Id":
                answer.OpenVariant("i"u8).Int32(target.Application.Number).Close();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool Set(string property, in AtSpiTarget target, ref BusReader value)
    {
        if (property != "Id" || !value.TryInt32(out int number))
            return false;
        target.Application.Number = number;
        return true;
    }
}
