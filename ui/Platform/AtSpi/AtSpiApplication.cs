using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>The application that assistive technology sees: the open windows of this process, and what is in them. The bus thread.</summary>
internal sealed class AtSpiApplication
{
    /// <summary>Its name.</summary>
    public const string Name = "Semantic EQ";

    /// <summary>The language of what it says, as POSIX names locales.</summary>
    public const string Language = "en_GB.UTF-8";

    /// <summary>All that anything in it may have.</summary>
    public static readonly IReadOnlyList<AtSpiInterface> Interfaces =
    [
        new AccessibleInterface(), new ApplicationInterface(), new ComponentInterface(), new ActionInterface(), new ValueInterface(),
        new TextInterface(), new EditableTextInterface(),
    ];

    /// <summary>The version of this library.</summary>
    public static string Version { get; } = typeof(AtSpiApplication).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Its name on the bus.</summary>
    public string BusName { get; set; } = "";

    /// <summary>The number that the registry gave it.</summary>
    public int Number { get; set; }

    /// <summary>What it belongs to: the registry's desktop, as it said.</summary>
    public (string Connection, string Path) Desktop { get; set; } = ("", AtSpiNames.Null);

    /// <summary>Its windows that have a snapshot.</summary>
    public List<AtSpiWindow> Windows { get; } = [];

    /// <summary>Finds what a path is of.</summary>
    public bool TryFind(string path, out AtSpiTarget target)
    {
        target = new AtSpiTarget(this, null, null, default);
        if (path == AtSpiNames.Root)
            return true;
        long id = AtSpiNames.Id(path);
        foreach (AtSpiWindow window in Windows)
        {
            if (id == 0 || window.Shown is not { } tree || !tree.Places.TryGetValue(id, out AccessiblePlace place))
                continue;
            target = new AtSpiTarget(this, window, tree, place);
            return true;
        }

        return false;
    }

    /// <summary>Writes a reference to a child; to nothing where there is none.</summary>
    public void WriteChild(BusWriter answer, in AtSpiTarget target, int index)
    {
        AccessibleNode? child = target.IsApplication
            ? index >= 0 && index < Windows.Count ? Windows[index].Shown?.Root : null
            : index >= 0 && index < target.Node.Children.Count ? target.Node.Children[index] : null;
        if (child is null)
            answer.Reference("", AtSpiNames.Null);
        else
            answer.Reference(BusName, AtSpiNames.Path(child.Id));
    }

    /// <summary>Writes a reference to the parent.</summary>
    public void WriteParent(BusWriter answer, in AtSpiTarget target)
    {
        if (target.IsApplication)
            answer.Reference(Desktop.Connection, Desktop.Path);
        else
            answer.Reference(BusName, target.Place.Parent is { } parent ? AtSpiNames.Path(parent.Id) : AtSpiNames.Root);
    }
}
