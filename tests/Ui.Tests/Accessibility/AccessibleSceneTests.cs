using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Accessibility;

public sealed class AccessibleSceneTests : IDisposable
{
    private readonly FakeControl _control = new() { Value = 0.5 };
    private readonly List<string> _pressed = [];
    private readonly TextField _field = new("Prompt");
    private readonly Button _button;
    private readonly Knob _knob;
    private readonly Stage _stage;
    private readonly FakeLink _link = new();
    private readonly AccessibleScene _scene;
    private double _seconds;

    public AccessibleSceneTests()
    {
        _button = new Button("Save", () => _pressed.Add("Save"));
        _knob = new Knob(_control);
        _stage = new Stage(new Board()
            .Put(_button, 0, 0, 60, 30).Put(_knob, 80, 0, 80, 100).Put(_field, 0, 120, 200, 30)
            .Put(new Segmented("Playing", ["A", "B"], () => 0, choice => _pressed.Add($"choice {choice}")), 0, 160, 100, 30));
        _scene = new AccessibleScene(_stage.Scene, _link);
    }

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void While_nobody_listens_a_frame_allocates_nothing_and_publishes_nothing()
    {
        _link.IsListening = false;
        Frame();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            _scene.Frame(_stage.Shown, i);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        _link.Published.ShouldBeEmpty();
    }

    [Fact]
    public void While_nothing_is_drawn_nothing_is_published_and_nothing_allocated()
    {
        Frame();
        Frame(seconds: 1);
        int published = _link.Published.Count;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            _scene.Frame(_stage.Shown, _seconds + i);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        _link.Published.Count.ShouldBe(published);
    }

    [Fact]
    public void Who_begins_to_listen_gets_everything_at_once()
    {
        Frame();
        _link.Newest.Places.Values.Select(place => place.Node.Name).ShouldBeSubsetOf(
            ["Semantic EQ", "Save", "Warm", "Prompt", "Playing", "A", "B"]);
        Of("Warm").Range.ShouldBe(new AccessibleRange(0, -100, 100, 2));
        Of("Save").Range.ShouldBeNull();
    }

    [Fact]
    public void Where_the_keyboard_goes_is_told_with_the_next_frame()
    {
        Frame();
        _stage.Key(Key.Tab);
        Frame();
        _link.Newest.Focus.ShouldBe(Of("Save").Id);
        _link.Newest.IsActive.ShouldBeTrue();
    }

    [Fact]
    public void In_a_choice_the_chosen_part_has_the_keyboard()
    {
        Frame();
        Ask("Playing", AccessibleRequestKind.Focus);
        _link.Newest.Focus.ShouldBe(Of("A").Id);
    }

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 20)]
    public void What_goes_on_by_itself_is_told_twice_a_second_and_a_users_doings_ten_times(bool isUsed, int times)
    {
        Frame();
        Frame(seconds: 2);
        Frame(seconds: 2);
        int before = _link.Published.Count;
        for (int i = 0; i < 120; i++)
        {
            _control.Value = i / 120.0;
            if (isUsed)
                _stage.Key('x');
            Frame();
        }

        (_link.Published.Count - before).ShouldBeInRange(times - times / 4, times);
        Of("Warm").Range!.Value.Current.ShouldBe(_control.Plain, tolerance: 60);
    }

    [Fact]
    public void A_value_is_set_by_a_gesture_of_its_own()
    {
        Frame();
        Ask("Warm", AccessibleRequestKind.SetValue, 30);
        _control.Values.ShouldBe([0.65]);
        (_control.Gestures, _control.Open).ShouldBe((1, 0));
        Of("Warm").Value.ShouldBe("+30");
    }

    [Theory]
    [InlineData(1e9, 1)]
    [InlineData(-1e9, 0)]
    public void A_value_out_of_range_is_held_in_it(double asked, double set)
    {
        Frame();
        Ask("Warm", AccessibleRequestKind.SetValue, asked);
        _control.Values.ShouldBe([set]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_value_is_not_set(double asked)
    {
        Frame();
        Ask("Warm", AccessibleRequestKind.SetValue, asked);
        _control.Gestures.ShouldBe(0);
    }

    [Fact]
    public void A_drag_under_way_ends_before_a_value_is_set()
    {
        Frame();
        _stage.Press(new Point(120, 50));
        _control.Open.ShouldBe(1);
        Ask("Warm", AccessibleRequestKind.SetValue, 30);
        (_control.Gestures, _control.Open).ShouldBe((2, 0));
    }

    [Fact]
    public void A_button_is_pressed_once()
    {
        Frame();
        Ask("Save", AccessibleRequestKind.Press);
        _pressed.ShouldBe(["Save"]);
    }

    [Fact]
    public void A_part_is_pressed_where_it_is()
    {
        Frame();
        Ask("B", AccessibleRequestKind.Press);
        _pressed.ShouldBe(["choice 1"]);
    }

    [Fact]
    public void What_is_disabled_hidden_or_gone_is_asked_in_vain()
    {
        Frame();
        long save = Of("Save").Id;
        _button.IsEnabled = false;
        _link.Ask(save, AccessibleRequestKind.Press);
        _link.Ask(save, AccessibleRequestKind.Focus);
        Frame();
        (_button.IsEnabled, _button.IsVisible) = (true, false);
        _link.Ask(save, AccessibleRequestKind.Press);
        _link.Ask(12345L << 30, AccessibleRequestKind.Press);
        Frame();
        _pressed.ShouldBeEmpty();
        _stage.Scene.Focused.ShouldBeNull();
    }

    [Fact]
    public void What_lies_under_a_menu_is_pressed_after_the_menu_has_closed()
    {
        IScene scene = _stage.Scene;
        scene.OpenPopup(new Menu("More", [new MenuItem("One", () => _pressed.Add("One"))], scene), new Rectangle(0, 0, 10, 10));
        Frame();
        Ask("B", AccessibleRequestKind.Press);
        _pressed.ShouldBe(["choice 1"]);
        _stage.Scene.Describe().All().ShouldNotContain(node => node.Role == WidgetRole.Menu);
    }

    [Fact]
    public void An_item_of_a_menu_is_chosen()
    {
        IScene scene = _stage.Scene;
        scene.OpenPopup(new Menu("More", [new MenuItem("One", () => _pressed.Add("One"))], scene), new Rectangle(0, 0, 10, 10));
        Frame();
        _link.Newest.Focus.ShouldBe(Of("More").Id);
        Of("More").IsModal.ShouldBeTrue();
        Ask("One", AccessibleRequestKind.Press);
        _pressed.ShouldBe(["One"]);
    }

    [Fact]
    public void A_text_is_written_as_if_it_were_typed()
    {
        Frame();
        Ask("Prompt", AccessibleRequestKind.SetText, text: "a bit warm");
        (_field.Text, _field.IsFocused, Of("Prompt").Caret).ShouldBe(("a bit warm", true, 10));
        Ask("Prompt", AccessibleRequestKind.MoveCaret, 1);
        Of("Prompt").Caret.ShouldBe(1);
        Ask("Prompt", AccessibleRequestKind.SetText);
        _field.Text.ShouldBe("");
        _stage.Key('z', Modifiers.Control);
        _field.Text.ShouldBe("a bit warm");
    }

    [Fact]
    public void Numbers_stay_with_their_widgets_and_are_no_others()
    {
        Frame();
        Dictionary<string, long> before = _link.Newest.Places.Values.ToDictionary(place => place.Node.Name, place => place.Node.Id);
        before.Values.ShouldBeUnique();
        Ask("Warm", AccessibleRequestKind.SetValue, 30);
        _link.Newest.Places.Values.ShouldAllBe(place => before[place.Node.Name] == place.Node.Id);
    }

    private AccessibleNode Of(string name) => _link.Newest.Places.Values.Select(place => place.Node).Single(node => node.Name == name);

    private void Ask(string name, AccessibleRequestKind kind, double number = 0, string text = "")
    {
        _link.Ask(Of(name).Id, kind, number, text);
        Frame();
        Frame(seconds: AccessibleScene.Interval);
    }

    // As the plug-in's frame goes: look, tell, draw.
    private void Frame(double seconds = 1 / 60.0)
    {
        _seconds += seconds;
        _stage.Scene.Tick(_seconds);
        _scene.Frame(_stage.Shown, _seconds);
        _stage.Shown.Paint();
    }
}
