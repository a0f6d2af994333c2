using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>What must hold wherever in the window one points or types.</summary>
public class WholeEditorTests
{
    private const double Width = 1120, Height = 700;

    [Fact]
    public void Whatever_the_keyboard_comes_to_has_a_role_a_name_and_a_place_in_the_window()
    {
        using Stage stage = Open(new FakeEditorModel());
        var window = new Rectangle(0, 0, Width, Height);
        foreach (AccessibleNode node in stage.Scene.Describe().All().Where(node => node.States.HasFlag(AccessibleStates.Focusable)))
        {
            node.Role.ShouldNotBe(WidgetRole.None, $"“{node.Name}” at {node.Bounds}");
            node.Name.ShouldNotBeNullOrWhiteSpace($"{node.Role} at {node.Bounds}");
            window.Contains(node.Bounds).ShouldBeTrue($"{node.Role} “{node.Name}” at {node.Bounds}");
        }
    }

    [Fact]
    public void No_two_things_side_by_side_have_one_name()
    {
        using Stage stage = Open(new FakeEditorModel());
        foreach (AccessibleNode group in stage.Scene.Describe().All())
        {
            IEnumerable<string> names = group.Children.Where(node => node.Role != WidgetRole.Label).Select(node => $"{node.Role} {node.Name}");
            names.ShouldBeUnique($"in “{group.Name}”");
        }
    }

    [Fact]
    public void Tab_comes_to_everything_and_back_to_the_first()
    {
        using Stage stage = Open(new FakeEditorModel());
        int focusable = stage.Scene.Describe().All().Count(
            node => node.States.HasFlag(AccessibleStates.Focusable) && !node.States.HasFlag(AccessibleStates.Disabled));
        List<Widget> seen = [];
        while (stage.Key(Key.Tab) && !seen.Contains(stage.Scene.Focused!))
            seen.Add(stage.Scene.Focused!);
        seen.Count.ShouldBe(focusable);
        stage.Scene.Focused.ShouldBe(seen[0]);
        stage.Key(Key.Escape);
        stage.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void Pointing_over_everything_while_something_plays_allocates_nothing()
    {
        var model = new FakeEditorModel();
        using Stage stage = Open(model);
        stage.ShowTooltips = false;
        Sweep(stage, model);
        Sweep(stage, model);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Sweep(stage, model);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_hand_that_does_anything_anywhere_leaves_every_gesture_ended(int seed)
    {
        var model = new FakeEditorModel();
        using (Stage stage = Open(model))
        {
            var random = new Random(seed);
            for (int i = 0; i < 1500; i++)
                DoAnything(stage, random);
        }

        model.ShouldBeBalanced();
        model.Controls.Sum(control => control.Gestures.Count).ShouldBeGreaterThan(100, "it touched hardly anything");
    }

    private static Stage Open(FakeEditorModel model)
    {
        var stage = new Stage(new EditorView(model), Width, Height) { MinimumSize = EditorLayout.Least };
        stage.Frame();
        return stage;
    }

    private static void Sweep(Stage stage, FakeEditorModel model)
    {
        for (int i = 0; i < 300; i++)
        {
            model.Tick(i / 60.0);
            stage.Move(new Point(i * 37 % Width, i * 23 % Height));
            stage.Frame();
        }
    }

    private static void DoAnything(Stage stage, Random random)
    {
        var at = new Point(random.Next((int)Width), random.Next((int)Height));
        var modifiers = (Modifiers)(random.Next(4) == 0 ? random.Next(8) : 0);
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                stage.Press(at, modifiers, clicks: random.Next(1, 3), button: random.Next(5) == 0 ? PointerButton.Secondary : PointerButton.Primary);
                break;
            case 3 or 4:
                stage.Move(at, modifiers);
                break;
            case 5 or 6:
                stage.Release(at);
                stage.Release(at, PointerButton.Secondary);
                break;
            case 7:
                stage.Wheel(at, random.Next(-3, 4), modifiers);
                break;
            case 8:
                stage.Key((Key)random.Next(1, 14), modifiers);
                break;
            case 9:
                stage.Key((char)random.Next(' ', 127), modifiers);
                break;
            case 10 when random.Next(20) == 0:
                stage.Shown.Resize(new Size(random.Next(1, 1600), random.Next(1, 1000)), 1);
                break;
            default:
                stage.HasHostMenu = random.Next(2) == 0;
                stage.Frame();
                break;
        }
    }
}
