using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Accessibility;

public class AccessibleChangesTests
{
    [Fact]
    public void Two_alike_tell_nothing() => Between(Window(Button(1, "A")), Window(Button(1, "A"))).ShouldBeEmpty();

    [Fact]
    public void What_has_gone_is_told_from_the_last_to_the_first_and_then_what_has_come() => Between(
        Window(Button(1, "A"), Button(2, "B"), Button(3, "C")), Window(Button(2, "B"), Button(4, "D")))
        .ShouldBe(["− C at 2", "− A at 0", "+ D at 1"]);

    [Fact]
    public void Name_value_and_state_are_told_of_what_stays() => Between(
        Window(Button(1, "A"), Button(2, "B"), Button(3, "C")),
        Window(Button(1, "Z"), Button(2, "B") with { Value = "on" }, Button(3, "C") with { States = AccessibleStates.Disabled }))
        .ShouldBe(["A is Z", "B is B", "C is C"]);

    [Fact]
    public void The_window_is_told_first_and_then_who_in_it_has_the_keyboard()
    {
        AccessibleNode window = Window(Button(1, "A"), Button(2, "B"));
        Told(new AccessibleTree(window, 0), new AccessibleTree(window, 2) { IsActive = true }).ShouldBe(["active True", "focus 0 to 2"]);
        Told(new AccessibleTree(window, 2) { IsActive = true }, new AccessibleTree(window, 1) { IsActive = true }).ShouldBe(["focus 2 to 1"]);
        Told(new AccessibleTree(window, 2) { IsActive = true }, new AccessibleTree(window, 0)).ShouldBe(["focus 2 to 0", "active False"]);
    }

    [Fact]
    public void What_has_gone_with_the_keyboard_is_not_told_that_it_lost_it() => Told(
        new AccessibleTree(Window(Button(1, "A"), Button(2, "B")), 2), new AccessibleTree(Window(Button(1, "A")), 1))
        .ShouldBe(["− B at 1", "focus 0 to 1"]);

    private static AccessibleNode Window(params AccessibleNode[] children) =>
        new(WidgetRole.Group, "Window", "", default, AccessibleStates.None, children) { Id = 100 };

    private static AccessibleNode Button(long id, string name) =>
        new(WidgetRole.Button, name, "", new Rectangle(0, 0, 10, 10), AccessibleStates.None, []) { Id = id };

    private static List<string> Between(AccessibleNode before, AccessibleNode now) => Told(new AccessibleTree(before, 0), new AccessibleTree(now, 0));

    private static List<string> Told(AccessibleTree before, AccessibleTree now)
    {
        var ear = new Ear();
        AccessibleChanges.Tell(before, now, ear);
        return ear.Heard;
    }

    private sealed class Ear : IAccessibleListener
    {
        public List<string> Heard { get; } = [];

        public void Added(AccessibleNode parent, int index, AccessibleNode child) => Heard.Add($"+ {child.Name} at {index}");

        public void Removed(AccessibleNode parent, int index, AccessibleNode child) => Heard.Add($"− {child.Name} at {index}");

        public void Changed(in AccessiblePlace before, in AccessiblePlace now) => Heard.Add($"{before.Node.Name} is {now.Node.Name}");

        public void Activated(AccessibleNode window, bool isActive) => Heard.Add($"active {isActive}");

        public void FocusMoved(long before, long now) => Heard.Add($"focus {before} to {now}");
    }
}
