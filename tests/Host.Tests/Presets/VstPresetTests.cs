using System.Text;
using SemanticEq.Host.Presets;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.Presets;

/// <summary>The format of preset files, held to the bytes that the VST 3 documentation draws.</summary>
public class VstPresetTests
{
    private static readonly VstPreset Preset = new(new Guid("00112233-4455-6677-8899-aabbccddeeff"), [1, 2, 3, 4, 5], [9], "<x/>");

    [Fact]
    public void Every_byte_is_where_the_documentation_has_it()
    {
        byte[] expected =
        [
            .. "VST3"u8, 1, 0, 0, 0, .. "00112233445566778899AABBCCDDEEFF"u8, 58, 0, 0, 0, 0, 0, 0, 0,
            1, 2, 3, 4, 5, 9, .. "<x/>"u8,
            .. "List"u8, 3, 0, 0, 0,
            .. "Comp"u8, 48, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0,
            .. "Cont"u8, 53, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
            .. "Info"u8, 54, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0,
        ];

        Preset.Write().ShouldBe(expected);
    }

    [Fact]
    public void What_is_written_is_read_and_chunks_may_stand_in_any_order_or_be_missing()
    {
        var read = VstPreset.Parse(Preset.Write());
        (read.ClassId, read.Info).ShouldBe((Preset.ClassId, Preset.Info));
        read.ComponentState.ShouldBe(Preset.ComponentState);
        read.ControllerState.ShouldBe(Preset.ControllerState);
        byte[] other = [.. Preset.Write().AsSpan(0, 48 + 10), .. "List"u8, 2, 0, 0, 0,
            .. "Prog"u8, 48, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, .. "Comp"u8, 49, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];
        VstPreset.Parse(other).ComponentState.ShouldBe([2, 3]);
        VstPreset.Parse(other).ControllerState.ShouldBeEmpty();
    }

    [Fact]
    public void Cut_anywhere_it_is_refused_with_a_reason()
    {
        byte[] whole = Preset.Write();
        for (int length = 0; length < whole.Length; length++)
            Should.Throw<FormatException>(() => VstPreset.Parse(whole.AsSpan(0, length))).Message.ShouldNotBeEmpty();
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var random = new Random(8);
        byte[] whole = Preset.Write();
        int refused = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] damaged = [.. whole];
            for (int change = 0; change <= round % 4; change++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                _ = VstPreset.Parse(damaged);
            }
            catch (FormatException)
            {
                refused++;
            }
        }
        refused.ShouldBeInRange(1000, 19_999);
    }

    [Theory]
    [InlineData("Kick: weight and click", "Kick - weight and click.vstpreset")]
    [InlineData("a/b\\c*?<>|\"", "a_b_c______.vstpreset")]
    [InlineData("..", "Preset.vstpreset")]
    [InlineData("Word - Cálido", "Word - Cálido.vstpreset")]
    public void Names_become_names_of_files(string preset, string file) => VstPresetFile.NameFor(preset).ShouldBe(file);

    [Fact]
    public void A_broken_file_changes_nothing_and_says_what_is_wrong()
    {
        using var folder = new Folder();
        using var plugin = InProcess.Create();
        DelayGain.State = [1];
        string foreign = folder["foreign.vstpreset"];
        VstPresetFile.Save(foreign, Preset);
        Should.Throw<UserError>(() => VstPresetFile.Load(foreign, plugin)).Message.ShouldContain("another plug-in");
        File.WriteAllBytes(folder["cut.vstpreset"], Preset.Write()[..60]);
        Should.Throw<UserError>(() => VstPresetFile.Load(folder["cut.vstpreset"], plugin)).Message.ShouldContain("damaged");
        Should.Throw<UserError>(() => VstPresetFile.Load(folder.Path, plugin)).Message.ShouldContain("can't be read");
        DelayGain.State.ShouldBe([1]);
    }

    [Fact]
    public void A_saved_file_brings_the_state_back()
    {
        using var folder = new Folder();
        using var plugin = InProcess.Create();
        DelayGain.State = [.. Encoding.UTF8.GetBytes("a state")];
        VstPresetFile.Save(folder["a.vstpreset"], VstPresetFile.Of(plugin, "R&B <new>"));
        DelayGain.State = [];
        VstPresetFile.Load(folder["a.vstpreset"], plugin);
        DelayGain.State.ShouldBe("a state"u8.ToArray());
        string info = VstPresetFile.Read(folder["a.vstpreset"]).Info;
        System.Xml.Linq.XDocument.Parse(info).Root!.Elements().Select(entry => (string)entry.Attribute("value")!)
            .ShouldBe(["VstPreset", plugin.Class.SubCategories, plugin.Class.Name, plugin.Class.Vendor, "R&B <new>"]);
    }
}
