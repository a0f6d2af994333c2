using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>org.a11y.atspi.Component: where things are, in pixels, and what is at a point.</summary>
internal sealed class ComponentInterface() : AtSpiInterface(AtSpiNames.Component)
{
    private const uint OnScreen = 0, InWindow = 1, WidgetLayer = 3, PopupLayer = 5, WindowLayer = 7;

    /// <inheritdoc/>
    public override bool IsOf(in AtSpiTarget target) => !target.IsApplication;

    /// <inheritdoc/>
    public override bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer)
    {
        int x, y;
        uint kind;
        switch (method)
        {
            case "GetExtents" when given.TryUInt32(out kind):
                Rectangle extents = Extents(target, kind);
                answer.OpenStruct().Int32(Pixel(extents.Left)).Int32(Pixel(extents.Top)).Int32(Pixel(extents.Width)).Int32(Pixel(extents.Height)).Close();
                return true;
            case "GetPosition" when given.TryUInt32(out kind):
                Rectangle place = Extents(target, kind);
                answer.Int32(Pixel(place.Left)).Int32(Pixel(place.Top));
                return true;
            case "GetSize":
                Rectangle size = Extents(target, InWindow);
                answer.Int32(Pixel(size.Width)).Int32(Pixel(size.Height));
                return true;
            case "Contains" when given.TryInt32(out x) && given.TryInt32(out y) && given.TryUInt32(out kind):
                answer.Boolean(target.Node.Bounds.Contains(InUnits(target, x, y, kind)));
                return true;
            case "GetAccessibleAtPoint" when given.TryInt32(out x) && given.TryInt32(out y) && given.TryUInt32(out kind):
                AccessibleNode? found = At(target.Node, InUnits(target, x, y, kind));
                answer.Reference(
                    found is null ? "" : target.Application.BusName, found is null ? AtSpiNames.Null : AtSpiNames.Path(found.Id));
                return true;
            case "GetLayer":
                answer.UInt32(target.Place.Parent is null ? WindowLayer : target.Node.IsPopup ? PopupLayer : WidgetLayer);
                return true;
            case "GetMDIZOrder":
                answer.Int16(-1);
                return true;
            case "GetAlpha":
                answer.Double(1);
                return true;
            case "GrabFocus":
                bool canFocus = target.Node.States.HasFlag(AccessibleStates.Focusable);
                if (canFocus)
                    target.Ask(AccessibleRequestKind.Focus);
                answer.Boolean(canFocus);
                return true;
            case "ScrollTo" or "ScrollToPoint" or "SetExtents" or "SetPosition" or "SetSize":
                answer.Boolean(false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The innermost thing at a point, the topmost of several; null for none.</summary>
    internal static AccessibleNode? At(AccessibleNode node, Point at)
    {
        for (int i = node.Children.Count - 1; i >= 0; i--)
        {
            if (At(node.Children[i], at) is { } found)
                return found;
        }

        return node.Bounds.Contains(at) ? node : null;
    }

    private static Rectangle Extents(in AtSpiTarget target, uint kind)
    {
        Rectangle bounds = target.Node.Bounds;
        Point origin = Origin(target, kind);
        double scale = target.Tree!.Scale;
        return new Rectangle((bounds.Left * scale) + origin.X, (bounds.Top * scale) + origin.Y, bounds.Width * scale, bounds.Height * scale);
    }

    private static Point InUnits(in AtSpiTarget target, int x, int y, uint kind)
    {
        Point origin = Origin(target, kind);
        return new Point((x - origin.X) / target.Tree!.Scale, (y - origin.Y) / target.Tree.Scale);
    }

    // Where the window's upper left corner has its place, in pixels.
    private static Point Origin(in AtSpiTarget target, uint kind)
    {
        if (kind == OnScreen)
            return target.Tree!.Origin;
        if (kind == InWindow || target.Place.Parent is not { } parent)
            return default;
        return new Point(-parent.Bounds.Left * target.Tree!.Scale, -parent.Bounds.Top * target.Tree.Scale);
    }

    private static int Pixel(double at) => (int)Math.Round(at);
}
