using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Win32;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Win32;

public class Win32PointerTests
{
    private const nuint LeftHeld = 1, ShiftHeld = 4, ControlHeld = 8;

    private static readonly Point Here = new(10, 20), There = new(-5, 900);
    private readonly Win32Pointer _pointer = new();

    [Theory]
    [InlineData(120, 1)]
    [InlineData(-120, -1)]
    [InlineData(-360, -3)]
    [InlineData(30, 0.25)]
    [InlineData(1, 1 / 120.0)]
    public void The_wheel_is_told_in_notches_and_parts_of_them(short delta, double steps) =>
        Tell(WindowMessage.MouseWheel, (nuint)(uint)(delta << 16)).ShouldBe(new PointerEvent(PointerAction.Wheel, Here, WheelSteps: steps));

    [Fact]
    public void A_wheel_that_did_not_turn_is_not_told() => Tell(WindowMessage.MouseWheel, ControlHeld).ShouldBeNull();

    [Fact]
    public void Keys_held_are_told_with_it() =>
        Tell(WindowMessage.MouseMove, ShiftHeld | ControlHeld, isAltHeld: true)!.Value.Modifiers
            .ShouldBe(Modifiers.Shift | Modifiers.Control | Modifiers.Alt);

    [Fact]
    public void The_second_press_of_a_double_click_says_so()
    {
        Tell(WindowMessage.LeftDown, LeftHeld)!.Value.Clicks.ShouldBe(1);
        Tell(WindowMessage.LeftUp, 0)!.Value.Clicks.ShouldBe(0);
        PointerEvent second = Tell(WindowMessage.LeftDouble, LeftHeld)!.Value;
        (second.Action, second.Clicks).ShouldBe((PointerAction.Pressed, 2));
        _pointer.IsHeld.ShouldBeTrue();
    }

    [Fact]
    public void It_leaves_only_where_it_was_and_not_in_a_drag()
    {
        Tell(WindowMessage.MouseLeave, 0).ShouldBeNull();
        Tell(WindowMessage.MouseMove, 0);
        Tell(WindowMessage.LeftDown, LeftHeld);
        Tell(WindowMessage.MouseLeave, 0).ShouldBeNull();
        Tell(WindowMessage.LeftUp, 0);
        Tell(WindowMessage.MouseLeave, 0)!.Value.Action.ShouldBe(PointerAction.Left);
        Tell(WindowMessage.MouseLeave, 0).ShouldBeNull();
    }

    [Fact]
    public void A_button_that_went_down_elsewhere_does_not_come_up_here() => Tell(WindowMessage.RightUp, 0).ShouldBeNull();

    [Fact]
    public void A_drag_that_loses_the_pointer_ends_where_it_was_last_with_all_its_buttons()
    {
        Tell(WindowMessage.LeftDown, LeftHeld);
        Tell(WindowMessage.RightDown, LeftHeld | 2);
        _pointer.Translate(WindowMessage.MouseMove, LeftHeld | 2, There, false, out _);
        var released = new List<PointerEvent>();
        while (_pointer.Release(out PointerEvent one))
            released.Add(one);
        released.ShouldBe([
            new PointerEvent(PointerAction.Released, There, PointerButton.Primary),
            new PointerEvent(PointerAction.Released, There, PointerButton.Secondary)]);
        _pointer.IsHeld.ShouldBeFalse();
    }

    [Fact]
    public void The_pointer_is_kept_until_the_last_button_is_up()
    {
        Tell(WindowMessage.LeftDown, LeftHeld);
        Tell(WindowMessage.MiddleDown, LeftHeld | 0x10);
        Tell(WindowMessage.MiddleUp, LeftHeld)!.Value.Button.ShouldBe(PointerButton.Middle);
        _pointer.IsHeld.ShouldBeTrue();
        Tell(WindowMessage.LeftUp, 0);
        _pointer.IsHeld.ShouldBeFalse();
    }

    private PointerEvent? Tell(uint message, nuint w, bool isAltHeld = false) =>
        _pointer.Translate(message, w, Here, isAltHeld, out PointerEvent told) ? told : null;
}
