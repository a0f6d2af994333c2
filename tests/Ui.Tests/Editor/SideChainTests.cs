using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>What the window shows of a side-chain: nothing where there is none.</summary>
public class SideChainTests
{
    private const string Toggle = "Spectrum of the side-chain", Match = "Match side-chain";

    [Theory]
    [InlineData(1120, 700)]
    [InlineData(1400, 800)]
    public void Its_spectrum_and_the_button_that_matches_come_and_go_with_it(double width, double height)
    {
        var model = new FakeEditorModel();
        using Stage stage = Open(model, width, height);
        Names(stage).ShouldNotContain(Toggle);
        Names(stage).ShouldNotContain(Match);

        model.FakeSignals.HasSideChain = true;
        model.FakePrompt.MatchLabel = Match;
        stage.Frame();
        Names(stage).ShouldContain(Toggle);
        Names(stage).ShouldContain(Match);
        stage.Scene.Describe().All().Single(node => node.Name == Match).Bounds.Width.ShouldBeGreaterThan(50);

        model.FakeSignals.HasSideChain = false;
        model.FakePrompt.MatchLabel = null;
        stage.Frame();
        Names(stage).ShouldNotContain(Toggle);
        Names(stage).ShouldNotContain(Match);
    }

    [Fact]
    public void The_button_matches_or_says_why_not()
    {
        var model = new FakeEditorModel { FakePrompt = { MatchLabel = Match, MatchProblem = "Nothing is heard on the side-chain yet." } };
        using Stage stage = Open(model, 1120, 700);
        Rectangle button = stage.Scene.Describe().All().Single(node => node.Name == Match).Bounds;
        stage.Click(button.Centre);
        Names(stage).ShouldContain(model.FakePrompt.MatchProblem);
        model.Prompt.Text.ShouldNotBe("like the side-chain");

        model.FakePrompt.MatchProblem = null;
        stage.Click(button.Centre);
        stage.Wait(0.3);
        model.Prompt.Text.ShouldBe("like the side-chain");
    }

    [Fact]
    public void A_file_takes_its_place_and_what_becomes_of_it_is_said()
    {
        var model = new FakeEditorModel { FakePrompt = { MatchLabel = "Reading a mix.flac …" } };
        using Stage stage = Open(model, 1120, 700);
        stage.Frame();
        Names(stage).ShouldContain("Reading a mix.flac …");
        model.FakePrompt.MatchLabel = "Match a mix.flac";
        model.FakePrompt.Notice = "a mix.flac is read. Play at least 3 s of this track, then press Match.";
        stage.Frame();
        stage.Frame();
        Names(stage).ShouldContain("Match a mix.flac");
        Names(stage).ShouldContain("a mix.flac is read. Play at least 3 s of this track, then press Match.");
        stage.Wait(0.5);
        stage.Shown.Image.SavePng(Out.Picture("reference-notice.png"));
    }

    [Fact]
    public void The_spectrum_is_drawn_where_it_shows_and_not_where_it_is_switched_off()
    {
        var model = new FakeEditorModel();
        using Stage stage = Open(model, 1120, 700);
        stage.Frame();
        int none = TealPixels(stage, "none");
        model.FakeSignals.HasSideChain = true;
        model.FakeSignals.Play(1);
        stage.Frame();
        int shown = TealPixels(stage, "shown");
        model.Settings.ShowSideChain = false;
        model.FakeSignals.Play(2);
        stage.Frame();
        (shown - none).ShouldBeGreaterThan(300);
        TealPixels(stage, "off").ShouldBeLessThan(none + 200);
    }

    [Theory]
    [InlineData("dark", 1120, 700)]
    [InlineData("light", 1120, 700)]
    [InlineData("dark", 640, 400)]
    public void For_eyes(string theme, double width, double height)
    {
        var model = new FakeEditorModel { FakePrompt = { MatchLabel = Match }, FakeSignals = { HasSideChain = true } };
        using var stage = new Stage(new EditorView(model), width, height, 1, theme == "dark" ? Theme.Dark : Theme.Light) { MinimumSize = EditorLayout.Least };
        stage.Frame();
        model.Prompt.Match().ShouldBeNull();
        stage.Wait(0.5);
        stage.Shown.Image.SavePng(Out.Picture($"side-chain-{theme}-{width:0}.png"));
    }

    private static Stage Open(FakeEditorModel model, double width, double height)
    {
        var stage = new Stage(new EditorView(model), width, height) { MinimumSize = EditorLayout.Least };
        stage.Frame();
        return stage;
    }

    private static List<string> Names(Stage stage) => [.. stage.Scene.Describe().All().Select(node => node.Name)];

    private static int TealPixels(Stage stage, string name)
    {
        string path = Out.Picture($"side-chain-{name}.png");
        stage.Shown.Image.SavePng(path);
        var picture = new PngReader(File.ReadAllBytes(path));
        int count = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                Colour at = picture.PixelAt(x, y);
                count += at.Green > at.Red + 40 && at.Blue > at.Red + 30 ? 1 : 0;
            }
        }

        return count;
    }
}
