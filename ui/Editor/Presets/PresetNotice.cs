using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What just happened to a preset: it was deleted (and can come back), or why something can't be done.</summary>
internal sealed class PresetNotice : Widget
{
    /// <summary>Its height, in canvas units.</summary>
    public const double Height = 30;

    private const double UndoWidth = 64;

    private readonly Label _text;
    private readonly Button _undo;

    /// <summary>A line that shows nothing yet.</summary>
    /// <param name="undo">Brings back what was deleted.</param>
    public PresetNotice(Action undo)
    {
        _text = Add(new Label("") { Colour = static theme => theme.Text });
        _undo = Add(new Button("Undo deleting", undo) { Text = "Undo", Look = ButtonLook.Raised });
        IsVisible = false;
    }

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => _text.Text;

    /// <summary>Says a line.</summary>
    /// <param name="text">Null for nothing.</param>
    /// <param name="canUndo">Whether it was a deletion.</param>
    public void Say(string? text, bool canUndo = false)
    {
        _text.Text = text ?? "";
        _undo.IsVisible = canUndo;
        IsVisible = text is not null;
        Arrange(Bounds);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double undo = _undo.IsVisible ? UndoWidth : 0;
        _text.Arrange(Rectangle.FromEdges(Bounds.Left + 4, Bounds.Top, Math.Max(Bounds.Left + 4, Bounds.Right - undo - 4), Bounds.Bottom));
        _undo.Arrange(new Rectangle(Bounds.Right - UndoWidth, Bounds.Top + 2, UndoWidth, Math.Max(0, Bounds.Height - 4)));
    }
}
