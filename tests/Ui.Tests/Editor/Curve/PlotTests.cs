using SemanticEq.Dsp;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Editor.Curve;

/// <summary>What the plot shows.</summary>
public class PlotTests
{
    [Fact]
    public void A_card_never_covers_its_node_nor_leaves_the_plot()
    {
        var random = new Random(3);
        var size = new Size(172, 74);
        int shown = 0;
        for (int i = 0; i < 20_000; i++)
        {
            var area = new Rectangle(40, 30, 150 + (1000 * random.NextDouble()), 80 + (500 * random.NextDouble()));
            Rectangle node = At(), other = At();
            var side = (CardSide)random.Next(5);
            if (CardPlacement.Find(size, node, area, [other], ref side) is not { } card)
                continue;
            shown++;
            card.Overlaps(node).ShouldBeFalse();
            area.Contains(card).ShouldBeTrue();

            Rectangle At() => new Rectangle(
                area.Left + (random.NextDouble() * area.Width), area.Top + (random.NextDouble() * area.Height), 0, 0).Inset(-14);
        }

        shown.ShouldBeGreaterThan(15_000);
    }

    [Fact]
    public void The_card_comes_with_the_pointer_does_what_it_says_and_no_tooltip_lies_over_it()
    {
        using var stage = new CurveStage();
        Point node = stage.Node(2).Bounds.Centre;
        stage.Stage.Move(node);
        stage.Frame();
        NodeCard card = stage.Plot.Children.OfType<NodeCard>().Single();
        card.IsVisible.ShouldBeTrue();
        (stage.Node(2).Tooltip(node), stage.Plot.Tooltip(node)).ShouldBe((null, null));

        Widget[] signs = [.. card.Children];
        stage.Stage.Click(signs[0].Bounds.Centre);
        stage.Model.Signals.SoloBand.ShouldBe(2);
        stage.Stage.Click(signs[1].Bounds.Centre);
        stage.Model.Trims[2].On.IsOn().ShouldBeFalse();
        stage.Wait(2);
        card.IsVisible.ShouldBeTrue("the pointer is on it");
        stage.Stage.Move(stage.At(15_000, -5));
        stage.Wait(1);
        card.IsVisible.ShouldBeFalse();
        stage.Model.ShouldBeBalanced();
    }

    [Fact]
    public void What_is_heard_alone_is_said_and_ends_with_its_band()
    {
        using var stage = new CurveStage();
        stage.Stage.DoubleClick(stage.At(700, 4));
        stage.Own(0).Edit.ToggleSolo();
        stage.Frame();
        SoloBadge badge = stage.Plot.Children.OfType<SoloBadge>().Single();
        badge.IsVisible.ShouldBeTrue();
        badge.AccessibleName.ShouldStartWith("Own band A alone");
        stage.Own(0).Edit.Remove();
        stage.Frame();
        stage.Model.Signals.SoloBand.ShouldBe(-1);
        badge.IsVisible.ShouldBeFalse();

        stage.Node(4).Edit.ToggleSolo();
        stage.Frame();
        stage.Stage.Click(badge.Bounds.Centre);
        stage.Model.Signals.SoloBand.ShouldBe(-1);
    }

    [Fact]
    public void Everything_that_the_keyboard_reaches_has_a_role_and_a_name()
    {
        using var stage = new CurveStage();
        var seen = new HashSet<Widget>();
        for (stage.Stage.Key(Ui.Window.Key.Tab); seen.Add(stage.Stage.Scene.Focused!); stage.Stage.Key(Ui.Window.Key.Tab))
            stage.Frame();
        seen.Count.ShouldBe(8 + 5, "the nodes, and what stands above the plot");
        foreach (Widget widget in seen)
        {
            widget.Role.ShouldNotBe(WidgetRole.None);
            widget.AccessibleName.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void The_curve_is_the_models_within_a_hundredth_of_a_dB()
    {
        using var stage = new CurveStage();
        var line = new CurveLine();
        PlotFrame frame = stage.Plot.Frame;
        line.Update(stage.Model.Playing, frame.Frequencies);
        double[] hz = [.. Enumerable.Range(0, 500).Select(i => 20 * Math.Pow(1000, i / 499.0))], curve = new double[500];
        stage.Model.Playing.CurveDb(hz, curve);
        for (int i = 0; i < hz.Length; i++)
            line.CurveDbAt(frame.Frequencies.X(hz[i])).ShouldBe(curve[i], 0.01);
    }

    [Fact]
    public void The_peak_of_the_narrowest_band_is_not_missed()
    {
        var model = new FakeEditorModel();
        model.OwnBands[0].On.SetOnce(1);
        model.OwnBands[0].Gain.SetOnce(model.OwnBands[0].Gain.ToNormalized(20));
        model.OwnBands[0].Q.SetOnce(1);
        model.OwnBands[0].Frequency.SetOnce(model.OwnBands[0].Frequency.ToNormalized(1234.5));
        model.Update();
        var line = new CurveLine();
        line.Update(model.Playing, new SemanticEq.Ui.Plot.FrequencyAxis(0, 200));
        double[] hz = [1234.5], curve = [0];
        model.Playing.CurveDb(hz, curve);
        line.GreatestDb(withDepths: true).ShouldBe(curve[0], 0.01);
    }

    [Fact]
    public void The_range_widens_at_once_narrows_after_a_while_and_not_under_the_hand()
    {
        var range = new CurveRange();
        range.Update(0, 3, 0, false).ShouldBeTrue();
        range.LimitDb.ShouldBe(6);
        range.Update(0, 7, 0.1, true).ShouldBeTrue();
        range.LimitDb.ShouldBe(12);
        range.Update(0, 3, 0.2, true).ShouldBeFalse();
        range.Update(0, 3, 9, true).ShouldBeFalse();
        range.Update(0, 3, 9.1, false).ShouldBeFalse();
        range.Update(0, 5.8, 11, false).ShouldBeFalse();
        range.Update(0, 3, 12, false).ShouldBeFalse();
        range.Update(0, 3, 14, false).ShouldBeTrue();
        range.LimitDb.ShouldBe(6);
        range.Update(24, 3, 14, false).ShouldBeTrue();
        range.LimitDb.ShouldBe(24);
    }

    [Fact]
    public void A_cut_that_goes_down_for_ever_does_not_widen_the_range()
    {
        var model = new FakeEditorModel();
        using var stage = new CurveStage(model: model);
        double before = stage.Plot.Frame.Range.LimitDb;
        model.OwnBands[0].Type.SetOnce((double)BandType.LowCut / 6);
        model.OwnBands[0].On.SetOnce(1);
        stage.Wait(0.1);
        stage.Plot.Frame.Range.LimitDb.ShouldBe(before);
    }

    [Fact]
    public void Nothing_is_drawn_anew_while_nothing_changes()
    {
        using var stage = new CurveStage();
        stage.Model.Signals.IsFrozen = true;
        stage.Wait(1);
        stage.Stage.Scene.Tick(100);
        stage.Stage.Shown.Dirty.Width.ShouldBe(0);
    }

    [Fact]
    public void A_new_spectrum_draws_the_plot_anew_and_nothing_else()
    {
        using var stage = new CurveStage();
        stage.Wait(0.2);
        stage.Model.FakeSignals.Play(5);
        stage.Stage.Scene.Tick(0.3);
        stage.Stage.Shown.Dirty.ShouldBe(stage.Area);
    }

    [Fact]
    public void Values_that_are_no_numbers_do_not_end_the_drawing()
    {
        using var stage = new CurveStage();
        stage.Model.FakePlaying.Word[3] = new Band(BandType.Bell, 700, double.NaN, 1);
        stage.Model.OwnBands[0].Type.SetOnce((double)BandType.Notch / 6);
        stage.Model.OwnBands[0].On.SetOnce(1);
        stage.Wait(0.1);
        stage.Stage.Shown.Image.ToPng().Length.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData(440, "A4 0\u2009ct")]
    [InlineData(330, "E4 +2\u2009ct")]
    [InlineData(20, "D#0 +49\u2009ct")]
    [InlineData(8.1758, "C−1 0\u2009ct")]
    [InlineData(19_912.13, "D#10 0\u2009ct")]
    [InlineData(0, "–")]
    public void Frequencies_have_the_names_of_notes(double frequencyHz, string name)
    {
        Span<byte> buffer = stackalloc byte[NoteName.MaxBytes];
        System.Text.Encoding.UTF8.GetString(NoteName.WithCents(buffer, frequencyHz)).ShouldBe(name);
    }
}
