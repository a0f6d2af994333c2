using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.AtSpi;
using SemanticEq.Ui.Tests.Editor;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Accessibility;

public class AtSpiMappingTests
{
    [Theory]
    [InlineData(WidgetRole.Button, "", false, "push button")]
    [InlineData(WidgetRole.Toggle, "on", false, "toggle button")]
    [InlineData(WidgetRole.Slider, "", false, "slider")]
    [InlineData(WidgetRole.TextField, "", false, "entry")]
    [InlineData(WidgetRole.Choice, "", false, "panel")]
    [InlineData(WidgetRole.Choice, "", true, "push button menu")]
    [InlineData(WidgetRole.List, "", false, "list")]
    [InlineData(WidgetRole.Menu, "", false, "popup menu")]
    [InlineData(WidgetRole.Image, "", false, "image")]
    [InlineData(WidgetRole.Label, "", false, "label")]
    [InlineData(WidgetRole.Meter, "", false, "level bar")]
    [InlineData(WidgetRole.Group, "", false, "panel")]
    public void A_role_is_what_screen_readers_call_it(WidgetRole role, string value, bool canPress, string name) =>
        Name(Node(role, value) with { CanPress = canPress }, WidgetRole.Group).ShouldBe(name);

    [Theory]
    [InlineData(WidgetRole.List, "", "list item")]
    [InlineData(WidgetRole.Choice, "", "radio button")]
    [InlineData(WidgetRole.Menu, "", "menu item")]
    [InlineData(WidgetRole.Menu, "checked", "check menu item")]
    public void An_item_is_what_its_parent_makes_it(WidgetRole parent, string value, string name) =>
        Name(Node(WidgetRole.Item, value), parent).ShouldBe(name);

    [Fact]
    public void A_window_is_a_frame_and_a_card_that_came_up_a_dialog()
    {
        AtSpiRoles.Of(new AccessiblePlace(Node(WidgetRole.Group), null, 0)).ShouldBe(AtSpiRole.Frame);
        Name(Node(WidgetRole.Group) with { IsPopup = true }, WidgetRole.Group).ShouldBe("dialog");
    }

    [Fact]
    public void Every_role_of_the_editor_has_a_name_of_its_own()
    {
        Enum.GetValues<AtSpiRole>().Select(AtSpiRoles.Name).ShouldBeUnique();
        Enum.GetValues<AtSpiRole>().Select(AtSpiRoles.Name).ShouldNotContain("unknown");
    }

    [Theory]
    [InlineData(WidgetRole.Toggle, "on", AccessibleStates.Focusable, AtSpiStates.Checked | AtSpiStates.Focusable, AtSpiStates.Selected)]
    [InlineData(WidgetRole.Toggle, "off", AccessibleStates.None, AtSpiStates.Checkable, AtSpiStates.Checked | AtSpiStates.Focusable)]
    [InlineData(WidgetRole.Button, "", AccessibleStates.Disabled, AtSpiStates.Showing, AtSpiStates.Enabled | AtSpiStates.Sensitive)]
    [InlineData(WidgetRole.Button, "", AccessibleStates.None, AtSpiStates.Enabled | AtSpiStates.Visible, AtSpiStates.Checkable)]
    [InlineData(WidgetRole.TextField, "", AccessibleStates.None, AtSpiStates.Editable | AtSpiStates.SingleLine, AtSpiStates.ReadOnly)]
    [InlineData(WidgetRole.Item, "", AccessibleStates.Selected, AtSpiStates.Selected | AtSpiStates.Selectable, AtSpiStates.Checked)]
    [InlineData(WidgetRole.Item, "checked", AccessibleStates.None, AtSpiStates.Checked, AtSpiStates.Selected)]
    [InlineData(WidgetRole.Meter, "", AccessibleStates.None, AtSpiStates.ReadOnly, AtSpiStates.Editable)]
    internal void A_state_is_said(WidgetRole role, string value, AccessibleStates given, AtSpiStates said, AtSpiStates unsaid)
    {
        AtSpiStates states = States(Node(role, value) with { States = given }, keyTarget: 0);
        (states & said).ShouldBe(said);
        (states & unsaid).ShouldBe(AtSpiStates.None);
    }

    [Fact]
    public void One_thing_has_the_keyboard_and_the_window_is_active()
    {
        States(Node(WidgetRole.Button), keyTarget: 1).HasFlag(AtSpiStates.Focused).ShouldBeTrue();
        States(Node(WidgetRole.Button), keyTarget: 100).HasFlag(AtSpiStates.Focused).ShouldBeFalse();
        AccessibleTree tree = Tree(Node(WidgetRole.Button), 1);
        AtSpiStateSet.Of(tree, tree.Places[100]).HasFlag(AtSpiStates.Active).ShouldBeTrue();
    }

    [Fact]
    public void All_of_the_editor_has_a_role_and_what_has_a_value_shows_it_somewhere()
    {
        using var stage = new Stage(new Ui.Editor.EditorView(new FakeEditorModel()), 1120, 700);
        stage.Frame();
        var tree = new AccessibleTree(stage.Scene.Describe(), 0);
        tree.Places.Count.ShouldBe(stage.Scene.Describe().All().Count());
        foreach (AccessiblePlace place in tree.Places.Values)
        {
            AccessibleNode node = place.Node;
            AtSpiRoles.Name(AtSpiRoles.Of(place)).ShouldNotBe("unknown", node.Name);
            bool isShown = node.Value.Length == 0 || AccessibleInterface.NameOf(node).EndsWith(node.Value, StringComparison.Ordinal) || node.Range is not null || AccessibleInterface.Description(node) == node.Value
                || node.Role is WidgetRole.TextField or WidgetRole.List or WidgetRole.Menu || node.Value is "on" or "off" or "checked"
                || node.Children.Any(child => child.Name == node.Value);
            isShown.ShouldBeTrue($"{node.Role} “{node.Name}” of “{node.Value}”");
        }
    }

    [Fact]
    public void The_innermost_thing_at_a_point_is_found_the_topmost_first()
    {
        AccessibleNode under = Node(WidgetRole.Button) with { Name = "under" }, over = Node(WidgetRole.Menu) with { Name = "over", Bounds = new Rectangle(5, 5, 10, 10) };
        AccessibleNode window = Node(WidgetRole.Group) with { Bounds = new Rectangle(0, 0, 50, 50), Children = [under, over] };
        ComponentInterface.At(window, new Point(7, 7))!.Name.ShouldBe("over");
        ComponentInterface.At(window, new Point(2, 2))!.Name.ShouldBe("under");
        ComponentInterface.At(window, new Point(40, 40)).ShouldBe(window);
        ComponentInterface.At(window, new Point(60, 40)).ShouldBeNull();
    }

    [Theory]
    [InlineData("/org/a11y/atspi/accessible/7340032", 7340032)]
    [InlineData("/org/a11y/atspi/accessible/root", 0)]
    [InlineData("/org/a11y/atspi/accessible/-1", 0)]
    [InlineData("/org/a11y/atspi/accessible/", 0)]
    [InlineData("/elsewhere/7", 0)]
    public void A_path_says_what_it_is_of(string path, long id)
    {
        AtSpiNames.Id(path).ShouldBe(id);
        if (id != 0)
            AtSpiNames.Path(id).ShouldBe(path);
    }

    private static AccessibleNode Node(WidgetRole role, string value = "") =>
        new(role, "Name", value, new Rectangle(0, 0, 10, 10), AccessibleStates.None, []) { Id = 1 };

    private static string Name(AccessibleNode node, WidgetRole parent) =>
        AtSpiRoles.Name(AtSpiRoles.Of(new AccessiblePlace(node, Node(parent), 0)));

    private static AccessibleTree Tree(AccessibleNode node, long keyTarget) =>
        new(Node(WidgetRole.Group) with { Id = 100, Children = [node] }, keyTarget) { IsActive = true };

    private static AtSpiStates States(AccessibleNode node, long keyTarget)
    {
        AccessibleTree tree = Tree(node, keyTarget);
        return AtSpiStateSet.Of(tree, tree.Places[node.Id]);
    }
}
