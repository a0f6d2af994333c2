using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>Widgets at places of a test's choice.</summary>
internal sealed class Board : Widget
{
    private readonly List<(Widget Widget, Ui.Canvas.Rectangle Place)> _placed = [];

    public Board Put(Widget widget, double x, double y, double width, double height)
    {
        _placed.Add((Add(widget), new Ui.Canvas.Rectangle(x, y, width, height)));
        return this;
    }

    public void Drop(Widget widget)
    {
        _placed.RemoveAll(placed => placed.Widget == widget);
        Remove(widget);
    }

    protected override void ArrangeChildren()
    {
        foreach ((Widget widget, Ui.Canvas.Rectangle place) in _placed)
            widget.Arrange(place);
    }
}
