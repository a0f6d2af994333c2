using SemanticEq.Tests;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>A user's own presets, in files that other processes, editors and accidents may touch.</summary>
public sealed class PresetTests : IDisposable
{
    private readonly EditedPlugin _plugin = new();

    private IPresets Presets => _plugin.Session.Presets;

    private string Folder => Path.Combine(_plugin.Folder, "presets");

    [Fact]
    public void A_saved_preset_brings_everything_back_as_one_step_but_not_bypass_or_loudness()
    {
        _plugin.Session.Prompt.Submit("warm and airy, -3 dB at 300").ShouldBeNull();
        _plugin.Set(_plugin.Session.Macros[3], 25);
        var saved = _plugin.Everything();
        float[] sound = _plugin.Sound();
        Presets.Save("Mine", "Vocals").ShouldBeNull();
        _plugin.Library.Problems.ShouldBeEmpty();
        Presets.Current!.Name.ShouldBe("Mine");
        _plugin.Session.Prompt.Submit("thin");
        _plugin.Set(_plugin.Session.Amount, 20);
        _plugin.Session.Bypass.SetOnce(1);
        _plugin.Session.MeasureLoudness.SetOnce(1);
        _plugin.Session.Tick(0);
        Presets.IsModified.ShouldBeTrue();
        var other = _plugin.Everything();

        Presets.Load(Mine("Mine")).ShouldBeNull();

        (_plugin.Session.Bypass.IsOn(), _plugin.Session.MeasureLoudness.IsOn()).ShouldBe((true, true));
        _plugin.Sound().ShouldBe(sound);
        _plugin.Everything().A.ShouldBe(saved.A);
        Presets.IsModified.ShouldBeFalse();
        _plugin.History.UndoName.ShouldBe("Mine");
        _plugin.History.Undo();
        _plugin.Everything().ShouldBe(other, new SameSettings());
        _plugin.Host.Groups.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void The_preset_in_force_is_kept_in_the_session()
    {
        Presets.Load(Presets.All[3]);
        byte[] state = _plugin.Effect.SaveState();
        using var again = new EditedPlugin();
        again.Effect.LoadState(state).ShouldBeTrue();
        again.Session.Presets.Current!.Name.ShouldBe(Presets.All[3].Name);
        again.Session.Presets.IsModified.ShouldBeFalse();
        again.Session.Amount.SetOnce(0.1);
        again.Session.Tick(0);
        again.Session.Presets.IsModified.ShouldBeTrue();
    }

    [Fact]
    public void A_preset_that_is_not_here_stays_the_sessions()
    {
        Presets.Save("Mine", "").ShouldBeNull();
        string key = Presets.Current!.Key;
        byte[] state = _plugin.Effect.SaveState();
        using var elsewhere = new EditedPlugin();
        elsewhere.Effect.LoadState(state).ShouldBeTrue();
        elsewhere.Session.Presets.Current.ShouldBeNull();
        elsewhere.Session.Presets.IsModified.ShouldBeFalse();
        SessionState.Read(elsewhere.Effect.SaveState())!.Preset.ShouldBe(key);

        _plugin.Effect.LoadState(elsewhere.Effect.SaveState()).ShouldBeTrue();
        Presets.Current!.Key.ShouldBe(key);
    }

    [Fact]
    public void Next_and_previous_go_round()
    {
        int count = Presets.All.Count;
        Presets.Step(1).ShouldBeNull();
        Presets.Current!.Key.ShouldBe(Presets.All[0].Key);
        Presets.Step(-1).ShouldBeNull();
        Presets.Current!.Key.ShouldBe(Presets.All[count - 1].Key);
        Presets.Step(1).ShouldBeNull();
        Presets.Current!.Key.ShouldBe(Presets.All[0].Key);
        while (_plugin.History.UndoName is not null)
            _plugin.History.Undo();
        Presets.Current.ShouldBeNull();
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("a/b\\c:d*e?\"<>|")]
    [InlineData("CON")]
    [InlineData("nul.txt")]
    [InlineData("Świetny głos 🎤 暖かい")]
    [InlineData("trailing. ")]
    [InlineData("ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß")]
    public void Whatever_it_is_called_its_file_lies_in_the_folder(string name)
    {
        Presets.Save(name, "").ShouldBeNull();
        var preset = Mine(name.Trim());
        string file = Directory.EnumerateFiles(Folder).ShouldHaveSingleItem();
        Path.GetDirectoryName(Path.GetFullPath(file)).ShouldBe(Folder);
        Path.GetFileName(file).ShouldNotStartWith(".");
        Directory.EnumerateFileSystemEntries(_plugin.Folder).ShouldHaveSingleItem();
        new PresetLibrary("none.json", Folder).Entries.Single().Name.ShouldBe(name.Trim());
        Presets.Load(preset).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\t")]
    public void A_preset_needs_a_name(string name)
    {
        Presets.Save(name, "").ShouldNotBeNull();
        Presets.Save(new string('x', 101), "").ShouldNotBeNull();
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public void Names_that_only_differ_in_case_are_one_and_those_that_only_differ_on_disk_two()
    {
        Presets.Save("Loud/soft", "a").ShouldBeNull();
        Presets.Save("LOUD/SOFT", "b").ShouldBeNull();
        Presets.Save("Loud:soft", "c").ShouldBeNull();
        Directory.EnumerateFiles(Folder).Count().ShouldBe(2);
        Presets.All.Where(preset => preset.Origin == PresetOrigin.Mine).Select(preset => (preset.Name, preset.Group))
            .ShouldBe([("LOUD/SOFT", "b"), ("Loud:soft", "c")], ignoreOrder: true);
    }

    [Fact]
    public void Damaged_files_are_left_out_with_a_word_and_stay()
    {
        Presets.Save("Good", "");
        string good = File.ReadAllText(Directory.EnumerateFiles(Folder).Single());
        var random = new Random(4);
        var damaged = new Dictionary<string, string>
        {
            ["empty"] = "",
            ["null"] = "null",
            ["list"] = "[]",
            ["cut"] = good[..(good.Length / 2)],
            ["nameless"] = good.Replace("\"Good\"", "\"\"", StringComparison.Ordinal),
            ["later"] = good.Replace("\"semantic_eq_preset\": 1", "\"semantic_eq_preset\": 9", StringComparison.Ordinal),
            ["stateless"] = """{"semantic_eq_preset":1,"name":"x","group":""}""",
            ["null state"] = """{"semantic_eq_preset":1,"name":"x","group":"","state":null}""",
            ["large"] = new string(' ', 2 << 20),
            ["noise"] = new string([.. Enumerable.Range(0, 500).Select(_ => (char)random.Next(1, 255))]),
        };
        foreach (var (name, text) in damaged)
            File.WriteAllText(Path.Combine(Folder, name + ".json"), text);
        Directory.CreateDirectory(Path.Combine(Folder, "folder.json"));

        var library = new PresetLibrary(Bundle.FactoryPresets, Folder);

        library.Entries.Where(entry => entry.Origin == PresetOrigin.Mine).Select(entry => entry.Name).ShouldBe(["Good"]);
        library.Problems.Count.ShouldBe(damaged.Count);
        library.Problems.ShouldContain(text => text.Contains("cut.json", StringComparison.Ordinal));
        Directory.EnumerateFiles(Folder).Count().ShouldBe(damaged.Count + 1);
    }

    [Fact]
    public void A_link_to_what_has_no_end_and_a_pipe_that_nobody_writes_to_are_left_out()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Directory.CreateDirectory(Folder);
        string large = Path.Combine(_plugin.Folder, "large");
        File.WriteAllText(large, new string(' ', 2 << 20));
        File.CreateSymbolicLink(Path.Combine(Folder, "endless.json"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(Folder, "large.json"), large);
        File.CreateSymbolicLink(Path.Combine(Folder, "nothing.json"), Path.Combine(Folder, "nothing.json"));
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(Folder, "pipe.json")]))
            mkfifo.WaitForExit();

        Presets.All.ShouldAllBe(preset => preset.Origin == PresetOrigin.Factory);
        _plugin.Library.Problems.Count.ShouldBe(4);
        _plugin.Library.Problems.ShouldContain(text => text.Contains("large.json", StringComparison.Ordinal) && text.Contains("too large", StringComparison.Ordinal));
        _plugin.Library.Problems.ShouldContain(text => text.Contains("pipe.json", StringComparison.Ordinal) && text.Contains("pipe", StringComparison.Ordinal));
    }

    [PosixFact]
    public void A_folder_that_is_a_link_to_itself_has_no_presets_and_throws_nothing()
    {
        Directory.CreateSymbolicLink(Folder, Folder);
        Presets.All.ShouldAllBe(preset => preset.Origin == PresetOrigin.Factory);
        Presets.Save("One", "").ShouldNotBeNull();
        _plugin.Clock.Wait(3);
        Presets.All.ShouldNotBeEmpty();
        File.Delete(Folder);
    }

    [Fact]
    public void Odd_values_in_a_file_load_harmlessly()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "odd.json"), """
            {"semantic_eq_preset":1,"name":"Odd","group":"x","later":true,"state":{"values":{"14":1e300,"10":-7,"1":1,"xyz":3},"word_a":"no such word","phrase_a":{"text":""}}}
            """);
        Presets.Load(Mine("Odd")).ShouldBeNull();
        (_plugin.Session.Amount.Plain, _plugin.Session.Bypass.IsOn(), _plugin.Session.Words.Slot(WordPlace.A)).ShouldBe((150, false, 0));
    }

    [Fact]
    public void Deleting_can_be_undone_even_where_its_name_was_taken_meanwhile()
    {
        Presets.Save("One", "g");
        Presets.SetFavourite(Mine("One"), true);
        Presets.Delete(Mine("One")).ShouldBeNull();
        Presets.All.ShouldNotContain(preset => preset.Name == "One");
        Presets.Deleted.ShouldBe("One");
        Presets.Save("One", "h");

        Presets.UndoDelete().ShouldBeNull();

        Presets.All.Count(preset => preset.Name == "One").ShouldBe(2);
        Presets.Deleted.ShouldBeNull();
        Presets.UndoDelete().ShouldBeNull();
        Presets.Delete(Presets.All[0])!.ShouldContain("came with the plug-in");
    }

    [Fact]
    public void Renaming_keeps_key_and_heart_and_takes_nobodys_name()
    {
        Presets.Save("One", "g");
        Presets.Save("Two", "g");
        Presets.SetFavourite(Mine("One"), true);
        string key = Mine("One").Key;
        Presets.Rename(Mine("One"), "two")!.ShouldContain("already");
        Presets.Rename(Mine("One"), "ONE").ShouldBeNull();
        Presets.Rename(Mine("ONE"), "Three").ShouldBeNull();
        (Mine("Three").Key, Mine("Three").IsFavourite).ShouldBe((key, true));
        Presets.Rename(Presets.All[0], "x").ShouldNotBeNull();
    }

    [Fact]
    public void What_another_process_saves_shows_up()
    {
        _ = Presets.All;
        var other = new PresetLibrary("none.json", Folder);
        other.Save("From elsewhere", "", _plugin.Effect.PresetState()).Problem.ShouldBeNull();
        _plugin.Clock.Wait(3);
        Presets.All.ShouldContain(preset => preset.Name == "From elsewhere");
    }

    [SkippableFact]
    public void A_folder_that_can_not_be_written_is_said_and_nothing_else_suffers()
    {
        File.WriteAllText(Path.Combine(_plugin.Folder, "presets"), "a file where the folder should be");
        Presets.Save("One", "")!.ShouldStartWith("The preset could not be saved.");
        Presets.All.ShouldAllBe(preset => preset.Origin == PresetOrigin.Factory);
        Presets.Load(Presets.All[0]).ShouldBeNull();
        new PresetLibrary("/nowhere/at/all.json", null).Save("x", "", new SessionState()).Problem.ShouldNotBeNull();
    }

    public void Dispose() => _plugin.Dispose();

    private Preset Mine(string name) => Presets.All.Single(preset => preset.Origin == PresetOrigin.Mine && preset.Name == name);

    internal sealed class SameSettings : IEqualityComparer<(double[] Values, string? A, string? B)>
    {
        public bool Equals((double[] Values, string? A, string? B) one, (double[] Values, string? A, string? B) other) =>
            one.Values.SequenceEqual(other.Values) && one.A == other.A && one.B == other.B;

        public int GetHashCode((double[] Values, string? A, string? B) settings) => 0;
    }
}
