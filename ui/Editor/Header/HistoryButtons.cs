using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>One step back, one step forward; each says which.</summary>
internal sealed class HistoryButtons : Widget
{
    private readonly IHistory _history;
    private readonly Button _undo;
    private readonly Button _redo;
    private string? _undoName = "";
    private string? _redoName = "";

    /// <summary>Buttons of a history.</summary>
    public HistoryButtons(IHistory history)
    {
        _history = history;
        _undo = Add(new Button("Undo", history.Undo) { Icon = Icon.Undo });
        _redo = Add(new Button("Redo", history.Redo) { Icon = Icon.Redo });
        Follow();
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        Follow();
        base.Tick(seconds);
    }

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double half = Bounds.Width / 2;
        _undo.Arrange(Bounds with { Width = half });
        _redo.Arrange(Bounds with { X = Bounds.Left + half, Width = half });
    }

    private static void Show(Button button, string? name, ref string? seen, string verb, string none)
    {
        if (ReferenceEquals(name, seen))
            return;
        seen = name;
        button.IsEnabled = name is not null;
        button.Tip = name is null ? none : $"{verb} {name}";
    }

    private void Follow()
    {
        Show(_undo, _history.UndoName, ref _undoName, "Undo", "Nothing to undo");
        Show(_redo, _history.RedoName, ref _redoName, "Redo", "Nothing to redo");
    }
}
