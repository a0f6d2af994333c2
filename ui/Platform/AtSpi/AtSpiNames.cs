using System.Globalization;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>The names that AT-SPI gives to things on the bus.</summary>
internal static class AtSpiNames
{
    public const string Registry = "org.a11y.atspi.Registry", Socket = "org.a11y.atspi.Socket";
    public const string Launcher = "org.a11y.Bus", LauncherPath = "/org/a11y/bus", Status = "org.a11y.Status";
    public const string Properties = "org.freedesktop.DBus.Properties";
    public const string Accessible = "org.a11y.atspi.Accessible", Application = "org.a11y.atspi.Application";
    public const string Component = "org.a11y.atspi.Component", Action = "org.a11y.atspi.Action", Value = "org.a11y.atspi.Value";
    public const string Text = "org.a11y.atspi.Text", EditableText = "org.a11y.atspi.EditableText", Cache = "org.a11y.atspi.Cache";
    public const string ObjectEvent = "org.a11y.atspi.Event.Object", WindowEvent = "org.a11y.atspi.Event.Window";

    /// <summary>The application itself.</summary>
    public const string Root = "/org/a11y/atspi/accessible/root";

    /// <summary>Nothing.</summary>
    public const string Null = "/org/a11y/atspi/null";

    private const string Below = "/org/a11y/atspi/accessible/";

    /// <summary>The path of something in a window.</summary>
    public static string Path(long id) => Below + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a path is of; 0 for nothing in a window.</summary>
    public static long Id(string path) =>
        path.StartsWith(Below, StringComparison.Ordinal)
        && long.TryParse(path.AsSpan(Below.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : 0;
}
