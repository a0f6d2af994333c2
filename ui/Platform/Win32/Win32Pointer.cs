using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Makes pointer events of Windows' messages, and knows which buttons are held. Two presses of a double click are Windows' to count.</summary>
internal sealed class Win32Pointer
{
    // A notch of a common wheel; finer ones tell parts of it.
    private const double WheelDelta = 120;
    private const int LeftHeld = 1, RightHeld = 2, ShiftHeld = 4, ControlHeld = 8, MiddleHeld = 0x10;
    private const int AnyHeld = LeftHeld | RightHeld | MiddleHeld;

    private int _held;
    private Point _last;

    /// <summary>Whether a button that went down here is held.</summary>
    public bool IsHeld => _held != 0;

    /// <summary>Whether the pointer is known to be over the window.</summary>
    public bool IsInside { get; private set; }

    /// <summary>The event as the window's client knows it.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="w">Buttons, keys and wheel, as Windows packs them.</param>
    /// <param name="place">Where, in canvas units.</param>
    /// <param name="isAltHeld">What Windows does not pack.</param>
    /// <param name="pointer">The event.</param>
    /// <returns>False where it means nothing to the client.</returns>
    public bool Translate(uint message, nuint w, Point place, bool isAltHeld, out PointerEvent pointer)
    {
        int state = (int)w & 0xFFFF;
        Modifiers modifiers = ((state & ShiftHeld) != 0 ? Modifiers.Shift : 0) | ((state & ControlHeld) != 0 ? Modifiers.Control : 0)
            | (isAltHeld ? Modifiers.Alt : 0);
        pointer = default;
        switch (message)
        {
            case WindowMessage.MouseMove:
                (IsInside, _last) = (true, place);
                pointer = new PointerEvent(PointerAction.Moved, place, Modifiers: modifiers);
                return true;
            // What is dragged still has the pointer.
            case WindowMessage.MouseLeave when IsInside && !IsHeld:
                IsInside = false;
                pointer = new PointerEvent(PointerAction.Left, _last, Modifiers: modifiers);
                return true;
            case WindowMessage.MouseWheel:
                pointer = new PointerEvent(
                    PointerAction.Wheel, place, Modifiers: modifiers, WheelSteps: (short)((uint)w >> 16) / WheelDelta);
                return pointer.WheelSteps != 0;
            case WindowMessage.LeftDown or WindowMessage.RightDown or WindowMessage.MiddleDown
                or WindowMessage.LeftDouble or WindowMessage.RightDouble or WindowMessage.MiddleDouble:
                (_held, _last) = (_held | HeldBy(message), place);
                bool isSecond = message is WindowMessage.LeftDouble or WindowMessage.RightDouble or WindowMessage.MiddleDouble;
                pointer = new PointerEvent(PointerAction.Pressed, place, ButtonOf(HeldBy(message)), modifiers, Clicks: isSecond ? 2 : 1);
                return true;
            // One that went down elsewhere is not ours.
            case WindowMessage.LeftUp or WindowMessage.RightUp or WindowMessage.MiddleUp when (_held & HeldBy(message)) != 0:
                // Others that came up unseen are seen here.
                (_held, _last) = (_held & ~HeldBy(message) & state & AnyHeld, place);
                pointer = new PointerEvent(PointerAction.Released, place, ButtonOf(HeldBy(message)), modifiers);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The pointer went to another window in the middle of a drag: a button that is held comes up, where the pointer was last.</summary>
    /// <returns>False where none is held.</returns>
    public bool Release(out PointerEvent pointer)
    {
        int button = _held & -_held;
        _held &= ~button;
        pointer = new PointerEvent(PointerAction.Released, _last, ButtonOf(button));
        return button != 0;
    }

    private static int HeldBy(uint message) => message switch
    {
        WindowMessage.LeftDown or WindowMessage.LeftUp or WindowMessage.LeftDouble => LeftHeld,
        WindowMessage.RightDown or WindowMessage.RightUp or WindowMessage.RightDouble => RightHeld,
        _ => MiddleHeld,
    };

    private static PointerButton ButtonOf(int held) => held switch
    {
        LeftHeld => PointerButton.Primary,
        RightHeld => PointerButton.Secondary,
        MiddleHeld => PointerButton.Middle,
        _ => PointerButton.None,
    };
}
