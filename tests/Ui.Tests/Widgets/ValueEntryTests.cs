using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

public sealed class ValueEntryTests : IDisposable
{
    private static readonly Point Middle = new(50, 50);

    private readonly FakeControl _control = new("Output", -24, 24, "dB") { Value = 0.5 };
    private readonly Stage _stage;

    public ValueEntryTests() => _stage = new Stage(new Board().Put(new Knob(_control), 0, 0, 100, 120));

    public void Dispose()
    {
        _stage.Dispose();
        _control.Open.ShouldBe(0, "a gesture was left open");
    }

    [Fact]
    public void A_double_click_types_a_value_with_its_unit()
    {
        _stage.DoubleClick(Middle);
        Typed().AccessibleValue.ShouldBe("0 dB");
        _stage.Type("-6 dB");
        _stage.Key(Key.Return);
        _control.Plain.ShouldBe(-6, 1e-9);
        Entry().ShouldBeNull();
        _stage.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void A_figure_typed_on_a_focused_knob_begins_it()
    {
        _stage.Key(Key.Tab);
        _stage.Type("12");
        Typed().AccessibleValue.ShouldBe("12");
        _stage.Key(Key.Return);
        _control.Plain.ShouldBe(12, 1e-9);
        _stage.Scene.Focused.ShouldBeOfType<Knob>();
    }

    [Fact]
    public void What_cannot_be_read_is_said_and_sets_nothing()
    {
        _stage.DoubleClick(Middle);
        int gestures = _control.Gestures;
        _stage.Type("loud");
        _stage.Key(Key.Return);
        Entry()!.Value.ShouldBe("Try −24 dB to +24 dB");
        _control.Gestures.ShouldBe(gestures);
        _stage.Type("3");
        Entry()!.Value.ShouldBe("");
        _stage.Key(Key.Return);
        _control.Plain.ShouldBe(3, 1e-9);
    }

    [Fact]
    public void Escape_leaves_the_value()
    {
        _stage.DoubleClick(Middle);
        _stage.Type("9");
        _stage.Key(Key.Escape);
        _control.Plain.ShouldBe(0, 1e-9);
        Entry().ShouldBeNull();
    }

    [Fact]
    public void A_press_beside_it_sets_what_can_be_read()
    {
        _stage.DoubleClick(Middle);
        _stage.Type("9");
        _stage.Click(new Point(350, 20));
        _control.Plain.ShouldBe(9, 1e-9);
        _stage.DoubleClick(Middle);
        _stage.Type("nine");
        _stage.Click(new Point(350, 20));
        _control.Plain.ShouldBe(9, 1e-9);
    }

    [Fact]
    public void Leaving_it_as_it_was_is_no_change()
    {
        _control.Value = 0.123456;
        _stage.DoubleClick(Middle);
        _stage.Key(Key.Escape);
        _stage.DoubleClick(Middle);
        _stage.Click(new Point(350, 20));
        _control.Value.ShouldBe(0.123456);
        _control.Values.ShouldBeEmpty();
    }

    private AccessibleNode? Entry() =>
        _stage.Scene.Describe().All().FirstOrDefault(node => node.Name.StartsWith("Type a value"));

    private Widget Typed() => _stage.Scene.Focused.ShouldBeOfType<TextField>();
}
