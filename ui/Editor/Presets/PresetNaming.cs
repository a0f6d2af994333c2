using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>A name, and for a new preset a group, to be typed.</summary>
internal sealed class PresetNaming : Widget
{
    private const double SaveWidth = 62;
    private const double Gap = 6;
    private const double NameShare = 0.6;

    private readonly TextField _name;
    private readonly TextField _group;
    private readonly Button _save;
    private readonly Action<string, string> _done;

    /// <summary>Fields for a name and a group.</summary>
    /// <param name="done">Told both.</param>
    public PresetNaming(Action<string, string> done)
    {
        _done = done;
        _name = Add(new TextField("Preset's name") { Placeholder = "Name", Submitted = _ => Done() });
        _group = Add(new TextField("Preset's group") { Placeholder = "Group", Submitted = _ => Done() });
        _save = Add(new Button("Save", Done) { Text = "Save", Look = ButtonLook.Raised });
    }

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <summary>Begins to ask.</summary>
    /// <param name="name">What stands there first, selected.</param>
    /// <param name="group">The same of the group; null for none to be asked for.</param>
    public void Ask(string name, string? group)
    {
        _name.Text = name;
        _group.Text = group ?? "";
        _group.IsVisible = group is not null;
        IsVisible = true;
        Arrange(Bounds);
        Scene?.Focus(_name);
        _name.SelectAll();
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double fields = Bounds.Width - SaveWidth - Gap;
        double name = _group.IsVisible ? Math.Round(fields * NameShare) : fields;
        _name.Arrange(Bounds with { Width = name });
        _group.Arrange(Bounds with { X = Bounds.Left + name + Gap, Width = Math.Max(0, fields - name - Gap) });
        _save.Arrange(Bounds with { X = Bounds.Right - SaveWidth, Width = SaveWidth });
    }

    private void Done() => _done(_name.Text.Trim(), _group.Text.Trim());
}
