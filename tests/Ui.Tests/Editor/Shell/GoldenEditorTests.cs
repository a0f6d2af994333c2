using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;
using Xunit.Abstractions;

namespace SemanticEq.Ui.Tests.Editor.Shell;

/// <summary>
/// The editor looks as it did when somebody last looked at it. A change that is meant is kept by
/// SEMANTIC_EQ_UPDATE=1 dotnet test tests/Ui.Tests -c Release --filter GoldenEditorTests, and looked at.
/// </summary>
public class GoldenEditorTests(ITestOutputHelper output)
{
    // Blocks of pixels and not pixels: letters are smoothed a little otherwise by another version of FreeType.
    private const double MostMean = 0.15;
    private const double MostSeen = 0.0005;

    public static TheoryData<ThemeChoice, double, double, double> Pictures => new()
    {
        { ThemeChoice.Dark, 1120, 700, 1 },
        { ThemeChoice.Light, 1120, 700, 1 },
        { ThemeChoice.Dark, 640, 400, 2 },
        { ThemeChoice.Light, 640, 400, 2 },
    };

    private static bool IsUpdate => Environment.GetEnvironmentVariable("SEMANTIC_EQ_UPDATE") == "1";

    [Theory]
    [MemberData(nameof(Pictures))]
    public void The_editor_looks_as_it_did(ThemeChoice theme, double width, double height, double scale) =>
        ShouldLookAsItDid(Picture(theme, width, height, scale), Golden(theme, width, height, scale));

    [Theory]
    [InlineData(ThemeChoice.Dark, 1120, 700, 1)]
    [InlineData(ThemeChoice.Light, 640, 400, 2)]
    public void With_files_over_it_it_looks_as_it_did(ThemeChoice theme, double width, double height, double scale) =>
        ShouldLookAsItDid(Picture(theme, width, height, scale, hasFilesOver: true), Golden(theme, width, height, scale, "-files"));

    [Theory]
    [InlineData("a knob turned", 0)]
    [InlineData("one switch", 1)]
    [InlineData("a preset's name", 2)]
    public void Small_changes_are_seen(string what, int change)
    {
        byte[] seen = Picture(ThemeChoice.Dark, 1120, 700, 1, model => Change(model, change));
        string path = Golden(ThemeChoice.Dark, 1120, 700, 1);
        PictureDistance distance = PictureDistance.Between(new PngReader(seen), new PngReader(File.ReadAllBytes(path)));
        output.WriteLine($"{what}: {distance}");
        IsClose(distance).ShouldBeFalse(what);
    }

    private void ShouldLookAsItDid(byte[] seen, string path)
    {
        if (IsUpdate)
            File.WriteAllBytes(path, seen);
        PictureDistance distance = PictureDistance.Between(new PngReader(seen), new PngReader(File.ReadAllBytes(path)));
        output.WriteLine($"{Path.GetFileName(path)}: {distance}");
        if (!IsClose(distance))
            File.WriteAllBytes(Out.Picture($"other-than-golden-{Path.GetFileName(path)}"), seen);
        IsClose(distance).ShouldBeTrue($"{Path.GetFileName(path)}: {distance}; see out/pictures");
    }

    private static void Change(FakeEditorModel model, int change)
    {
        if (change == 0)
            ((FakeControl)model.OutputGain).Automate(0.8);
        else if (change == 1)
            ((FakeControl)model.AutoGain).Automate(1);
        else
            _ = model.Presets.Step(1);
    }

    private static bool IsClose(PictureDistance distance) => distance is { Mean: < MostMean, ShareSeen: < MostSeen };

    private static byte[] Picture(ThemeChoice theme, double width, double height, double scale, Action<FakeEditorModel>? change = null, bool hasFilesOver = false)
    {
        var model = new FakeEditorModel();
        change?.Invoke(model);
        using var stage = new Stage(new EditorView(model), width, height, scale, Theme.Of(theme)) { MinimumSize = EditorLayout.Least };
        stage.Frame();
        if (hasFilesOver)
            stage.Scene.FilesOver(true);
        stage.Frame();
        return stage.Shown.Image.ToPng();
    }

    private static string Golden(ThemeChoice theme, double width, double height, double scale, string state = "") => Path.Combine(
        Out.RepositoryRoot(), "tests", "Ui.Tests", "golden", $"editor-{theme.ToString().ToLowerInvariant()}-{width}x{height}-{scale}{state}.png");
}
