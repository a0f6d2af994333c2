using SemanticEq.Ui.Editor;


namespace SemanticEq.Ui.Tests.Editor.Curve;

/// <summary>Leaves pictures of the curve panel in out/pictures, to be looked at after a change in drawing.</summary>
public class CurvePictures
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void At_rest(double scale)
    {
        using var stage = new CurveStage(scale: scale);
        stage.Wait(1);
        Leave(stage, $"curve-rest-{scale}.png");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_the_light(double scale)
    {
        using var stage = new CurveStage(scale: scale, theme: Theme.Light);
        stage.Stage.DoubleClick(stage.At(1100, 4));
        stage.Wait(1);
        stage.Drag(stage.Node(2).Bounds.Centre, -3, 8, release: false);
        Leave(stage, $"curve-light-{scale}.png");
    }

    [Fact]
    public void A_band_heard_alone_and_a_rest_on_its_node()
    {
        using var stage = new CurveStage();
        stage.Node(5).Edit.ToggleSolo();
        stage.Stage.Move(stage.Node(5).Bounds.Centre);
        stage.Wait(1);
        Leave(stage, "curve-solo.png");
    }

    [Fact]
    public void A_node_that_has_the_keyboard()
    {
        using var stage = new CurveStage();
        for (int i = 0; i < 7; i++)
            stage.Stage.Key(SemanticEq.Ui.Window.Key.Tab);
        stage.Wait(0.1);
        Leave(stage, "curve-focus.png");
    }

    [Fact]
    public void A_band_being_dragged()
    {
        using var stage = new CurveStage();
        stage.Wait(0.5);
        stage.Drag(stage.Node(2).Bounds.Centre, -3, 8, release: false);
        Leave(stage, "curve-drag.png");
    }

    [Fact]
    public void The_pointer_over_the_curve()
    {
        using var stage = new CurveStage();
        stage.Wait(0.5);
        stage.Stage.Move(stage.At(1234, 2));
        Leave(stage, "curve-hover.png");
    }

    [Fact]
    public void Own_bands_a_piano_and_held_peaks()
    {
        var model = new FakeEditorModel();
        model.Settings.ShowPiano = true;
        model.Settings.PeakHold = true;
        model.Trims[4].On.SetOnce(0);
        using var stage = new CurveStage(model: model);
        stage.Stage.DoubleClick(stage.At(45, 4));
        stage.Stage.DoubleClick(stage.At(500, -5));
        stage.Stage.DoubleClick(stage.At(14_000, 3));
        model.OwnBands[3].Type.SetOnce(3 / 6.0);
        model.OwnBands[3].Frequency.SetOnce(model.OwnBands[3].Frequency.ToNormalized(30));
        model.OwnBands[3].On.SetOnce(1);
        stage.Wait(1);
        stage.Stage.Move(stage.At(880, -2));
        stage.Frame();
        Leave(stage, "curve-own.png");
    }

    [Fact]
    public void The_least_size()
    {
        using var stage = new CurveStage(340, 190);
        stage.Wait(0.2);
        Leave(stage, "curve-least.png");
    }

    [Fact]
    public void A_large_window()
    {
        using var stage = new CurveStage(1800, 900);
        stage.Wait(0.2);
        Leave(stage, "curve-large.png");
    }

    private static void Leave(CurveStage stage, string name)
    {
        stage.SavePicture(name);
        new FileInfo(Out.Picture(name)).Length.ShouldBeGreaterThan(1000);
    }
}
