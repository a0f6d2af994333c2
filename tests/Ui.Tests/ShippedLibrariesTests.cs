using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Tests;

public class ShippedLibrariesTests
{
    [Theory]
    [InlineData(LibCairo.Name)]
    [InlineData(LibFreeType.Name)]
    public void On_Windows_both_come_from_the_file_that_is_shipped(string name) =>
        Path.GetFileName(ShippedLibraries.FileOf(name, isWindows: true)).ShouldBe("semanticeq_cairo.dll");

    [Fact]
    public void Others_and_other_systems_keep_their_names()
    {
        ShippedLibraries.FileOf(LibFontconfig.Name, isWindows: true).ShouldBe(LibFontconfig.Name);
        ShippedLibraries.FileOf(LibCairo.Name, isWindows: false).ShouldBe(LibCairo.Name);
    }

    [Fact]
    public void Windows_own_type_is_found_in_its_folder_best_first()
    {
        using var folder = new TemporaryFolder();
        SystemFonts.FirstIn(folder.Path(".")).ShouldBeNull();
        File.WriteAllText(folder.Path("arial.ttf"), "");
        File.WriteAllText(folder.Path("segoeui.ttf"), "");
        Path.GetFileName(SystemFonts.FirstIn(folder.Path("."))).ShouldBe("segoeui.ttf");
    }
}
