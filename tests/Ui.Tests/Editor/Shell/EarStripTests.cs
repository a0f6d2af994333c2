using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Editor.Shell;

public class EarStripTests
{
    [Theory]
    [InlineData(EarState.NothingAsked, "Nothing is asked for, what is heard most.")]
    [InlineData(EarState.Waiting, "warmer: asked +0.70, heard nothing yet, listening · 42\u2009s so far.")]
    [InlineData(EarState.Hearing, "warmer: asked +0.70, heard +0.66, hearing this track · 42\u2009s so far.")]
    [InlineData(EarState.Adapting, "warmer: asked +0.70, heard +0.66, fitting to this track · 42\u2009s so far.")]
    [InlineData(EarState.Settled, "warmer: asked +0.70, heard +0.66, fitted to this track · 42\u2009s so far.")]
    public void Each_state_is_said_in_words(EarState state, string says)
    {
        using var editor = new EditorStage(prepare: model => Ear(model).State = state);

        Strip(editor).Value.ShouldStartWith(says);
        Strip(editor).Value.ShouldEndWith("0 samples latency, 48000 Hz, 0 late decodes");
    }

    [Fact]
    public void A_remark_is_said_and_a_frozen_fit_is_told()
    {
        using var editor = new EditorStage(prepare: model =>
        {
            Ear(model).State = EarState.Settled;
            Ear(model).Remark = "There is nothing above 4 kHz to brighten.";
            model.Freeze.SetOnce(1);
        });

        Strip(editor).Value.ShouldContain("fitted, and frozen · 42\u2009s so far. There is nothing above 4 kHz to brighten.");
    }

    [Theory]
    [InlineData("warm", "en", "warmer")]
    [InlineData("thin", "en", "thinner")]
    [InlineData("airy", "en", "airier")]
    [InlineData("dry", "en", "drier")]
    [InlineData("huge", "en", "huger")]
    [InlineData("mellow", "en", "mellower")]
    [InlineData("low", "en", "lower")]
    [InlineData("presence", "en", "more presence")]
    [InlineData("bite", "en", "more bite")]
    [InlineData("velvety", "en", "more velvety")]
    [InlineData("metallic", "en", "more metallic")]
    [InlineData("cálido", "es", "más cálido")]
    [InlineData("warm → bright", "en", "warm → bright")]
    [InlineData("a bit warmer, not muddy", "en", "a bit warmer, not muddy")]
    [InlineData("", "en", "")]
    public void More_of_a_word_reads_as_people_say_it(string word, string language, string more) => Comparative.Of(word, language).ShouldBe(more);

    [Fact]
    public void It_is_drawn_anew_only_where_the_ear_has_news_and_then_nothing_else_is()
    {
        var model = new FakeEditorModel();
        FakeEar ear = Ear(model);
        using var window = new AreaWindow(new EditorView(model), new Size(1120, 700));
        for (int i = 0; i < 5; i++)
            _ = Frame(i);
        Frame(5).ShouldBeFalse();

        // Other figures without another serial are not looked at.
        ear.Heard = 0.5;
        Frame(6).ShouldBeFalse();
        ear.Serial++;
        Frame(7).ShouldBeTrue();
        window.Drawn.ShouldBeLessThan(1072 * 50);
        Frame(8).ShouldBeFalse();

        bool Frame(int i)
        {
            window.Scene.Tick(i / 60.0);
            return window.Paint();
        }
    }

    [Fact]
    public void News_each_frame_allocate_nothing()
    {
        var model = new FakeEditorModel();
        FakeEar ear = Ear(model);
        ear.Word = "a bit warmer, not muddy, like a close vocal in a room";
        ear.Remark = "There is nothing above 4 kHz to brighten, whatever is asked for; a longer line than there is room for in the strip, to be shortened.";
        using var window = new AreaWindow(new EditorView(model), new Size(1120, 700));
        for (int i = 0; i < 60; i++)
            Frame(i);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 60; i < 400; i++)
            Frame(i);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Frame(int i)
        {
            ear.Heard = 0.5 + (0.01 * (i % 40));
            ear.HeardSeconds = i;
            ear.State = (EarState)(1 + (i % 4));
            ear.Heights[i % ear.Heights.Length] = new EarMoment(i % 7 == 0 ? float.NaN : i % 3, 0.1f * (i % 5));
            ear.Serial++;
            window.Scene.Tick(i / 60.0);
            window.Paint();
        }
    }

    [Fact]
    public void Asked_and_heard_and_the_lines_are_explained_where_the_pointer_rests()
    {
        using var editor = new EditorStage();
        Rectangle strip = Strip(editor).Bounds;

        Tip(strip.Left + 60).ShouldBe(
            "warmer: how far an average recording would go with these settings (asked), and how far this track went (heard). "
            + "1 is a word of middling strength at 100 %.");
        Tip(strip.Centre.X + 40).ShouldBe("How warm and how bright the output was over the last three minutes; the thin line is an average recording.");
        Tip(strip.Right - 40).ShouldStartWith("The equaliser adds no delay.");

        string Tip(double x) => editor.TipAt(new Point(x, strip.Bottom - 10));
    }

    [Theory]
    [InlineData("dark", 1120, 50, 1)]
    [InlineData("light", 1120, 50, 2)]
    [InlineData("dark", 788, 43, 1)]
    [InlineData("light", 616, 28, 2)]
    public void Pictures(string theme, double width, double height, double scale)
    {
        const double Gap = 8;
        (string Name, Action<FakeEditorModel> Prepare)[] cases =
        [
            ("none", model => Ear(model).IsAvailable = false),
            ("nothing", model => Ear(model).State = EarState.NothingAsked),
            ("silence", model => (Ear(model).State, Ear(model).Heights, Ear(model).HeardSeconds) = (EarState.Waiting, [], 0)),
            ("adapting", model => (Ear(model).State, Ear(model).Asked, Ear(model).Heard) = (EarState.Adapting, 1.4, 0.91)),
            ("settled", model => (Ear(model).State, Ear(model).Word) = (EarState.Settled, "a bit warmer, not muddy, like a close vocal")),
            ("remark", model => (Ear(model).Heard, Ear(model).Remark) = (-0.04, "There is nothing above 4 kHz to brighten.")),
            ("gaps", model => Ear(model).Heights = [.. Enumerable.Range(0, 300).Select(i =>
                i % 60 < 12 ? new EarMoment(float.NaN, float.NaN) : new EarMoment(MathF.Sin(i / 7f) + (0.1f * (i % 3)), -1.5f + (i / 100f)))]),
        ];
        var board = new Board();
        var models = new List<FakeEditorModel>();
        foreach ((_, Action<FakeEditorModel> prepare) in cases)
        {
            var model = new FakeEditorModel();
            prepare(model);
            board.Put(new EarStrip(model) { IsOneLine = height < 40 }, Gap, Gap + (models.Count * (height + Gap)), width, height);
            models.Add(model);
        }

        using var stage = new Stage(
            board, width + (2 * Gap), Gap + (cases.Length * (height + Gap)), scale, theme == "dark" ? Theme.Dark : Theme.Light);
        stage.Frame();
        stage.Frame();
        stage.Shown.Image.SavePng(Out.Picture($"ear-{theme}-{width}-{scale}.png"));
    }

    private static AccessibleNode Strip(EditorStage editor) => editor.All.Single(node => node.Name == "Asked and heard");

    private static FakeEar Ear(FakeEditorModel model) => (FakeEar)model.Ear;
}
