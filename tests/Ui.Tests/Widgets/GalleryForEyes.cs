using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>Leaves pictures of every control in out/pictures, to be looked at after a change in drawing.</summary>
public class GalleryForEyes
{
    [Theory]
    [InlineData("dark", 1)]
    [InlineData("dark", 2)]
    [InlineData("light", 1)]
    [InlineData("light", 2)]
    public void Every_control(string name, double scale)
    {
        Theme theme = name == "light" ? Theme.Light : Theme.Dark;
        using var stage = new Stage(Gallery.Board(), 960, 640, scale, theme);
        stage.Move(new Point(212, 60));
        stage.Key(Ui.Window.Key.Tab);
        stage.Key(Ui.Window.Key.Tab);
        ((IScene)stage.Scene).OpenPopup(SampleMenu(stage.Scene), new Rectangle(700, 330, 30, 10));
        stage.Frame();
        stage.Shown.Image.SavePng(Out.Picture($"gallery-{name}-{scale.ToString(CultureInfo.InvariantCulture)}.png"));
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public void A_value_being_typed_and_a_tooltip(string name)
    {
        var control = new FakeControl("Output", -24, 24, "dB") { Value = 0.48 };
        var button = new Button("Undo", () => { }) { Icon = Icon.Undo, Tip = "Takes back the last change: Amount.\nCtrl+Z where the window has the keyboard, and so on to the first." };
        Board board = new Board().Put(new Knob(control), 30, 20, 90, 110).Put(button, 240, 20, 32, 32);
        using var stage = new Stage(board, 480, 220, 2, name == "light" ? Theme.Light : Theme.Dark);
        stage.DoubleClick(new Point(75, 60));
        stage.Type("loud");
        stage.Key(Ui.Window.Key.Return);
        stage.Frame();
        stage.Shown.Image.SavePng(Out.Picture($"gallery-entry-{name}.png"));
        stage.Key(Ui.Window.Key.Escape);
        stage.Move(new Point(255, 36));
        stage.Wait(0.8);
        stage.Shown.Image.SavePng(Out.Picture($"gallery-tooltip-{name}.png"));
    }

    private static Menu SampleMenu(IScene scene) => new(
        "Settings",
        [
            new MenuItem("Spectrum", null),
            new MenuItem("Input", () => { }, IsChecked: true), new MenuItem("Output", () => { }, IsChecked: true),
            new MenuItem("Hold peaks", () => { }), MenuItem.Separator, new MenuItem("Light theme", () => { }),
            new MenuItem("Delete “Warm vocal, clear top”", () => { }, IsEnabled: false),
        ],
        scene);
}
