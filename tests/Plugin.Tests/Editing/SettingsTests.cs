using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>How the user likes the window, in a file.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("semantic-eq-test-").FullName;

    private string FilePath => Path.Combine(_folder, "editor.json");

    [Fact]
    public void What_was_set_is_there_again()
    {
        var settings = new EditorSettings(_folder) { Theme = ThemeChoice.Light, Size = new Size(1300, 820), Scale = 1.5, SpectrumTilt = 3, SpectrumSpeed = SpectrumSpeed.Fast, ShowPiano = true };
        settings.SetFavourite("factory:Twang", true);
        settings.Save();

        var again = new EditorSettings(_folder);
        (again.Theme, again.Size, again.Scale, again.SpectrumTilt, again.SpectrumSpeed, again.ShowPiano, again.ShowTooltips)
            .ShouldBe((ThemeChoice.Light, new Size(1300, 820), 1.5, 3, SpectrumSpeed.Fast, true, true));
        again.Favourites.ShouldBe(["factory:Twang"]);
    }

    [Fact]
    public void It_is_written_some_seconds_after_the_last_change()
    {
        var settings = new EditorSettings(_folder) { PeakHold = true };
        var now = TimeProvider.System.GetElapsedTime(0);
        settings.Follow(now);
        File.Exists(FilePath).ShouldBeFalse();
        settings.Follow(now + TimeSpan.FromSeconds(3));
        new EditorSettings(_folder).PeakHold.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"theme\":")]
    [InlineData("[1,2]")]
    [InlineData("{\"theme\":\"purple\"}")]
    [InlineData("{\"favourites\":null}")]
    [InlineData("{\"width\":\"wide\"}")]
    public void A_broken_file_is_kept_aside_and_said(string text)
    {
        File.WriteAllText(FilePath, text);
        var settings = new EditorSettings(_folder);
        settings.Theme.ShouldBe(ThemeChoice.Dark);
        settings.Problem!.ShouldContain(".broken");
        File.ReadAllText(FilePath + ".broken").ShouldBe(text);
        settings.Theme = ThemeChoice.Light;
        settings.Save();
        new EditorSettings(_folder).Theme.ShouldBe(ThemeChoice.Light);
    }

    [Fact]
    public void What_a_file_lacks_has_its_default()
    {
        File.WriteAllText(FilePath, """{"theme":"Light"}""");
        var settings = new EditorSettings(_folder);
        (settings.Theme, settings.ShowInput, settings.ShowOutput, settings.SpectrumTilt, settings.SpectrumSpeed, settings.CurveRangeDb, settings.ShowTooltips)
            .ShouldBe((ThemeChoice.Light, true, true, 4.5, SpectrumSpeed.Medium, 12, true));
        settings.Favourites.ShouldBeEmpty();
        settings.Problem.ShouldBeNull();
    }

    [Fact]
    public void Unknown_fields_are_passed_over_and_odd_values_held_in_range()
    {
        File.WriteAllText(FilePath, """{"from_the_future":[1],"scale":77,"width":1e9,"height":-4,"spectrum_tilt":2,"curve_range_db":5}""");
        var settings = new EditorSettings(_folder);
        settings.Problem.ShouldBeNull();
        (settings.Scale, settings.Size, settings.SpectrumTilt, settings.CurveRangeDb).ShouldBe((3, new Size(10_000, 100), 4.5, 12));
        settings.Scale = double.NaN;
        settings.Scale.ShouldBeNull();
    }

    [Fact]
    public void What_another_process_has_changed_meanwhile_stays()
    {
        var first = new EditorSettings(_folder);
        first.SetFavourite("factory:Twang", true);
        first.SetFavourite("factory:Old", true);
        first.Save();
        var second = new EditorSettings(_folder);
        first.SetFavourite("mine:One", true);
        first.SpectrumTilt = 3;
        first.Save();
        second.SetFavourite("mine:Two", true);
        second.SetFavourite("factory:Old", false);
        second.Theme = ThemeChoice.Light;
        second.Save();

        var read = new EditorSettings(_folder);
        (read.Theme, read.SpectrumTilt).ShouldBe((ThemeChoice.Light, 3));
        read.Favourites.ShouldBe(["factory:Twang", "mine:One", "mine:Two"], ignoreOrder: true);
        (second.SpectrumTilt, second.Favourites.Contains("mine:One")).ShouldBe((3, true));
    }

    [Fact]
    public void A_link_to_what_has_no_end_is_no_settings_file()
    {
        if (!OperatingSystem.IsLinux())
            return;
        File.CreateSymbolicLink(FilePath, "/dev/zero");
        var settings = new EditorSettings(_folder) { Theme = ThemeChoice.Light };
        settings.Problem!.ShouldContain("device");
        settings.Save();
        settings.Theme.ShouldBe(ThemeChoice.Light);
    }

    [Fact]
    public void Where_nothing_can_be_written_it_says_so_works_all_the_same_and_tries_again()
    {
        File.WriteAllText(FilePath, "x");
        string folder = Path.Combine(FilePath, "below");
        var settings = new EditorSettings(folder) { Theme = ThemeChoice.Light };
        settings.Save();
        settings.Theme.ShouldBe(ThemeChoice.Light);
        settings.Problem!.ShouldStartWith("The window's settings can't be saved");
        File.Delete(FilePath);
        settings.Save();
        settings.Problem.ShouldBeNull();
        new EditorSettings(folder).Theme.ShouldBe(ThemeChoice.Light);
    }

    [Fact]
    public void Where_there_is_no_folder_at_all_nothing_is_kept()
    {
        var settings = new EditorSettings(null) { Theme = ThemeChoice.Light };
        settings.Save();
        settings.Problem.ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
