using SemanticEq.Dsp;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor.Curve;

/// <summary>Bands of the user's own: added, typed, soloed, taken away on the curve.</summary>
public class OwnBandTests
{
    [Theory]
    [InlineData(700, 4, BandType.Bell)]
    [InlineData(40, -3, BandType.LowShelf)]
    [InlineData(14_000, 5, BandType.HighShelf)]
    public void A_double_click_adds_the_band_that_suits_the_place(double frequencyHz, double gainDb, BandType type)
    {
        using var stage = new CurveStage();
        stage.Stage.DoubleClick(stage.At(frequencyHz, gainDb));
        stage.Frame();
        stage.Model.Playing.IsOwnOn(0).ShouldBeTrue();
        Band band = stage.Model.Playing.Own[0];
        band.Type.ShouldBe(type);
        band.FrequencyHz.ShouldBe(frequencyHz, frequencyHz * 1e-3);
        band.GainDb.ShouldBe(gainDb, 1e-3);
        stage.Model.Groups.ShouldBe(["Add Own band A"]);
        stage.Own(0).IsVisible.ShouldBeTrue();
        stage.Plot.Selection.Chosen.ShouldBe(stage.Own(0));
        stage.Model.ShouldBeBalanced();
    }

    [Fact]
    public void An_earlier_bands_channel_and_slope_are_not_left_over()
    {
        using var stage = new CurveStage();
        stage.Model.OwnBands[0].Channel.SetOnce(1);
        stage.Model.OwnBands[0].Slope.SetOnce(1);
        stage.Stage.DoubleClick(stage.At(700, 4));
        stage.Model.OwnBands[0].Channel.Value.ShouldBe(0);
        stage.Model.OwnBands[0].Slope.Value.ShouldBe(0);
    }

    [Fact]
    public void The_ninth_is_refused_in_words()
    {
        using var stage = new CurveStage();
        foreach (var own in stage.Model.OwnBands)
            own.On.SetOnce(1);
        stage.Frame();
        stage.Model.Groups.Clear();
        stage.Stage.DoubleClick(stage.At(25, 5.5));
        stage.Model.Groups.ShouldBeEmpty();
        stage.SavePicture("curve-full.png");
    }

    [Fact]
    public void Delete_takes_it_away()
    {
        using var stage = new CurveStage();
        stage.Stage.DoubleClick(stage.At(700, 4));
        stage.Frame();
        stage.Stage.Scene.Focus(stage.Own(0));
        stage.Stage.Key(Key.Delete).ShouldBeTrue();
        stage.Frame();
        stage.Own(0).IsVisible.ShouldBeFalse();
        stage.Stage.Scene.Focused.ShouldBeNull();
        stage.Plot.Selection.Active.ShouldBeNull();
    }

    [Fact]
    public void Its_node_stands_at_its_own_gain_and_follows_the_hand()
    {
        using var stage = new CurveStage();
        stage.Model.Settings.CurveRangeDb = 12;
        stage.Frame();
        stage.Stage.DoubleClick(stage.At(700, 4));
        stage.Frame();
        stage.Own(0).Bounds.Centre.Y.ShouldBe(stage.Plot.Frame.Gains.Y(4), 0.1);
        Point start = stage.Own(0).Bounds.Centre;
        stage.Drag(start, 30, 40);
        stage.Own(0).Bounds.Centre.X.ShouldBe(start.X + 30, 0.1);
        stage.Own(0).Bounds.Centre.Y.ShouldBe(start.Y + 40, 0.1);
    }

    [Theory]
    [InlineData("E4", 329.63)]
    [InlineData("1.2k", 1200)]
    [InlineData("1,2 kHz", 1200)]
    [InlineData("1,000 Hz", 1000)]
    [InlineData("1.000", 1000)]
    [InlineData("2,5 kHz", 2500)]
    [InlineData(" 95 Hz ", 95)]
    public void Typed_frequencies_are_taken_as_people_write_them(string typed, double frequencyHz)
    {
        using var stage = WithOwnBand();
        stage.Stage.DoubleClick(stage.Own(0).Bounds.Centre);
        stage.Stage.Type(typed);
        stage.Stage.Key(Key.Return);
        stage.Frame();
        stage.Model.Playing.Own[0].FrequencyHz.ShouldBe(frequencyHz, 0.01);
        stage.Model.Playing.Own[0].GainDb.ShouldBe(4, 1e-3);
        stage.Model.ShouldBeBalanced();
    }

    [Fact]
    public void Tab_goes_from_frequency_to_gain_to_Q()
    {
        using var stage = WithOwnBand();
        stage.Stage.DoubleClick(stage.Own(0).Bounds.Centre);
        stage.Stage.Type("500");
        stage.Stage.Key(Key.Tab);
        stage.Stage.Key('a', Modifiers.Control);
        stage.Stage.Type("−6 dB");
        stage.Stage.Key(Key.Tab);
        stage.Stage.Key('a', Modifiers.Control);
        stage.Stage.Type("4");
        stage.Frame();
        stage.SavePicture("curve-entry.png");
        stage.Model.Groups.Clear();
        stage.Stage.Key(Key.Return);
        stage.Frame();
        Band band = stage.Model.Playing.Own[0];
        (Math.Round(band.FrequencyHz, 3), Math.Round(band.GainDb, 3), Math.Round(band.Q, 3)).ShouldBe((500, -6, 4));
        stage.Model.Groups.ShouldBe(["Own band A"]);
    }

    [Theory]
    [InlineData("quiet")]
    [InlineData("99k")]
    [InlineData("")]
    public void What_cannot_be_read_or_reached_sets_nothing(string typed)
    {
        using var stage = WithOwnBand();
        stage.Stage.DoubleClick(stage.Own(0).Bounds.Centre);
        stage.Model.Groups.Clear();
        stage.Stage.Key(Key.Backspace);
        stage.Stage.Type(typed);
        stage.Stage.Key(Key.Return);
        stage.Stage.Key(Key.Escape);
        stage.Frame();
        stage.Model.Groups.ShouldBeEmpty();
        stage.Model.Playing.Own[0].FrequencyHz.ShouldBe(700, 1);
    }

    [Fact]
    public void The_menu_changes_its_type()
    {
        using var stage = WithOwnBand();
        stage.Stage.HasHostMenu = false;
        Point at = stage.Own(0).Bounds.Centre;
        stage.Stage.Press(at, button: PointerButton.Secondary);
        stage.Stage.Release(at, PointerButton.Secondary);
        stage.Stage.Key('t');
        stage.Stage.Key('t');
        stage.Frame();
        stage.SavePicture("curve-menu.png");
        stage.Stage.Key(Key.Return);
        stage.Stage.Key('n');
        stage.Stage.Key(Key.Return);
        stage.Frame();
        stage.Model.Playing.Own[0].Type.ShouldBe(BandType.Notch);
    }

    [Fact]
    public void It_can_be_heard_alone_until_Escape()
    {
        using var stage = WithOwnBand();
        stage.Stage.Scene.Focus(stage.Own(0));
        stage.Stage.Key('s');
        (stage.Model.Signals.SoloBand, stage.Model.Signals.IsSoloOwn).ShouldBe((0, true));
        stage.Stage.Key(Key.Escape).ShouldBeTrue();
        stage.Model.Signals.SoloBand.ShouldBe(-1);
    }

    private static CurveStage WithOwnBand()
    {
        var stage = new CurveStage(height: 420);
        stage.Model.Settings.CurveRangeDb = 12;
        stage.Frame();
        stage.Stage.DoubleClick(stage.At(700, 4));
        stage.Frame();
        return stage;
    }
}
