using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor;

public sealed class WordMapTests : IDisposable
{
    private readonly MapStage _on = new();

    public void Dispose()
    {
        _on.Model.ShouldBeBalanced();
        _on.Dispose();
    }

    [Fact]
    public void A_click_starts_from_a_word_and_shift_click_goes_on_to_another()
    {
        _on.Stage.Click(_on.At("harsh"));
        _on.Stage.Frame();
        _on.Chosen(WordPlace.A).ShouldBe("harsh");
        _on.Stage.Click(_on.At("full"), Modifiers.Shift);
        _on.Chosen(WordPlace.B).ShouldBe("full");
        _on.Words.Morph.Value.ShouldBe(0.28);
    }

    [Fact]
    public void A_second_word_that_would_not_be_heard_is_brought_half_way()
    {
        _on.Morph.Automate(0);
        _on.Words.Choose(WordPlace.B, 0);
        _on.Stage.Frame();
        _on.Stage.Click(_on.At("full"), Modifiers.Shift);
        _on.Words.Morph.Value.ShouldBe(0.5);
        _on.Model.Groups.ShouldBe(["Morph to"]);
    }

    [Fact]
    public void A_word_that_is_the_second_one_becomes_the_first_and_leaves_no_way_to_itself()
    {
        _on.Stage.Click(_on.At("bright"));
        _on.Chosen(WordPlace.A).ShouldBe("bright");
        _on.Chosen(WordPlace.B).ShouldBe("");
    }

    [Fact]
    public void A_drag_between_words_morphs_by_how_far_it_went_and_is_one_step()
    {
        Point from = _on.At("hot"), to = _on.At("harsh");
        _on.Drag(from, MapStage.Between(from, to, 0.5));
        (_on.Chosen(WordPlace.A), _on.Model.Groups.Count).ShouldBe(("hot", 1));
        _on.Drag(from, to);
        (_on.Chosen(WordPlace.A), _on.Chosen(WordPlace.B)).ShouldBe(("hot", "harsh"));
        _on.Words.Morph.Value.ShouldBe(1, 0.02);
        _on.Model.Groups.Count.ShouldBe(2);
    }

    [Fact]
    public void A_drag_that_is_cancelled_leaves_everything_as_it_was()
    {
        _on.Stage.Move(_on.At("hot"));
        _on.Stage.Press(_on.At("hot"));
        _on.Stage.Move(MapStage.Between(_on.At("hot"), _on.At("harsh"), 0.8));
        _on.Chosen(WordPlace.A).ShouldBe("hot");
        _on.Stage.Key(Key.Escape);
        (_on.Chosen(WordPlace.A), _on.Chosen(WordPlace.B), _on.Words.Morph.Value).ShouldBe(("warm", "bright", 0.28));
    }

    [Theory]
    [InlineData(0.28, 0.75)]
    [InlineData(0.0, 0.4)]
    [InlineData(1.0, 0.6)]
    public void The_ring_is_dragged_along_its_way_even_from_the_words_themselves(double start, double end)
    {
        _on.Morph.Automate(start);
        _on.Stage.Frame();
        Point a = _on.At("warm"), b = _on.At("bright");
        _on.Drag(MapStage.Between(a, b, start), MapStage.Between(a, b, end));
        _on.Words.Morph.Value.ShouldBe(end, 0.02);
        (_on.Chosen(WordPlace.A), _on.Chosen(WordPlace.B)).ShouldBe(("warm", "bright"));
        _on.Words.Choices.ShouldBe(0);
    }

    [Fact]
    public void The_ring_is_the_morph_to_the_host()
    {
        Point ring = MapStage.Between(_on.At("warm"), _on.At("bright"), 0.28);
        _on.Stage.Press(ring, button: PointerButton.Secondary);
        _on.Stage.HostMenu.ShouldBe(_on.Morph.Id);
        _on.Stage.DoubleClick(ring);
        _on.Words.Morph.Value.ShouldBe(_on.Words.Morph.Default);
    }

    [Fact]
    public void The_wheel_zooms_about_the_pointer_and_a_double_click_shows_all()
    {
        Point at = _on.At("harsh");
        int before = Labels();
        for (int i = 0; i < 6; i++)
            _on.Stage.Wheel(at, 1);
        _on.Stage.Frame();
        _on.At("harsh").X.ShouldBe(at.X, 1);
        _on.At("harsh").Y.ShouldBe(at.Y, 1);
        WordDots.Distance(_on.At("harsh"), _on.At("full")).ShouldBeGreaterThan(60);
        Point empty = new(at.X - 40, at.Y + 25);
        Point moved = _on.At("harsh");
        _on.Drag(empty, new Point(empty.X + 20, empty.Y + 10));
        _on.At("harsh").X.ShouldBe(moved.X + 20, 1);
        _on.Stage.DoubleClick(new Point(empty.X + 30, empty.Y + 20));
        _on.Stage.Frame();
        _on.At("harsh").ShouldBe(at);
        Labels().ShouldBe(before);
    }

    [Theory]
    [InlineData("usual", 1120, 700, 55)]
    [InlineData("large", 1600, 1000, 60)]
    [InlineData("small", 820, 560, 30)]
    public void Of_the_words_that_show_first_hardly_one_is_without_a_label(string window, double width, double height, int least)
    {
        Rectangle panel = EditorLayout.For(new Size(width, height)).Map;
        using var on = new MapStage(panel.Width, panel.Height);
        on.Words.Choose(WordPlace.A, 0);
        on.Words.Choose(WordPlace.B, 0);
        on.Stage.Wait(0.1);
        WordDots dots = on.Map.Dots;
        Labelled().ShouldBeGreaterThanOrEqualTo(least, window);
        for (int i = 0; i < WordDots.FirstShown; i++)
        {
            Point place = on.Words.All[i].Place, area = new(panel.Width - 32, on.Map.Bounds.Height - 28);
            var home = new Point(on.Map.Bounds.Centre.X + ((place.X - 0.5) * area.X), on.Map.Bounds.Centre.Y + ((place.Y - 0.5) * area.Y));
            WordDots.Distance(dots.At(i), home).ShouldBeLessThanOrEqualTo(WordSpacing.MostShift + 1, on.Words.All[i].Word);
            for (int j = 0; j < i && dots.IsLabelled(i); j++)
                (dots.IsLabelled(j) && dots.Shape(i).Overlaps(dots.Shape(j), 0)).ShouldBeFalse($"{on.Words.All[i].Word} and {on.Words.All[j].Word}");
        }

        // Choosing takes room, from a few.
        int before = Labelled();
        on.Words.Choose(WordPlace.A, on.Words.Find("warm").Slot);
        on.Words.Choose(WordPlace.B, on.Words.Find("bright").Slot);
        on.Stage.Wait(0.1);
        Labelled().ShouldBeGreaterThanOrEqualTo(before - 6, window);

        int Labelled() => Enumerable.Range(0, WordDots.FirstShown).Count(dots.IsLabelled);
    }

    [Fact]
    public void Labels_never_overlap_at_any_zoom()
    {
        for (int step = 0; step < 40; step++)
        {
            _on.Stage.Wheel(new Point(180 + step, 220), step < 20 ? 0.5 : -0.5);
            _on.Stage.Frame();
            List<WordShape> shapes = [.. Enumerable.Range(0, _on.Words.All.Count).Where(_on.Map.Dots.IsLabelled).Select(_on.Map.Dots.Shape)];
            shapes.Count.ShouldBeGreaterThan(5);
            for (int i = 0; i < shapes.Count; i++)
            {
                for (int j = 0; j < i; j++)
                    shapes[i].Overlaps(shapes[j], 0).ShouldBeFalse($"step {step}");
            }
        }
    }

    [Fact]
    public void Labels_stay_within_the_panels_margin_and_clear_of_a_phrases_mark()
    {
        _on.Words.Choose(WordPlace.A, 1);
        _on.Stage.Wait(0.1);
        // The map is linear: where two words lie says where anything does.
        (Point first, Point second) = (_on.Words.Find("warm").Place, _on.Words.Find("bright").Place);
        (Point warm, Point bright) = (_on.At("warm"), _on.At("bright"));
        Point place = _on.Words.PhrasePlace(WordPlace.A)!.Value;
        double x = warm.X + ((place.X - first.X) / (second.X - first.X) * (bright.X - warm.X));
        double y = warm.Y + ((place.Y - first.Y) / (second.Y - first.Y) * (bright.Y - warm.Y));
        for (int word = 0; word < _on.Words.All.Count; word++)
        {
            if (!_on.Map.Dots.IsLabelled(word))
                continue;
            Rectangle box = _on.Map.Dots.Box(word);
            double at = _on.Map.Dots.At(word).X;
            bool isLeft = at - box.Left > box.Right - at;
            string name = _on.Words.All[word].Word;
            (isLeft ? box.Left - _on.Panel.Bounds.Left : _on.Panel.Bounds.Right - box.Right).ShouldBeGreaterThanOrEqualTo(Space.InsidePanel, name);
            box.Overlaps(new Rectangle(x - 8, y - 8, 16, 16)).ShouldBeFalse(name);
        }
    }

    [Fact]
    public void Where_the_variations_will_be_there_is_a_hint_before()
    {
        using var low = new MapStage(336, 220);
        foreach (MapStage on in new[] { _on, low })
        {
            on.Words.Choose(WordPlace.A, 0);
            on.Words.Choose(WordPlace.B, 0);
            on.Stage.Wait(0.1);
        }

        // Beside the text, where the arrow of the row will be; a low panel has no room for it.
        _on.Stage.Shown.Image.PixelAt(312, 95).ShouldBe(Theme.Dark.Raised);
        low.Stage.Shown.Image.PixelAt(312, 72).ShouldBe(Theme.Dark.Panel);
    }

    [Fact]
    public void Labels_do_not_flicker_while_the_map_is_zoomed_to_and_fro_a_little()
    {
        _on.Stage.Wheel(new Point(180, 220), 2);
        _on.Stage.Frame();
        int changes = 0;
        var shown = Shown();
        for (int i = 0; i < 10; i++)
        {
            _on.Stage.Wheel(new Point(180, 220), i % 2 == 0 ? 0.05 : -0.05);
            _on.Stage.Frame();
            var now = Shown();
            changes += i < 2 ? 0 : now.Except(shown).Count() + shown.Except(now).Count();
            shown = now;
        }

        changes.ShouldBe(0);
    }

    [Fact]
    public void Typing_finds_words_and_keys_choose_among_them()
    {
        _on.Stage.Click(new Point(250, 23));
        _on.Stage.Type("frio");
        _on.Map.Asked!.Word.ShouldBe("frío");
        _on.Stage.Key(Key.Return).ShouldBeTrue();
        _on.Chosen(WordPlace.A).ShouldBe("frío");
        _on.Stage.Key('a', Modifiers.Control);
        _on.Stage.Type("bri");
        string first = _on.Map.Asked!.Word;
        _on.Stage.Key(Key.Down);
        string second = _on.Map.Asked!.Word;
        second.ShouldNotBe(first);
        second.ShouldStartWith("bri");
        _on.Stage.Key(Key.Up);
        _on.Map.Asked!.Word.ShouldBe(first);
        _on.Stage.Key(Key.Return, Modifiers.Shift);
        _on.Chosen(WordPlace.B).ShouldBe(first);
        _on.Stage.Key(Key.Escape).ShouldBeTrue();
        _on.Map.Search.IsActive.ShouldBeFalse();
        _on.Stage.Shown.HasKeyboard.ShouldBeTrue();
        _on.Stage.Key(Key.Escape);
        _on.Stage.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void Arrows_walk_to_the_next_word_and_return_chooses_it()
    {
        _on.Stage.Scene.Focus(_on.Map);
        _on.Map.Asked!.Word.ShouldBe("warm");
        _on.Stage.Key(Key.Right).ShouldBeTrue();
        MapWord right = _on.Map.Asked!;
        right.Place.X.ShouldBeGreaterThan(_on.Words.Find("warm").Place.X);
        _on.Stage.Key(Key.Return, Modifiers.Shift);
        _on.Chosen(WordPlace.B).ShouldBe(right.Word);
        _on.Stage.Key(Key.Right, Modifiers.Control);
        _on.Stage.Key(Key.Right, Modifiers.Control);
        _on.Words.Morph.Value.ShouldBe(0.30, 1e-9);
        _on.Stage.Wait(1);
        _on.Morph.Depth.ShouldBe(0);
        _on.Stage.Key(Key.Delete);
        (_on.Chosen(WordPlace.A), _on.Chosen(WordPlace.B)).ShouldBe(("warm", ""));
    }

    [Fact]
    public void A_click_does_not_take_the_keyboard_from_the_host()
    {
        _on.Stage.Click(_on.At("harsh"));
        _on.Stage.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void Variations_are_flipped_through_where_a_word_has_some()
    {
        VariationRow row = _on.Panel.Children.OfType<VariationRow>().Single();
        row.IsVisible.ShouldBeTrue();
        row.AccessibleValue.ShouldStartWith("1 of 4: 153 people");
        _on.Stage.Click(new Point(row.Bounds.Right - 8, row.Bounds.Centre.Y));
        row.AccessibleValue.ShouldStartWith("2 of 4: 100 people");
        _on.Stage.Click(new Point(row.Bounds.Left + 8, row.Bounds.Centre.Y));
        _on.Stage.Click(new Point(row.Bounds.Left + 8, row.Bounds.Centre.Y));
        row.AccessibleValue.ShouldStartWith("4 of 4: 91 people");
        _on.Words.Choose(WordPlace.A, _on.Words.Find("bright").Slot);
        _on.Stage.Frame();
        row.IsVisible.ShouldBeFalse();
    }

    [Fact]
    public void Hovering_dragging_and_zooming_allocate_nothing()
    {
        _on.Morph.IsNoting = false;
        Point a = _on.At("warm"), b = _on.At("bright"), ring = MapStage.Between(a, b, 0.28);
        foreach (Action round in (Action[])[Hover, DragRing, Zoom])
        {
            round();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 5; i++)
                round();
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0, round.Method.Name);
        }

        void Hover()
        {
            for (int i = 0; i < 40; i++)
            {
                _on.Stage.Move(new Point(20 + (7 * i), 130 + (4 * i)));
                _on.Stage.Frame();
            }
        }

        void DragRing()
        {
            _on.Stage.Move(ring);
            _on.Stage.Press(ring);
            for (int i = 0; i <= 40; i++)
            {
                _on.Stage.Move(MapStage.Between(a, b, 0.28 + (0.2 * Math.Sin(i * Math.PI / 20))));
                _on.Stage.Frame();
            }

            _on.Stage.Release(ring);
        }

        void Zoom()
        {
            for (int i = 0; i < 20; i++)
            {
                _on.Stage.Wheel(new Point(200, 220), i < 10 ? 1 : -1);
                _on.Stage.Frame();
            }
        }
    }

    [Fact]
    public void The_map_is_described_for_people_who_do_not_see_it()
    {
        var nodes = _on.Stage.Scene.Describe().All().ToList();
        nodes.ShouldContain(node => node.Name == "warm" && node.Value == "first word");
        nodes.ShouldContain(node => node.Name == "bright" && node.Value == "second word");
        nodes.ShouldContain(node => node.Name == "Morph" && node.Value == "28 %");
        nodes.Count(node => node.Role == WidgetRole.Item).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void The_menu_names_the_word_that_was_clicked()
    {
        Point at = _on.At("harsh");
        _on.Stage.Press(at, button: PointerButton.Secondary);
        _on.Stage.Release(at, PointerButton.Secondary);
        AccessibleNode item = _on.Stage.Scene.Describe().All().Single(node => node.Name == "Morph to harsh");
        _on.Stage.Click(item.Bounds.Centre);
        (_on.Chosen(WordPlace.A), _on.Chosen(WordPlace.B)).ShouldBe(("warm", "harsh"));
    }

    [Fact]
    public void Another_models_words_take_the_place_of_the_old_ones()
    {
        _on.Words.All = [.. _on.Words.All.Take(20)];
        _on.Stage.Frame();
        WordMap map = _on.Panel.Children.OfType<WordMap>().Single();
        map.ShouldNotBe(_on.Map);
        map.Dots.Words.Count.ShouldBe(20);
        _on.Words.All = [];
        _on.Stage.Frame();
        _on.Stage.Move(new Point(150, 200));
        _on.Stage.Scene.Focus(_on.Panel.Children.OfType<WordMap>().Single());
        _on.Stage.Key(Key.Right).ShouldBeFalse();
    }

    private int Labels() => Shown().Count;

    private List<int> Shown() => [.. Enumerable.Range(0, _on.Words.All.Count).Where(_on.Map.Dots.IsLabelled)];
}
