using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What can be done with presets: save what stands, rename or delete one of the user's own.</summary>
internal sealed class PresetFooter : Widget
{
    private const double Gap = 6;

    private readonly Button _save;
    private readonly Button _rename;
    private readonly Button _delete;

    /// <summary>A footer.</summary>
    public PresetFooter(Action save, Action rename, Action delete)
    {
        _save = Add(new Button("Save as a preset", save) { Icon = Icon.Plus, Text = "Save as…", Look = ButtonLook.Raised, IconSize = 14 });
        _rename = Add(new Button("Rename the preset", rename) { Icon = Icon.Pencil, Text = "Rename", IconSize = 14 });
        _delete = Add(new Button("Delete the preset", delete) { Icon = Icon.Trash, Text = "Delete", IconSize = 14 });
        CanEdit = false;
    }

    /// <summary>Whether the one that is selected is the user's own.</summary>
    public bool CanEdit
    {
        get => _rename.IsEnabled;
        set
        {
            if (value == _rename.IsEnabled && _rename.Tip is not null)
                return;
            _rename.IsEnabled = _delete.IsEnabled = value;
            _rename.Tip = value ? "Gives it another name" : "Factory presets can't be renamed";
            _delete.Tip = value ? "Deletes it; that can be undone" : "Factory presets can't be deleted";
        }
    }

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        if (Scene is not { } scene)
            return;
        double right = Bounds.Right;
        Place(_delete);
        Place(_rename);
        _save.Arrange(Bounds with { Width = Math.Ceiling(_save.WantedWidth(scene)) });

        void Place(Button button)
        {
            double width = Math.Ceiling(button.WantedWidth(scene));
            button.Arrange(Bounds with { X = right - width, Width = width });
            right -= width + Gap;
        }
    }
}
