using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>Lists, scroll bars, menus.</summary>
public sealed class ListTests : IDisposable
{
    private readonly Rows _rows = new();
    private readonly ListBox _list;
    private readonly Stage _stage;

    public ListTests()
    {
        _list = new ListBox("Presets", _rows) { RowHeight = 20 };
        _stage = new Stage(new Board().Put(_list, 0, 0, 200, 100));
    }

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Only_the_rows_that_are_seen_are_drawn()
    {
        _stage.Frame();
        _rows.Drawn.Distinct().ShouldBe([0, 1, 2, 3, 4]);
        _rows.Drawn.Clear();
        _stage.Wheel(new Point(50, 50), -1);
        _stage.Frame();
        _rows.Drawn.Distinct().ShouldBe([3, 4, 5, 6, 7]);
    }

    [Fact]
    public void A_click_chooses_the_row_under_it()
    {
        _stage.Wheel(new Point(50, 50), -2);
        _stage.Click(new Point(50, 30));
        _rows.Chosen.ShouldBe([7]);
        _list.Selected.ShouldBe(7);
    }

    [Fact]
    public void Keys_go_through_it_and_it_scrolls_along()
    {
        _stage.Key(Key.Tab);
        for (int i = 0; i < 8; i++)
            _stage.Key(Key.Down).ShouldBeTrue();
        _list.Selected.ShouldBe(7);
        Seen().ShouldBe(["row 3", "row 4", "row 5", "row 6", "row 7"]);
        _stage.Key(Key.PageDown);
        _list.Selected.ShouldBe(11);
        _stage.Key(Key.End);
        _stage.Key(Key.Down);
        _list.Selected.ShouldBe(999);
        _stage.Key(Key.Home);
        Seen()[0].ShouldBe("row 0");
        _stage.Key(Key.Return);
        _rows.Chosen.ShouldBe([0]);
    }

    [Fact]
    public void Keys_that_mean_nothing_to_a_list_are_the_rows()
    {
        _stage.Key(Key.Tab);
        _stage.Key(Key.Delete).ShouldBeFalse();
        _stage.Key(Key.Down);
        _stage.Key(Key.Delete).ShouldBeTrue();
        _rows.Deleted.ShouldBe(0);
    }

    [Fact]
    public void Dragging_the_bar_to_its_end_shows_the_last_row()
    {
        _stage.Press(new Point(195, 5));
        _stage.Move(new Point(195, 500));
        _stage.Release(new Point(195, 500));
        Seen()[^1].ShouldBe("row 999");
    }

    [Fact]
    public void With_fewer_rows_it_scrolls_back_and_the_bar_goes()
    {
        _stage.Wheel(new Point(50, 50), -1000);
        _rows.Count = 3;
        _list.Refresh();
        Seen().ShouldBe(["row 0", "row 1", "row 2"]);
        _list.Children[0].IsVisible.ShouldBeFalse();
        _rows.Count = 0;
        _list.Refresh();
        Seen().ShouldBeEmpty();
        _stage.Click(new Point(50, 50));
        _rows.Chosen.ShouldBeEmpty();
    }

    [Fact]
    public void A_menu_item_is_chosen_by_a_click_after_which_it_is_closed()
    {
        Menu menu = OpenMenu();
        _stage.Click(Line("Light theme").Centre);
        Chosen.ShouldBe("light");
        menu.Scene.ShouldBeNull();
    }

    [Fact]
    public void A_menu_goes_by_keys_past_headings_lines_and_what_is_disabled()
    {
        Menu menu = OpenMenu();
        _stage.Key(Key.Down);
        menu.AccessibleValue.ShouldBe("Input");
        _stage.Key(Key.Down);
        menu.AccessibleValue.ShouldBe("Light theme");
        _stage.Key(Key.Down);
        menu.AccessibleValue.ShouldBe("Light theme");
        _stage.Key('i');
        menu.AccessibleValue.ShouldBe("Input");
        _stage.Key(Key.End);
        _stage.Key(Key.Return);
        Chosen.ShouldBe("light");
    }

    [Fact]
    public void What_is_disabled_in_a_menu_cannot_be_clicked()
    {
        Menu menu = OpenMenu();
        _stage.Click(Line("Delete").Centre);
        _stage.Click(Line("Spectrum").Centre);
        Chosen.ShouldBe("");
        menu.Scene.ShouldNotBeNull();
    }

    [Fact]
    public void A_menu_that_is_higher_than_the_window_scrolls()
    {
        var items = Enumerable.Range(0, 40).Select(i => new MenuItem($"item {i}", () => Chosen = $"{i}")).ToList();
        var menu = new Menu("Long", items, _stage.Scene);
        ((IScene)_stage.Scene).OpenPopup(menu, new Rectangle(10, 10, 10, 10));
        menu.Bounds.Height.ShouldBeLessThan(300);
        _stage.Key(Key.End);
        _stage.Key(Key.Return);
        Chosen.ShouldBe("39");
    }

    private string Chosen { get; set; } = "";

    private Menu OpenMenu()
    {
        var menu = new Menu(
            "Settings",
            [
                new MenuItem("Spectrum", null), new MenuItem("Input", () => Chosen = "input", IsChecked: true), MenuItem.Separator,
                new MenuItem("Light theme", () => Chosen = "light"), new MenuItem("Delete", () => Chosen = "delete", IsEnabled: false),
            ],
            _stage.Scene);
        ((IScene)_stage.Scene).OpenPopup(menu, new Rectangle(250, 10, 30, 20));
        return menu;
    }

    private Rectangle Line(string text) =>
        _stage.Scene.Describe().All().Single(node => node.Role == WidgetRole.Item && node.Name == text).Bounds;

    private List<string> Seen() =>
        [.. _stage.Scene.Describe().All().Where(node => node.Role == WidgetRole.Item).Select(node => node.Name)];

    private sealed class Rows : IListRows
    {
        public int Count { get; set; } = 1000;

        public List<int> Drawn { get; } = [];

        public List<int> Chosen { get; } = [];

        public int? Deleted { get; private set; }

        public string Name(int row) => $"row {row}";

        public void Draw(ICanvas canvas, in DrawContext context, int row, Rectangle area, bool isSelected) => Drawn.Add(row);

        public void Choose(int row, Point? at, Rectangle area) => Chosen.Add(row);

        public bool Key(int row, in KeyEvent key)
        {
            if (key.Key == Ui.Window.Key.Delete)
                Deleted = row;
            return key.Key == Ui.Window.Key.Delete;
        }
    }
}
