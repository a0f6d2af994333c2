using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>Meters, and the grip of the window.</summary>
public class MeterTests
{
    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-60, 0)]
    [InlineData(-27, 0.5)]
    [InlineData(6, 1)]
    [InlineData(40, 1)]
    public void It_stands_as_high_as_the_level_is(double levelDb, double height) => Meter.Height(levelDb).ShouldBe(height, 1e-9);

    [Fact]
    public void Its_bar_ends_where_the_level_is()
    {
        var levels = new Levels { Db = -27 };
        using var stage = new Stage(new Board().Put(new Meter("Output", levels), 0, 0, 20, 200));
        stage.Frame();
        stage.Shown.Image.PixelAt(10, 110).ShouldBe(Theme.Dark.TealFill);
        stage.Shown.Image.PixelAt(10, 92).ShouldBe(Theme.Dark.Raised);
    }

    [Fact]
    public void What_looks_the_same_is_not_drawn_anew()
    {
        var levels = new Levels { Db = -20 };
        var meter = new Meter("Output", levels);
        using var stage = new Stage(new Board().Put(meter, 0, 0, 20, 200));
        stage.Frame();
        levels.Db = -20.001;
        stage.Scene.Tick(5);
        stage.Shown.Dirty.Width.ShouldBe(0);
        levels.Db = -21;
        stage.Scene.Tick(6);
        stage.Shown.Dirty.ShouldBe(meter.Bounds);
    }

    [Fact]
    public void A_level_that_is_no_number_is_silence()
    {
        using var stage = new Stage(new Board().Put(new Meter("Output", new Levels { Db = double.NaN }), 0, 0, 20, 200));
        stage.Frame();
        stage.Shown.Image.PixelAt(10, 190).ShouldBe(Theme.Dark.Raised);
    }

    [Fact]
    public void Dragging_the_grip_asks_for_a_size()
    {
        Size? asked = null;
        using var stage = new Stage(new Board().Put(new ResizeGrip(() => new Size(400, 300)), 380, 280, 20, 20))
        {
            WhenSizeIsAsked = size => asked = size,
        };
        stage.Press(new Point(390, 290));
        stage.Move(new Point(500, 350));
        asked.ShouldBe(new Size(510, 360));
        stage.Release(new Point(500, 350));
        stage.Move(new Point(600, 350));
        asked.ShouldBe(new Size(510, 360));
    }

    private sealed class Levels : IMeterLevels
    {
        public double Db { get; set; }

        public int Channels => 1;

        public double HighestDb => double.NegativeInfinity;

        public double LevelDb(int channel) => Db;
    }
}
