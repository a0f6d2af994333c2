using System.Security.Cryptography;
using SemanticEq.Host.Presets;

namespace SemanticEq.Host.Tests.Presets;

public class ShippedPresetsTests
{
    [Fact]
    public void What_is_as_it_came_goes_and_all_else_stays()
    {
        using var folder = new Folder();
        string list = Ship(folder, "warm", "bright", "airy");
        File.WriteAllText(Preset(folder, "bright"), "my own now");
        File.WriteAllText(Preset(folder, "mine"), "mine");
        File.Delete(Preset(folder, "airy"));

        var (removed, kept) = ShippedPresets.Remove(list, folder["presets"]);

        removed.ShouldBe(1);
        kept.ShouldBe([Path.Combine("Maker", "Plug", "bright.vstpreset")]);
        Directory.GetFiles(folder["presets"], "*", SearchOption.AllDirectories).ShouldBe([Preset(folder, "bright"), Preset(folder, "mine")], ignoreOrder: true);
    }

    [Fact]
    public void Folders_that_are_empty_then_go_too()
    {
        using var folder = new Folder();
        string list = Ship(folder, "warm");
        Directory.CreateDirectory(folder["presets/Maker/Other"]);
        ShippedPresets.Remove(list, folder["presets"]);
        Directory.Exists(folder["presets/Maker/Plug"]).ShouldBeFalse();
        Directory.Exists(folder["presets/Maker/Other"]).ShouldBeTrue("another plug-in's");
        Directory.Delete(folder["presets/Maker/Other"]);
        ShippedPresets.Remove(list, folder["presets"]);
        Directory.Exists(folder["presets/Maker"]).ShouldBeFalse();
        Directory.Exists(folder["presets"]).ShouldBeTrue("it was not ours to make");
    }

    [Theory]
    [InlineData("../outside.vstpreset")]
    [InlineData("Maker/../../outside.vstpreset")]
    [InlineData("@/outside.vstpreset")]
    public void A_list_reaches_nothing_outside_the_folder(string name)
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["presets/Maker"]);
        File.WriteAllText(folder["outside.vstpreset"], "warm");
        File.WriteAllText(folder["list"], $"{Hash("warm")}  {name.Replace("@", folder["."], StringComparison.Ordinal)}\n");
        ShippedPresets.Remove(folder["list"], folder["presets"]).Removed.ShouldBe(0);
        File.Exists(folder["outside.vstpreset"]).ShouldBeTrue();
    }

    [Fact]
    public void A_missing_list_is_said()
    {
        using var folder = new Folder();
        Should.Throw<UserError>(() => ShippedPresets.Remove(folder["none"], folder["presets"])).Message.ShouldContain("none");
    }

    private static string Ship(Folder folder, params string[] names)
    {
        Directory.CreateDirectory(folder["presets/Maker/Plug"]);
        foreach (string name in names)
            File.WriteAllText(Preset(folder, name), name);
        File.WriteAllLines(folder["list"], names.Select(name => $"{Hash(name)}  ./Maker/Plug/{name}.vstpreset"));
        return folder["list"];
    }

    private static string Preset(Folder folder, string name) => folder[Path.Combine("presets", "Maker", "Plug", $"{name}.vstpreset")];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
