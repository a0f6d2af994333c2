using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>Pictures of the word map to be looked at.</summary>
public class WordMapPicturesForEyes
{
    [Theory]
    [InlineData("dark", 1)]
    [InlineData("dark", 2)]
    [InlineData("light", 1)]
    [InlineData("light", 2)]
    public void The_map(string theme, double scale)
    {
        var words = new RealWords();
        using Stage stage = Show(words, theme, scale);
        Save(stage, "");
        stage.Move(PlaceOf(words, stage, "tinny"));
        Save(stage, "-hover");
        stage.Move(new Point(20, 20));
        for (int i = 0; i < 5; i++)
            stage.Wheel(new Point(280, 200), 1);
        Save(stage, "-zoom");
        stage.Wheel(new Point(280, 200), -9);
        stage.Click(new Point(250, 35));
        stage.Type("bri");
        Save(stage, "-search");
        stage.Type("xx");
        Save(stage, "-not-found");
        stage.Key(Key.Escape);
        words.Choose(WordPlace.A, 1);
        Save(stage, "-phrase");
        words.Choose(WordPlace.B, 0);
        words.SetMix([new(words.Find("warm").Slot, 60), new(words.Find("airy").Slot, 30), new(words.Find("punchy").Slot, 10)]);
        Save(stage, "-mix");
        words.Choose(WordPlace.B, words.Find("harsh").Slot);
        Save(stage, "-mix-morph");
        words.Choose(WordPlace.A, 0);
        words.Choose(WordPlace.B, 0);
        Save(stage, "-empty");

        void Save(Stage stage, string name)
        {
            stage.Frame();
            stage.Shown.Image.SavePng(Out.Picture($"map-{theme}-{scale}{name}.png"));
        }
    }

    [Theory]
    [InlineData("small", 272, 200, false)]
    [InlineData("large", 620, 560, false)]
    [InlineData("drawer", 300, 300, true)]
    public void The_panel_in_other_sizes(string name, double width, double height, bool isDrawer)
    {
        var model = new FakeEditorModel { Words = new RealWords() };
        var panel = new WordMapPanel(model) { IsDrawer = isDrawer };
        using var stage = new Stage(new Board().Put(panel, 12, 12, width, height), width + 24, height + 24);
        stage.Frame();
        stage.Shown.Image.SavePng(Out.Picture($"map-{name}.png"));
    }

    private static Point PlaceOf(RealWords words, Stage stage, string word)
    {
        _ = stage;
        Point place = words.Find(word).Place;
        return new Point(12 + 2 + 14 + (place.X * (332 - 28)), 121 + 14 + (place.Y * (338 - 121 - 28)));
    }

    private static Stage Show(RealWords words, string theme, double scale)
    {
        var model = new FakeEditorModel { Words = words };
        return new Stage(
            new Board().Put(new WordMapPanel(model), 12, 12, 336, 330), 360, 354, scale, theme == "dark" ? Theme.Dark : Theme.Light);
    }
}
