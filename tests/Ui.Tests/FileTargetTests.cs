using SemanticEq.Ui.Platform;

namespace SemanticEq.Ui.Tests;

public class FileTargetTests
{
    [Fact]
    public void One_file_is_known_by_any_of_its_names()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Path("a");
        File.WriteAllText(file, "x");
        File.WriteAllText(folder.Path("other"), "x");
        File.CreateSymbolicLink(folder.Path("link"), "a");
        File.CreateSymbolicLink(folder.Path("same"), folder.Path("."));
        using (var ln = System.Diagnostics.Process.Start("ln", [file, folder.Path("hard")]))
            ln.WaitForExit();
        foreach (string name in new[] { "a", "./a", "link", "hard", "same/a", "same/link" })
            FileTarget.IsSame(file, folder.Path(name)).ShouldBeTrue(name);
        foreach (string name in new[] { "other", "A", "b", "same/b" })
            FileTarget.IsSame(file, folder.Path(name)).ShouldBeFalse(name);
    }

    [Fact]
    public void Names_that_are_not_there_yet_are_compared_with_their_folders()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.Path("same"), folder.Path("."));
        File.CreateSymbolicLink(folder.Path("dangling"), "new");
        FileTarget.IsSame(folder.Path("new"), folder.Path("same/new")).ShouldBeTrue();
        FileTarget.IsSame(folder.Path("new"), folder.Path("dangling")).ShouldBeTrue();
        FileTarget.IsSame(folder.Path("new"), folder.Path("same/newer")).ShouldBeFalse();
        FileTarget.IsSame(folder.Path("no/new"), folder.Path("nor/new")).ShouldBeFalse();
    }

    [Fact]
    public void Pipes_are_special_and_files_folders_and_nothing_are_not()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("file"), "");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [folder.Path("pipe")]))
            mkfifo.WaitForExit();
        File.CreateSymbolicLink(folder.Path("link"), "pipe");
        FileTarget.IsSpecial(folder.Path("pipe")).ShouldBeTrue();
        FileTarget.IsSpecial(folder.Path("link")).ShouldBeTrue();
        foreach (string name in new[] { "file", ".", "nothing" })
            FileTarget.IsSpecial(folder.Path(name)).ShouldBeFalse(name);
    }
}
