using SemanticEq.Fuzzing;
using SemanticEq.Ui.Editor;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>Presets' files that are dropped on the window: kept among the user's own, and loaded.</summary>
public sealed class DroppedPresetTests : IDisposable
{
    private readonly EditedPlugin _plugin = new();
    private readonly EditedPlugin _friend = new();

    private EditorSession Session => _plugin.Session;

    private IEnumerable<Preset> Mine => Session.Presets.All.Where(preset => preset.Origin == PresetOrigin.Mine);

    [Fact]
    public void A_friends_preset_is_kept_and_heard_as_one_step()
    {
        string file = Saved("Bright vox", "bright");
        Session.Open([file]).ShouldBeNull();
        Mine.ShouldHaveSingleItem().Name.ShouldBe("Bright vox");
        Session.Presets.Current!.Name.ShouldBe("Bright vox");
        Session.Presets.IsModified.ShouldBeFalse();
        _plugin.Sound().ShouldBe(_friend.Sound());
        _plugin.History.UndoName.ShouldBe("Bright vox");
        _plugin.History.Undo();
        Session.Prompt.Text.ShouldBe("");
        Mine.Count().ShouldBe(1, "undo takes back what is heard, not a file");
    }

    [Fact]
    public void The_same_once_more_is_not_kept_twice_and_another_of_that_name_has_a_number()
    {
        string file = Saved("Vox", "bright");
        Session.Open([file]).ShouldBeNull();
        Session.Open([file]).ShouldBeNull();
        Mine.Count().ShouldBe(1);
        Session.Open([Path.Combine(_plugin.Folder, "presets", "Vox.json")]).ShouldBeNull("its own file is loaded");
        Mine.Count().ShouldBe(1);
        Session.Open([Saved("Vox", "warm")]).ShouldBeNull();
        Mine.Select(preset => preset.Name).ShouldBe(["Vox", "Vox 2"]);
        Session.Presets.Current!.Name.ShouldBe("Vox 2");
    }

    [Fact]
    public void What_a_host_saves_is_taken_too_without_how_its_user_listened()
    {
        _friend.Session.Prompt.Submit("warm, -3 dB at 300 Hz").ShouldBeNull();
        _friend.Session.Bypass.SetOnce(1);
        string file = Path.Combine(_friend.Folder, "From a DAW.VSTPRESET");
        File.WriteAllBytes(file, new VstPreset(Exports.ClassId, _friend.Effect.SaveState(), [], "").Write());
        Session.Open([file]).ShouldBeNull();
        Mine.ShouldHaveSingleItem().Name.ShouldBe("From a DAW");
        _plugin.Sound().ShouldBe(_friend.Sound());
        Session.Bypass.IsOn().ShouldBeFalse();
        Session.Prompt.Text.ShouldBe("warm, -3 dB at 300 Hz");
    }

    [Fact]
    public void Several_are_kept_and_the_first_is_heard_whatever_is_wrong_with_the_others()
    {
        string broken = Path.Combine(_friend.Folder, "broken.json");
        File.WriteAllText(broken, "{");
        Session.Open([Saved("One", "bright"), broken, Saved("Two", "warm")]).ShouldNotBeNull().ShouldContain("broken.json");
        Mine.Select(preset => preset.Name).ShouldBe(["One", "Two"]);
        Session.Presets.Current!.Name.ShouldBe("One");
    }

    [Fact]
    public void What_is_no_preset_changes_nothing_and_is_told()
    {
        var before = _plugin.Everything();
        string Written(string name, byte[] bytes)
        {
            File.WriteAllBytes(Path.Combine(_friend.Folder, name), bytes);
            return Path.Combine(_friend.Folder, name);
        }

        byte[] state = _friend.Effect.SaveState();
        Session.Open([Written("a.json", "{}"u8.ToArray())]).ShouldNotBeNull().ShouldContain("no preset of Semantic EQ");
        Session.Open([Written("other.vstpreset", new VstPreset(Guid.NewGuid(), state, [], "").Write())]).ShouldNotBeNull().ShouldContain("another plug-in's");
        Session.Open([Written("cut.vstpreset", new VstPreset(Exports.ClassId, state[..^9], [], "").Write())]).ShouldNotBeNull().ShouldContain("damaged");
        Session.Open([Written("short.vstpreset", [1, 2, 3])]).ShouldNotBeNull().ShouldContain("no VST3 preset");
        Session.Open([Written("large.json", new byte[PresetFile.MostBytes + 1])]).ShouldNotBeNull().ShouldContain("too large");
        Session.Open([Path.Combine(_friend.Folder, "gone.json")]).ShouldNotBeNull().ShouldContain("gone.json can't be read");
        Session.Open([_friend.Folder]).ShouldNotBeNull().ShouldContain("is no file");
        Session.Open([Saved("One", "bright"), Written("a.wav", [1])]).ShouldNotBeNull().ShouldContain("one audio file");
        Mine.ShouldBeEmpty();
        _plugin.Everything().ShouldBe(before, new PresetTests.SameSettings());
        _plugin.History.UndoName.ShouldBeNull();
    }

    [Fact]
    public void Any_damage_to_a_hosts_file_is_refused_with_a_reason_or_gives_values_in_their_ranges()
    {
        _friend.Session.Prompt.Submit("warm and airy, -3 dB at 300").ShouldBeNull();
        byte[] real = new VstPreset(Exports.ClassId, _friend.Effect.SaveState(), [1], "<x/>").Write();
        string path = Path.Combine(_friend.Folder, "damaged.vstpreset");
        int read = 0, refused = 0;
        for (int number = 0; number < 1000; number++)
        {
            // The checksum of the payload would refuse nearly all: what lies around it is what is damaged.
            var random = new Random(number);
            File.WriteAllBytes(path, number % 3 == 0 ? real[..random.Next(real.Length)] : [.. ByteMutator.Mutate(real[..64], random), .. ByteMutator.Mutate(real[64..], random).TakeLast(number % 3 == 1 ? 100 : real.Length)]);
            if (PresetImport.Read(path, out string problem) is { } file)
            {
                file.State.Settings(BundledModel.Newest).Normalized.ShouldAllBe(value => value >= 0 && value <= 1);
                read++;
            }
            else
            {
                problem.ShouldNotBeEmpty();
                refused++;
            }
        }

        (read + refused).ShouldBe(1000);
        refused.ShouldBeGreaterThan(500);
    }

    public void Dispose()
    {
        _plugin.Dispose();
        _friend.Dispose();
    }

    // As somebody hands it on: in a folder of theirs.
    private string Saved(string name, string word)
    {
        _friend.Session.Prompt.Submit(word).ShouldBeNull();
        _friend.Session.Presets.Save(name, "Handed on").ShouldBeNull();
        return Path.Combine(_friend.Folder, "presets", name + ".json");
    }
}
