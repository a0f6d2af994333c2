using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

public class AccessibilityTests
{
    [Fact]
    public void Whatever_the_keyboard_comes_to_has_a_role_and_a_name()
    {
        using var stage = new Stage(Gallery.Board(), 960, 640);
        List<AccessibleNode> focusable =
            [.. stage.Scene.Describe().All().Where(node => node.States.HasFlag(AccessibleStates.Focusable))];
        focusable.Count.ShouldBeGreaterThan(40);
        foreach (AccessibleNode node in focusable)
        {
            node.Role.ShouldNotBe(WidgetRole.None, node.Name);
            node.Name.ShouldNotBeNullOrWhiteSpace($"{node.Role} at {node.Bounds}");
            (node.Bounds.Width * node.Bounds.Height).ShouldBeGreaterThan(0, node.Name);
        }
    }

    [Fact]
    public void Whatever_has_a_value_says_it()
    {
        using var stage = new Stage(Gallery.Board(), 960, 640);
        AccessibleNode scene = stage.Scene.Describe();
        Named(scene, "Warm", WidgetRole.Slider).Value.ShouldBe("+35");
        Named(scene, "Freeze", WidgetRole.Toggle).Value.ShouldBe("on");
        Named(scene, "Playing", WidgetRole.Choice).Value.ShouldBe("A");
        Named(scene, "Prompt", WidgetRole.TextField).Value.ShouldBe("a bit warmer, not muddy, like a close vocal");
        Named(scene, "Presets", WidgetRole.List).Value.ShouldBe("Preset 2");
        Named(scene, "Output", WidgetRole.Meter).Value.ShouldBe("−14.0\u2009dB");
        Named(scene, "3 of 3 read", WidgetRole.Label).Bounds.Width.ShouldBe(120);
    }

    [Fact]
    public void What_is_focused_disabled_or_chosen_is_said_so()
    {
        using var stage = new Stage(Gallery.Board(), 960, 640);
        stage.Key(Key.Tab);
        AccessibleNode scene = stage.Scene.Describe();
        scene.All().Single(node => node.States.HasFlag(AccessibleStates.Focused)).Name.ShouldBe("Warm");
        Named(scene, "Scoop", WidgetRole.Slider).States.HasFlag(AccessibleStates.Disabled).ShouldBeTrue();
        Named(scene, "A", WidgetRole.Item).States.HasFlag(AccessibleStates.Selected).ShouldBeTrue();
        Named(scene, "B", WidgetRole.Item).States.HasFlag(AccessibleStates.Selected).ShouldBeFalse();
    }

    [Fact]
    public void A_popup_is_described_while_it_is_open()
    {
        using var stage = new Stage(new Board().Put(new Button("Save", () => { }), 0, 0, 60, 30));
        IScene scene = stage.Scene;
        scene.OpenPopup(new Menu("Settings", [new MenuItem("Input", () => { }, IsChecked: true)], scene), new Rectangle(0, 0, 10, 10));
        AccessibleNode menu = Named(stage.Scene.Describe(), "Settings", WidgetRole.Menu);
        menu.Children.ShouldHaveSingleItem().Value.ShouldBe("checked");
        stage.Key(Key.Escape);
        stage.Scene.Describe().All().ShouldNotContain(node => node.Role == WidgetRole.Menu);
    }

    [Fact]
    public void What_is_hidden_is_not_described()
    {
        var button = new Button("Save", () => { });
        using var stage = new Stage(new Board().Put(button, 0, 0, 60, 30));
        button.IsVisible = false;
        stage.Scene.Describe().All().ShouldNotContain(node => node.Name == "Save");
    }

    private static AccessibleNode Named(AccessibleNode scene, string name, WidgetRole role) =>
        scene.All().Single(node => node.Name == name && node.Role == role);
}
