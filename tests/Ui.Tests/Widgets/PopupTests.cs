using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

public sealed class PopupTests : IDisposable
{
    private static readonly Rectangle Window = new(0, 0, 400, 300), Anchor = new(20, 20, 60, 30);

    private readonly Button _beneath;
    private readonly Stage _stage;
    private int _presses;

    public PopupTests()
    {
        _beneath = new Button("beneath", () => _presses++);
        _stage = new Stage(new Board().Put(_beneath, 300, 200, 60, 30).Put(new Button("other", () => { }), 300, 250, 60, 30));
    }

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void It_lies_below_its_anchor() =>
        PopupGround.Place(new Size(100, 80), Anchor, Window).ShouldBe(new Rectangle(20, 54, 100, 80));

    [Fact]
    public void It_lies_above_where_there_is_no_room_below() =>
        PopupGround.Place(new Size(100, 80), Anchor with { Y = 260 }, Window).Bottom.ShouldBe(256);

    [Fact]
    public void It_never_leaves_the_window()
    {
        foreach ((double x, double y) in new[] { (0.0, 0.0), (399, 299), (-50, 150), (200, 150), (500, 500) })
        {
            Rectangle place = PopupGround.Place(new Size(150, 200), new Rectangle(x, y, 40, 20), Window);
            Window.Contains(place).ShouldBeTrue($"{place} for an anchor at {x}, {y}");
        }

        Window.Contains(PopupGround.Place(new Size(4000, 4000), Anchor, Window)).ShouldBeTrue();
    }

    [Fact]
    public void A_press_beside_it_closes_it_and_does_nothing_else()
    {
        Box box = Open();
        _stage.Click(_beneath.Bounds.Centre);
        box.TimesClosed.ShouldBe(1);
        _presses.ShouldBe(0);
        _stage.Click(_beneath.Bounds.Centre);
        _presses.ShouldBe(1);
    }

    [Fact]
    public void Beside_one_that_is_not_modal_the_press_goes_on_and_keys_stay_where_they_were()
    {
        _stage.Key(Key.Tab);
        Box box = Open(isModal: false);
        _stage.Scene.Focused.ShouldBe(_beneath);
        _stage.Key(Key.Return);
        _presses.ShouldBe(1);
        _stage.Click(_beneath.Bounds.Centre);
        box.TimesClosed.ShouldBe(1);
        _presses.ShouldBe(2);
    }

    [Fact]
    public void Escape_closes_the_topmost_first()
    {
        Box lower = Open(), upper = Open();
        _stage.Key(Key.Escape).ShouldBeTrue();
        (lower.TimesClosed, upper.TimesClosed).ShouldBe((0, 1));
        _stage.Key(Key.Escape).ShouldBeTrue();
        (lower.TimesClosed, upper.TimesClosed).ShouldBe((1, 1));
        _stage.Key(Key.Escape).ShouldBeFalse();
    }

    [Fact]
    public void Closing_one_closes_those_above_it()
    {
        Box lower = Open(), upper = Open();
        _stage.Scene.ClosePopup(lower);
        (lower.TimesClosed, upper.TimesClosed).ShouldBe((1, 1));
        _stage.Scene.ClosePopup(lower);
        lower.TimesClosed.ShouldBe(1);
    }

    [Fact]
    public void Tab_stays_within_and_the_keyboard_goes_back_afterwards()
    {
        _stage.Key(Key.Tab);
        Box box = Open();
        for (int i = 0; i < 5; i++)
        {
            _stage.Key(Key.Tab);
            box.Children.ShouldContain(_stage.Scene.Focused!);
        }

        _stage.Key(Key.Escape);
        _stage.Scene.Focused.ShouldBe(_beneath);
        _stage.Shown.KeyboardMoves.ShouldBe(1);
    }

    [Fact]
    public void A_menu_has_the_keyboard_while_it_is_open_and_gives_it_back()
    {
        IScene scene = _stage.Scene;
        scene.OpenPopup(new Menu("test", [new MenuItem("one", () => { }), new MenuItem("two", () => { })], scene), Anchor);
        _stage.Shown.HasKeyboard.ShouldBeTrue();
        _stage.Key(Key.Escape);
        _stage.Shown.HasKeyboard.ShouldBeFalse();
        _stage.Shown.KeyboardMoves.ShouldBe(2);
    }

    [Fact]
    public void Nothing_beneath_one_is_hovered()
    {
        Open();
        _stage.Move(_beneath.Bounds.Centre);
        _beneath.IsHovered.ShouldBeFalse();
    }

    [Fact]
    public void Closing_the_window_closes_it()
    {
        Box box = Open();
        _stage.Scene.Dispose();
        box.TimesClosed.ShouldBe(1);
        box.Scene.ShouldBeNull();
    }

    [Fact]
    public void It_follows_the_window_when_that_is_resized()
    {
        Box box = Open(new Rectangle(340, 250, 40, 20));
        _stage.Shown.Resize(new Size(200, 150), 1);
        new Rectangle(0, 0, 200, 150).Contains(box.Bounds).ShouldBeTrue($"{box.Bounds}");
    }

    [Fact]
    public void Where_it_was_the_ground_comes_back()
    {
        Box box = Open();
        _stage.Frame();
        _stage.Scene.ClosePopup(box);
        _stage.Frame();
        Rectangle around = PopupGround.Around(box.Bounds);
        for (int y = 0; y < around.Bottom; y++)
            for (int x = 0; x < around.Right; x++)
                _stage.Shown.Image.PixelAt(x, y).ShouldBe(Theme.Dark.Ground, $"at {x}, {y}");
    }

    private Box Open(Rectangle? anchor = null, bool isModal = true)
    {
        var box = new Box(isModal);
        ((IScene)_stage.Scene).OpenPopup(box, anchor ?? Anchor);
        return box;
    }

    private Box Open(bool isModal) => Open(null, isModal);

    private sealed class Box : Popup
    {
        private readonly bool _isModal;

        public Box(bool isModal)
        {
            _isModal = isModal;
            Add(new Button("one", () => { }));
            Add(new Button("two", () => { }));
        }

        public int TimesClosed { get; private set; }

        public override Size Wanted => new(100, 80);

        public override bool IsModal => _isModal;

        public override void Closed() => TimesClosed++;

        protected override void Draw(ICanvas canvas, in DrawContext context) => PopupGround.Draw(canvas, Bounds, context.Theme);
    }
}
