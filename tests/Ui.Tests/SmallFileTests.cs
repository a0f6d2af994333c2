using SemanticEq.Ui.Platform;

namespace SemanticEq.Ui.Tests;

public sealed class SmallFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("semantic-eq-test-").FullName;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(1000)]
    public void What_is_small_is_read_whole(int length)
    {
        string path = Path.Combine(_folder, "file");
        byte[] contents = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        File.WriteAllBytes(path, contents);
        SmallFile.Read(path, 1000).ShouldBe(contents);
    }

    [Fact]
    public void What_is_larger_is_not_read_behind_a_link_neither()
    {
        string path = Path.Combine(_folder, "file"), link = Path.Combine(_folder, "link");
        File.WriteAllBytes(path, new byte[1001]);
        File.CreateSymbolicLink(link, path);
        SmallFile.Read(path, 1000).ShouldBeNull();
        SmallFile.Read(link, 1000).ShouldBeNull();
        SmallFile.Read(link, 1001)!.Length.ShouldBe(1001);
    }

    [SkippableFact]
    public void Files_without_a_length_are_read_too()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        SmallFile.Read("/proc/self/status", 100_000)!.Length.ShouldBeGreaterThan(100);
        SmallFile.Read("/proc/self/status", 10).ShouldBeNull();
        Should.Throw<IOException>(() => SmallFile.Read("/dev/zero", 1000)).Message.ShouldContain("device");
        Should.Throw<IOException>(() => SmallFile.Read(Path.Combine(_folder, "nothing"), 1000));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
