using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>Makes pointer events of X's: counts clicks, reads the wheel from its buttons, and tells once that the pointer left.</summary>
internal sealed class X11Pointer
{
    /// <summary>Two presses of one button within this many milliseconds, by the server's clock, are a double click.</summary>
    public const uint DoubleClickMilliseconds = 400;

    private const double DoubleClickUnits = 4;
    private const byte WheelUp = 4, WheelDown = 5, GrabbedAway = 1;
    private const int AnyButton = 0x1F00;

    private byte _lastButton;
    private uint _lastTime;
    private Point _lastPlace;
    private bool _isInside;

    /// <summary>The event as the window's client knows it.</summary>
    /// <returns>False where it means nothing to the client.</returns>
    public bool Translate(in XEvent e, double scale, out PointerEvent pointer)
    {
        var place = new Point(e.X / scale, e.Y / scale);
        Modifiers modifiers = ModifiersOf(e.State);
        pointer = default;
        switch (e.Kind)
        {
            case XEventKind.Motion:
            case XEventKind.Enter when e.CrossingMode != GrabbedAway:
                _isInside = true;
                pointer = new PointerEvent(PointerAction.Moved, place, Modifiers: modifiers);
                return true;
            // While a button is held, what is dragged still has the pointer.
            case XEventKind.Leave when _isInside && e.CrossingMode != GrabbedAway && (e.State & AnyButton) == 0:
                _isInside = false;
                pointer = new PointerEvent(PointerAction.Left, place, Modifiers: modifiers);
                return true;
            case XEventKind.ButtonPress when e.Detail is WheelUp or WheelDown:
                pointer = new PointerEvent(
                    PointerAction.Wheel, place, Modifiers: modifiers, WheelSteps: e.Detail == WheelUp ? 1 : -1);
                return true;
            case XEventKind.ButtonPress when ButtonOf(e.Detail) is var button and not PointerButton.None:
                pointer = new PointerEvent(PointerAction.Pressed, place, button, modifiers, Clicks: CountClick(e, place));
                return true;
            case XEventKind.ButtonRelease when ButtonOf(e.Detail) is var button and not PointerButton.None:
                pointer = new PointerEvent(PointerAction.Released, place, button, modifiers);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The keys that X says are held.</summary>
    public static Modifiers ModifiersOf(ushort state) =>
        ((state & 1) != 0 ? Modifiers.Shift : 0) | ((state & 4) != 0 ? Modifiers.Control : 0) | ((state & 8) != 0 ? Modifiers.Alt : 0);

    private static PointerButton ButtonOf(byte detail) => detail switch
    {
        1 => PointerButton.Primary,
        2 => PointerButton.Middle,
        3 => PointerButton.Secondary,
        _ => PointerButton.None,
    };

    private int CountClick(in XEvent e, Point place)
    {
        // Times wrap around after 49 days.
        bool isSecond = e.Detail == _lastButton && unchecked(e.Time - _lastTime) <= DoubleClickMilliseconds
            && Math.Abs(place.X - _lastPlace.X) <= DoubleClickUnits && Math.Abs(place.Y - _lastPlace.Y) <= DoubleClickUnits;
        (_lastButton, _lastTime, _lastPlace) = (isSecond ? (byte)0 : e.Detail, e.Time, place);
        return isSecond ? 2 : 1;
    }
}
